import type { Entry, SkippedRow, Value } from './entries.ts';
import { tidy } from './normalise.ts';
import { answerTo, question } from './question.ts';
import type { Answers, Question } from './question.ts';
import type { Said } from './said.ts';
import { skip } from './skips.ts';
import { fieldAt, partAt, settleValues, writtenInstead } from './value-doubts.ts';
import type { Place, ValueDoubt } from './value-doubts.ts';

type Read = { readonly entries: readonly Entry[]; readonly skipped: readonly SkippedRow[] };

const isStruck = ({ cell }: Value): boolean => cell?.kept !== undefined && cell.kept.trim() === '';

// What fills a row beside its number in line; half of it struck out means the row.
function strucksRow({ values }: Entry): boolean {
  const all = Object.entries(values).flatMap(([at, own = []]) => (at === 'serial' ? [] : own));
  const struck = all.filter(isStruck).length;
  return (values.problem ?? []).some(isStruck) || (struck > 0 && struck * 2 >= all.length);
}

/**
 * Rows and words that are struck out: a clerk says whether they still hold. A struck row waits, of struck words those that are
 * left hold meanwhile.
 */
export function settleStruck(entries: readonly Entry[], given: Answers, nameOf: (at: Place) => Said): Read {
  const skipped: SkippedRow[] = [];
  const left = entries.flatMap((entry): Entry[] => {
    if (!strucksRow(entry)) return [entry];
    const asked = rowQuestion(entry);
    const answer = answerTo(asked, given);
    if (answer?.choose === 'skip') {
      skipped.push(...entry.rows.map((row) => ({ row, reason: skip('decided') })));
      return [];
    }
    const whole = { ...entry, values: unmarked(entry) };
    return answer === null
      ? [{ ...whole, questions: [...entry.questions, asked] }]
      : [{ ...whole, decisions: [...entry.decisions, answer] }];
  });
  return { entries: settleValues(left, given, (at, values) => wordsDoubt(at, values, nameOf)), skipped };
}

const unmarked = ({ values }: Entry): Entry['values'] =>
  Object.fromEntries(
    Object.entries(values).map(([at, own = []]) => [
      at,
      own.map((value) => (value.cell?.kept === undefined ? value : { ...value, cell: { text: value.cell.text } })),
    ]),
  );

function rowQuestion({ rows }: Entry): Question {
  const row = rows[0] ?? 0;
  return question({
    code: 'struck-row',
    row,
    field: null,
    raw: '',
    part: String(row),
    zh: `第${row}行在文件里画了删除线，还要导入吗？`,
    en: `Row ${row} is struck out in the file. Is it still to be imported?`,
    options: [
      { id: 'skip', zh: '不导入', en: 'Leave it out' },
      { id: 'keep', zh: '仍然导入', en: 'Import it all the same' },
    ],
    suggested: 'skip',
  });
}

function wordsDoubt(at: Place, values: readonly Value[], nameOf: (at: Place) => Said): ValueDoubt | null {
  const marked = values.find(({ cell }) => cell?.kept !== undefined);
  if (marked === undefined) return null;
  const kept = values.flatMap((value): Value[] => {
    const words = value.cell?.kept;
    if (words === undefined) return [value];
    return words.trim() === '' ? [] : [{ ...value, raw: words }];
  });
  const [left, { zh, en }] = [kept.map(({ raw }) => tidy(raw)).join('；'), nameOf(at)];
  const asked = question({
    code: 'struck-words',
    row: marked.row,
    field: fieldAt(at),
    raw: marked.raw,
    ...partAt(at, marked.row),
    zh: `第${marked.row}行“${zh}”里有画了删除线的字（“${tidy(marked.raw)}”），以哪些为准？`,
    en: `Words are struck out in “${en}” of row ${marked.row} (“${tidy(marked.raw)}”). Which hold?`,
    options: [
      left === ''
        ? { id: 'kept', zh: '都划掉了，按空白', en: 'All are struck out: a blank' }
        : { id: 'kept', zh: `没有划掉的：“${left}”`, en: `Those not struck out: “${left}”` },
      { id: 'whole', zh: '全部文字', en: 'All of them' },
      { id: 'set', zh: '重新填写', en: 'Write it again', asks: 'text' },
    ],
    suggested: 'kept',
  });
  return {
    asked,
    meanwhile: kept,
    use: ({ choose, value = '' }) =>
      choose === 'kept' ? kept : choose === 'whole' ? values : writtenInstead(marked, value),
  };
}
