import { LONGEST_DESCRIPTION } from '../problem/index.ts';
import { ask, plain } from './asked.ts';
import type { Asked } from './asked.ts';
import { FIELDS } from './field.ts';
import { splitMeasures, type Measure } from './measures.ts';
import { tidy } from './normalise.ts';
import { question } from './question.ts';
import type { Answers } from './question.ts';
import type { Content } from './understood.ts';

type Written = Pick<Content, 'problem' | 'work'>;

/** What a problem is described by: its own words, and the measures of the list below them. */
export const describedBy = ({ problem, work }: Written): string =>
  work === null ? problem : `${problem}\n${FIELDS.measures.zh}：${work}`;

/**
 * The measures that the list named, as its cell had them, taken apart again: what a plan begins with. Nothing where the description
 * has none; a year that only the list's title said is not known any more.
 */
export function listedMeasures(description: string): readonly Measure[] {
  const mark = `\n${FIELDS.measures.zh}：`;
  const at = description.indexOf(mark);
  return at < 0 ? [] : splitMeasures(description.slice(at + mark.length)).items;
}

const fits = (written: Written): boolean => describedBy(written).length <= LONGEST_DESCRIPTION;

/** Problem and measures of a row. More words than the register keeps are asked about before the row is brought in, never cut. */
export function readDescription(written: Written, row: number, given: Answers): Asked<Written> {
  if (fits(written)) return plain(written);
  const { length } = describedBy(written);
  const short = { ...written, work: null };
  const asked = question({
    code: 'description-too-long',
    row,
    field: 'problem',
    raw: written.problem.slice(0, 200),
    part: String(row),
    zh: `第${row}行的问题和措施共${length}字，问题描述最多${LONGEST_DESCRIPTION}字`,
    en: `Problem and measures of row ${row} have ${length} signs; a description holds ${LONGEST_DESCRIPTION}`,
    options: [
      ...(written.work !== null && fits(short)
        ? [{ id: 'without', zh: '措施不写进问题描述', en: 'Leave the measures out of the description' }]
        : []),
      {
        id: 'set',
        zh: '改写问题，措施另行录入',
        en: 'Write the problem again; enter the measures elsewhere',
        asks: 'text',
      },
    ],
  });
  return ask(asked, given, written, ({ choose, value }) => {
    const settled = choose === 'without' ? short : { problem: tidy(value ?? ''), work: null };
    return fits(settled) ? settled : null;
  });
}
