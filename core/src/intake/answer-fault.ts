import { pictureName } from './pictures.ts';
import type { Decision, Question } from './question.ts';
import { ASK_AGAIN } from './told.ts';
import type { RowFrame, Understanding } from './understood.ts';

/** A sheet as it was understood, whatever its rows are. */
type Seen = Understanding<RowFrame>;

/** What is wrong with an answer: nothing like it is asked, no such choice, a value missing or making no sense; null: nothing. */
export type AnswerFault = {
  readonly at: 'on' | 'choose' | 'value';
  readonly code: 'unknown' | 'required' | 'malformed';
};

const UNASKED: AnswerFault = { at: 'on', code: 'unknown' };
const NO_OPTION: AnswerFault = { at: 'choose', code: 'unknown' };

/** Questions that an answer is about, by their own id or by their group. */
const questionsOn = ({ questions, rows }: Seen, on: string): readonly Question[] =>
  [...questions, ...rows.flatMap((row) => row.questions)].filter(({ id, group }) => id === on || group === on);

/** A correction that a person makes without being asked: a row, a column, a picture, the head. Null: it is an answer to a question. */
function corrected({ on, choose, value = '' }: Decision, seen: Seen): AnswerFault | 'sound' | null {
  const [, what, at] = /^(row|column):(\d+)$/.exec(on) ?? [];
  if (what === 'row') {
    const there = [...seen.rows.flatMap(({ rows }) => rows), ...seen.skipped.map(({ row }) => row)].includes(
      Number(at),
    );
    return !there ? UNASKED : choose === 'skip' ? 'sound' : NO_OPTION;
  }
  if (what === 'column') {
    if (!seen.columns.some(({ column }) => column === Number(at))) return UNASKED;
    if (choose === 'ignore' || choose === 'into-remarks') return 'sound';
    if (choose !== 'field') return NO_OPTION;
    return seen.meanings.some(({ id }) => id === value)
      ? 'sound'
      : { at: 'value', code: value === '' ? 'required' : 'malformed' };
  }
  if (on.startsWith('picture:')) {
    if (!seen.pictures.some(({ id }) => pictureName(id) === on)) return UNASKED;
    return choose === 'skip' ? 'sound' : NO_OPTION;
  }
  if (on !== 'head') return null;
  if (choose !== 'rows') return NO_OPTION;
  return /^\s*\d+(?:\s*[-—]\s*\d+)?\s*$/.test(value) ? 'sound' : { at: 'value', code: 'malformed' };
}

/**
 * What is wrong with an answer, so that one which would change nothing is refused and not kept. `before`: the sheet without any
 * answer to that question; `after`: with the new ones, asked for only where the value, or another new answer, decides.
 */
export async function answerFault(
  decision: Decision,
  before: Seen,
  after: () => Promise<Seen>,
): Promise<AnswerFault | null> {
  const { on, choose, value = '' } = decision;
  if (choose === '') return null;
  const correction = corrected(decision, before);
  if (correction !== null) return correction === 'sound' ? null : correction;
  const [asked] = questionsOn(before, on);
  if (asked === undefined) {
    const then = await after();
    if (then.rows.some(({ decisions }) => decisions.some((taken) => taken.on === on))) return null;
    const open = questionsOn(then, on).length > 0;
    // what was told before is settled: asked again, it is a question
    if (open && choose === ASK_AGAIN) return null;
    return open ? NO_OPTION : UNASKED;
  }
  const option = asked.options.find(({ id }) => id === choose);
  if (option === undefined) return NO_OPTION;
  if (option.asks === undefined) return null;
  if (value.trim() === '') return { at: 'value', code: 'required' };
  return questionsOn(await after(), on).length > 0 ? { at: 'value', code: 'malformed' } : null;
}
