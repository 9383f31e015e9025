import { ask } from '../asked.ts';
import type { SkippedRow } from '../entries.ts';
import { listName } from '../key.ts';
import { bare, squeeze, tidy } from '../normalise.ts';
import { question } from '../question.ts';
import type { Answers, Question } from '../question.ts';
import { skip } from '../skips.ts';
import type { FilledRow, KindContext, KindReading, KnownCase } from './context.ts';
import { differencesFrom, differencesSaid, type Difference } from './differing.ts';
import { meaningOf, readableFields } from './meanings.ts';

type Checked = { readonly rows: readonly FilledRow[]; readonly skipped: readonly SkippedRow[] };

/** All that a row says, in one text that is equal when nothing was changed. Stored at import, compared at the next upload. */
export const contentOfRow = ({ texts }: Pick<FilledRow, 'texts'>): string =>
  Object.entries(texts)
    .map(([meaning, text]) => `${meaning}=${squeeze(text)}`)
    .sort()
    .join('\n');

/**
 * A stable name for a row: its list, and what tells it apart, which is what lists call it and what must be there. Correcting any
 * other cell and uploading again gives the same name. @param at the row, for one that says nothing of this
 */
export function keyOfRow({ texts }: Pick<FilledRow, 'texts'>, list: string, at: number, context: KindContext): string {
  const telling = readableFields(context).filter(
    ({ id, required }) => required === true || context.calledBy.includes(id),
  );
  const told = telling.map(({ id }) => bare(texts[meaningOf(id)] ?? ''));
  return [context.kind, listName(list), ...(told.some((text) => text !== '') ? told : [String(at)])].join('|');
}

/**
 * Rows that came before, that are one with another, or that have the number of a dossier. Nothing is merged without an answer, and
 * what a row says otherwise than the dossier that is there is told with both values.
 */
export function checkRows(rows: readonly FilledRow[], reading: KindReading): Checked {
  const { known } = reading;
  const around: Around = {
    reading,
    byKey: new Map(known.flatMap((one) => (one.key === null ? [] : [[one.key, one] as const]))),
    byNumber: new Map(known.map((one) => [squeeze(one.number), one])),
  };
  const seen = new Map<string, readonly FilledRow[]>();
  const kept: FilledRow[] = [];
  const skipped: SkippedRow[] = [];
  for (const row of rows) {
    const result = numbered(row, around) ?? looked(row, seen, around);
    if (typeof result === 'string') {
      const reason = skip(result === 'there' ? 'already-known' : 'decided');
      skipped.push(...row.rows.map((at) => ({ row: at, reason })));
    } else kept.push(result);
    seen.set(row.key, [...(seen.get(row.key) ?? []), row]);
  }
  return { rows: kept, skipped };
}

type Around = {
  readonly reading: KindReading;
  readonly byKey: ReadonlyMap<string, KnownCase>;
  readonly byNumber: ReadonlyMap<string, KnownCase>;
};
type Looked = FilledRow | 'there' | 'left';

/** A row with the number of a dossier is that dossier, whatever it says; null where it has none. */
function numbered(row: FilledRow, { reading, byNumber }: Around): Looked | null {
  const before = row.number === null ? undefined : byNumber.get(squeeze(row.number));
  if (!before) return null;
  const differences = differencesFrom(row, before.values, reading);
  // what its cells leave doubtful matters no more: it is not brought in
  return differences.length === 0 ? 'there' : changed({ ...row, questions: [] }, before, differences, reading, false);
}

function looked(row: FilledRow, seen: ReadonlyMap<string, readonly FilledRow[]>, around: Around): Looked {
  const { reading, byKey } = around;
  const earlier = seen.get(row.key) ?? [];
  if (earlier[0]) return twice(row, earlier[0], earlier.length, { known: byKey, given: reading.given });
  const before = byKey.get(row.key);
  if (!before) return row;
  if (before.content === contentOfRow(row)) return 'there';
  const differences = differencesFrom(row, before.values, reading);
  // what the list has changed since, the dossier says as well
  return differences.length === 0 ? 'there' : changed(row, before, differences, reading, true);
}

const atOf = ({ rows }: FilledRow): number => rows[0] ?? 0;

function twice(
  row: FilledRow,
  earlier: FilledRow,
  nth: number,
  { known, given }: { readonly known: ReadonlyMap<string, KnownCase>; readonly given: Answers },
): Looked {
  const [at, first] = [atOf(row), atOf(earlier)];
  // named by how many came before it, so that the same workbook gives it the same name again
  const own = { ...row, key: `${row.key}|${nth}` };
  if (known.get(own.key)?.content === contentOfRow(own)) return 'there';
  const asked = question({
    code: 'number-twice',
    row: at,
    field: null,
    raw: contentOfRow(row).slice(0, 200),
    part: String(at),
    zh: `第${at}行和第${first}行像是同一件事，都要导入吗？`,
    en: `Row ${at} looks like row ${first}. Are both to come in?`,
    options: [
      { id: 'one', zh: `是同一件，只导入第${first}行`, en: `The same; only row ${first}` },
      { id: 'each', zh: '是两件，都导入', en: 'Two; bring in both' },
    ],
    suggested: contentOfRow(row) === contentOfRow(earlier) ? 'one' : 'each',
  });
  return answered(own, asked, given, 'one');
}

/** `mayBeOther`: by what it is called alone it may be another one; by its number it is not. */
function changed(
  row: FilledRow,
  before: KnownCase,
  differences: readonly Difference[],
  { given }: Pick<KindReading, 'given'>,
  mayBeOther: boolean,
): Looked {
  const at = atOf(row);
  const title = tidy(before.title).slice(0, 30);
  const said = differencesSaid(differences);
  const asked = question({
    code: 'already-known-changed',
    row: at,
    field: null,
    raw: title,
    part: row.key,
    zh: `第${at}行已经立项（${before.number}“${title}”），内容不同，没有更新：${said.zh}。导入不改已立的事项`,
    en: `Row ${at} is there already (${before.number} “${title}”), differs and is not updated: ${said.en}. An import does not change what is there`,
    options: [
      { id: 'keep', zh: '不导入；需要的改动到该事项里更正', en: 'Leave it out; correct the dossier itself' },
      ...(mayBeOther ? [{ id: 'new', zh: '是另一件，单独立项', en: 'It is another one; open it' }] : []),
    ],
    ...(mayBeOther ? {} : { suggested: 'keep' }),
  });
  return answered({ ...row, key: `${row.key}|${bare(contentOfRow(row))}` }, asked, given, 'keep');
}

function answered(row: FilledRow, asked: Question, given: Answers, leaves: string): Looked {
  const said = ask(asked, given, 'open', ({ choose }) => choose);
  if (said.value === leaves) return 'left';
  return {
    ...row,
    questions: [...row.questions, ...said.questions],
    decisions: [...row.decisions, ...said.decisions],
  };
}
