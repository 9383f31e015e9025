import { ask } from './asked.ts';
import type { Asked } from './asked.ts';
import { findDoubles } from './duplicates.ts';
import type { Candidate, Likeness } from './duplicates.ts';
import type { SkippedRow } from './entries.ts';
import { listNumber } from './key.ts';
import { bare, squeeze, tidy } from './normalise.ts';
import { byOwnNumber } from './own-numbers.ts';
import { question } from './question.ts';
import type { Answers, Question } from './question.ts';
import { findRewritten } from './rewritten.ts';
import { sameQuestion } from './same-question.ts';
import { skip } from './skips.ts';
import type { Content, KnownProblem, UnderstoodRow } from './understood.ts';

/** Rows after the look at repeats, and those left out because of it. */
export type Checked = { readonly rows: readonly UnderstoodRow[]; readonly skipped: readonly SkippedRow[] };

/** All that a row says, in one text that is equal when nothing was changed. Stored at import, compared at the next upload. */
export function contentOf({ texts, extras, ownFacts }: Pick<Content, 'texts' | 'extras' | 'ownFacts'>): string {
  const own = Object.entries(texts).filter(([field]) => field !== 'serial');
  const facts = ownFacts.map(({ column, term }) => [column, term.raw] as const);
  return [...own, ...facts, ...extras.map(({ name, text }) => [`（${name}）`, text] as const)]
    .map(([field, text]) => `${field}=${squeeze(text)}`)
    .sort()
    .join('\n');
}

/**
 * Looks for rows that came before: the same key in the register (unchanged: left out; changed: asked), one number twice in the
 * file, and the same problem under another number. Nothing is merged without an answer.
 */
export function checkRepeats(rows: readonly UnderstoodRow[], known: readonly KnownProblem[], given: Answers): Checked {
  const byKey = new Map(known.map((problem) => [problem.key, problem]));
  const numbers = byOwnNumber(known);
  const seen = new Map<string, UnderstoodRow>();
  const kept: UnderstoodRow[] = [];
  const skipped: SkippedRow[] = [];
  const there = new Set<string>();
  for (const row of rows) {
    const checked = numberTwice(row, seen, given);
    const before =
      checked === 'skip'
        ? undefined
        : (byKey.get(toldApart(checked)) ?? byKey.get(checked.key) ?? numbers.get(listNumber(checked.number ?? '')));
    if (before !== undefined) there.add(before.key);
    const result =
      checked === 'skip' || before === undefined
        ? checked
        : knownBefore({ ...checked, key: before.key }, before, given);
    if (result === 'skip')
      skipped.push(
        ...row.rows.map((at) => ({ row: at, reason: skip(checked === 'skip' ? 'decided' : 'already-known') })),
      );
    else kept.push(result);
    if (checked !== 'skip') seen.set(checked.key, checked);
  }
  return { rows: doubles(kept, known, there, given), skipped };
}

function withAnswer<T>(row: UnderstoodRow, asked: Asked<T>): UnderstoodRow {
  return {
    ...row,
    questions: [...row.questions, ...asked.questions],
    decisions: [...row.decisions, ...asked.decisions],
  };
}

/** The name of a row that has another row's number and is another problem. */
const toldApart = ({ key, problem }: UnderstoodRow): string => `${key}|${bare(problem)}`;

function numberTwice(
  row: UnderstoodRow,
  seen: ReadonlyMap<string, UnderstoodRow>,
  given: Answers,
): UnderstoodRow | 'skip' {
  const at = row.rows[0] ?? 0;
  // rows that say nothing yet are not one with each other
  if (row.number === null && bare(row.problem) === '') return { ...row, key: `${row.key}|${at}` };
  const earlier = seen.get(row.key);
  if (earlier === undefined) return row;
  const asked = ask(twiceQuestion(row, earlier), given, 'open', chosen);
  if (asked.value === 'one') return 'skip';
  // until somebody decides, the second row has a name of its own, so that nothing overwrites the first
  const told = toldApart(row);
  const key = row.number === null || seen.has(told) ? `${told}|${at}` : told;
  return withAnswer({ ...row, key }, asked);
}

function twiceQuestion(row: UnderstoodRow, earlier: UnderstoodRow): Question {
  const [at, first] = [row.rows[0] ?? 0, earlier.rows[0] ?? 0];
  const name =
    row.number === null ? { zh: '内容', en: 'text' } : { zh: `编号“${row.number}”`, en: `number “${row.number}”` };
  return question({
    code: 'number-twice',
    row: at,
    field: row.number === null ? 'problem' : 'number',
    raw: row.number ?? row.problem,
    part: String(at),
    zh: `第${at}行的${name.zh}和第${first}行相同，是同一个问题吗？`,
    en: `The ${name.en} of row ${at} is that of row ${first}. Is it the same problem?`,
    options: [
      { id: 'one', zh: `是同一个，只导入第${first}行`, en: `The same; import row ${first} only` },
      { id: 'each', zh: '是两个问题，都导入', en: 'Two problems; import both' },
    ],
    suggested: samePlace(row, earlier) && bare(row.problem) === bare(earlier.problem) ? 'one' : 'each',
  });
}

