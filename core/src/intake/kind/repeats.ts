import { ask } from '../asked.ts';
import type { SkippedRow } from '../entries.ts';
import { listName } from '../key.ts';
import { bare, squeeze, tidy } from '../normalise.ts';
import { question } from '../question.ts';
import type { Answers, Question } from '../question.ts';
import { skip } from '../skips.ts';
import type { FilledRow, KindContext, KnownCase } from './context.ts';
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

/** Rows that came before, that are one with another, or that have the number of a dossier. Nothing is merged without an answer. */
export function checkRows(rows: readonly FilledRow[], known: readonly KnownCase[], given: Answers): Checked {
  const byKey = new Map(known.flatMap((one) => (one.key === null ? [] : [[one.key, one] as const])));
  const byNumber = new Map(known.map((one) => [squeeze(one.number), one]));
  const seen = new Map<string, readonly FilledRow[]>();
  const kept: FilledRow[] = [];
  const skipped: SkippedRow[] = [];
  for (const row of rows) {
    const result = row.number !== null && byNumber.has(squeeze(row.number)) ? 'there' : looked(row, seen, byKey, given);
    if (typeof result === 'string') {
      const reason = skip(result === 'there' ? 'already-known' : 'decided');
      skipped.push(...row.rows.map((at) => ({ row: at, reason })));
    } else kept.push(result);
    seen.set(row.key, [...(seen.get(row.key) ?? []), row]);
  }
  return { rows: kept, skipped };
}

type Looked = FilledRow | 'there' | 'left';

function looked(
  row: FilledRow,
  seen: ReadonlyMap<string, readonly FilledRow[]>,
  known: ReadonlyMap<string, KnownCase>,
  given: Answers,
): Looked {
  const earlier = seen.get(row.key) ?? [];
  if (earlier[0]) return twice(row, earlier[0], earlier.length, { known, given });
  const before = known.get(row.key);
  if (!before) return row;
  return before.content === contentOfRow(row) ? 'there' : changed(row, before, given);
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

function changed(row: FilledRow, before: KnownCase, given: Answers): Looked {
  const at = atOf(row);
  const title = tidy(before.title).slice(0, 30);
  const asked = question({
    code: 'already-known-changed',
    row: at,
    field: null,
    raw: title,
    part: row.key,
    zh: `第${at}行以前导入过（${before.number}“${title}”），这次内容有变化。导入不改已立的事项`,
    en: `Row ${at} came in before (${before.number} “${title}”) and has changed since. An import does not change what is there`,
    options: [
      { id: 'keep', zh: '不导入；需要的改动到该事项里更正', en: 'Leave it out; correct the dossier itself' },
      { id: 'new', zh: '是另一件，单独立项', en: 'It is another one; open it' },
    ],
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