const chosen = ({ choose }: { readonly choose: string }): string => choose;

const samePlace = (a: UnderstoodRow, b: UnderstoodRow): boolean =>
  (a.township?.unit ?? a.township?.raw) === (b.township?.unit ?? b.township?.raw);

function knownBefore(row: UnderstoodRow, before: KnownProblem, given: Answers): UnderstoodRow | 'skip' {
  if (before.content === contentOf(row)) return 'skip';
  const at = row.rows[0] ?? 0;
  const asked = question({
    code: 'already-known-changed',
    row: at,
    field: null,
    raw: row.number ?? row.problem,
    part: row.key,
    zh: `第${at}行以前导入过（台账现有：“${tidy(before.problem).slice(0, 30)}”），这次内容有变化`,
    en: `Row ${at} was imported before (the register has “${tidy(before.problem).slice(0, 30)}”) and has changed since`,
    options: [
      { id: 'keep', zh: '保持台账现有内容', en: 'Keep what the register has' },
      { id: 'update', zh: '按这次的内容更新', en: 'Bring the register up to date' },
      { id: 'new', zh: '是另一个问题，单独登记', en: 'It is another problem; register it' },
    ],
  });
  const answered = ask(asked, given, 'open', chosen);
  if (answered.value === 'keep') return 'skip';
  const told = withAnswer(row, answered);
  // two lists without a title can give one number to two problems
  return answered.value === 'new'
    ? { ...told, key: toldApart(row) }
    : { ...told, updates: answered.value === 'update' ? before.id : null };
}

// Such a name stands for no list: two workbooks that carry it have nothing to do with each other.
const UNTITLED = /^(?:sheet|工作表|表)?\d*$/;

const listOf = (key: string): string => key.slice(0, key.indexOf('|'));

function doubles(
  rows: readonly UnderstoodRow[],
  known: readonly KnownProblem[],
  there: ReadonlySet<string>,
  given: Answers,
): readonly UnderstoodRow[] {
  const candidates = rows.map(({ key, number, problem, township, place }): Candidate => ({
    id: key,
    number,
    problem,
    township: township?.unit ?? township?.raw ?? null,
    place,
    list: listOf(key),
  }));
  const own = new Map(rows.map((row) => [row.key, row]));
  const others = known
    .filter(({ key }) => !own.has(key))
    .map((problem): KnownProblem => ({
      ...problem,
      list: problem.content === '' || there.has(problem.key) ? undefined : listOf(problem.key),
    }));
  const found = new Map<string, Likeness>();
  for (const likeness of findDoubles(candidates, others)) {
    if ((found.get(likeness.of)?.score ?? 0) < likeness.score) found.set(likeness.of, likeness);
  }
  const within = new Set(rows.map(({ key }) => listOf(key)).filter((list) => !UNTITLED.test(list)));
  // a problem corrected before has two rows in the register: it is gone only when neither is in the list
  const held = new Set(known.filter(({ key }) => own.has(key) || there.has(key)).map(({ id }) => id));
  const gone = others.filter(
    ({ id, key, list }) => list !== undefined && within.has(list) && !held.has(id) && key.startsWith(`${list}|text|`),
  );
  const fresh = rows.filter(({ key, number }) => number === null && !there.has(key) && !found.has(key));
  const rewritten = findRewritten(fresh, gone);
  return rows.map((row) => {
    const likeness = found.get(row.key);
    const before = rewritten.get(row.key);
    if (before !== undefined) return rewrittenOr(row, before, given);
    if (likeness === undefined || row.questions.some(({ code }) => code === 'number-twice')) return row;
    const other = own.get(likeness.with) ?? others.find(({ id }) => id === likeness.with);
    const asked = ask(sameQuestion(row, likeness, other ?? row), given, 'open', chosen);
    const told = withAnswer(row, asked);
    if (asked.value === 'update') return { ...told, updates: likeness.with };
    return { ...told, sameAs: asked.value === 'same' ? likeness.with : row.sameAs };
  });
}

function rewrittenOr(row: UnderstoodRow, before: KnownProblem, given: Answers): UnderstoodRow {
  const at = row.rows[0] ?? 0;
  const words = tidy(before.problem).slice(0, 30);
  const asked = question({
    code: 'same-problem',
    row: at,
    field: 'problem',
    raw: row.problem,
    part: before.id,
    zh: `这份清单没有编号；上次的“${words}”这次没有了，第${at}行的序号、地点或单位与它相同。是同一个问题改写的吗？`,
    en: `This list has no numbers. “${words}” is no longer in it, and row ${at} has its serial, place or unit. Is it the same problem, written anew?`,
    options: [
      { id: 'update', zh: '是同一个，按这次的内容更新', en: 'The same: bring the register up to date' },
      { id: 'different', zh: '不是，各算一个', en: 'Different: keep both' },
    ],
  });
  const answered = ask(asked, given, 'open', chosen);
  const told = withAnswer(row, answered);
  return answered.value === 'update' ? { ...told, updates: before.id } : told;
}
