import type { Meaning } from './meaning.ts';
import { squeeze } from './normalise.ts';
import type { Said } from './said.ts';

/** What the intake may have to ask a person. The code is stable; screens and tests rely on it. */
export type QuestionCode =
  | 'no-head'
  | 'no-problem-column'
  | 'no-column'
  | 'column-doubled'
  | 'column-unsure'
  | 'hidden-sheet'
  | 'hidden-rows'
  | 'hidden-columns'
  | 'struck-row'
  | 'struck-words'
  | 'formula-empty'
  | 'digits-lost'
  | 'ditto'
  | 'closed-row'
  | 'found-untrue'
  | 'says-elsewhere'
  | 'names-reporter'
  | 'about-official'
  | 'blank-meaning'
  | 'township-from-unit'
  | 'two-problems'
  | 'continues-above'
  | 'problem-missing'
  | 'deadline-unclear'
  | 'measure-deadline-unclear'
  | 'unit-unknown'
  | 'unit-group'
  | 'unit-role'
  | 'person-unclear'
  | 'placeholder'
  | 'remarks-too-long'
  | 'description-too-long'
  | 'word-unknown'
  | 'value-missing'
  | 'value-unclear'
  | 'reference-unknown'
  | 'number-twice'
  | 'same-problem'
  | 'already-known-changed';

/** What an answer must bring along besides the choice. */
export type Wanted = 'date' | 'unit' | 'text' | 'field';

/** One answer that can be given with one click; `asks` when it needs a value as well. */
export type Option = Said & { readonly id: string; readonly asks?: Wanted };

/** Something that only a person can decide. Asking twice about the same sheet gives the same ids. */
export type Question = Said & {
  readonly id: string;
  /** Questions with the same group are the same question about the same words: one answer may serve all of them. */
  readonly group: string;
  readonly code: QuestionCode;
  /** 1-based row of the sheet; null for a question about the whole sheet. */
  readonly row: number | null;
  readonly field: Meaning | null;
  readonly raw: string;
  readonly options: readonly Option[];
  /** The option a careful clerk would probably take; never applied without an answer. */
  readonly suggested: string | null;
  /** An offer: no row waits for it. */
  readonly optional?: true;
};

/** Whether rows wait for a question; an offer may stay open. */
export const mustBeAnswered = ({ optional }: Pick<Question, 'optional'>): boolean => optional !== true;

/** A person's answer: to one question by id or to all alike by group. The reason is kept with what it decided. */
export type Decision = {
  readonly on: string;
  readonly choose: string;
  readonly value?: string;
  readonly reason: string;
};

/**
 * An answer that stood, with the question it settled and what was chosen, in words. `told`: nobody gave it here; it is what
 * somebody said of the same words before.
 */
export type Answered = Decision & {
  readonly said: Said;
  readonly told?: { readonly person: string; readonly on: string };
};

type Asked = Omit<Question, 'id' | 'group' | 'suggested'> & { readonly part?: string; readonly suggested?: string };

/** Makes a question with its stable id and group. `part` tells apart several of one kind in one cell. */
export function question({ part, suggested, ...asked }: Asked): Question {
  const place = `${asked.row ?? 'sheet'}:${asked.field ?? '-'}:${asked.code}`;
  return {
    ...asked,
    id: part === undefined ? place : `${place}:${part}`,
    group: `${asked.code}:${asked.field ?? '-'}:${squeeze(part ?? asked.raw)}`,
    suggested: suggested ?? null,
  };
}

/** Decisions by what they answer; the later of two on one question stands. */
export type Answers = ReadonlyMap<string, Decision>;

/** Puts decisions where readers find them. */
export function answers(decisions: readonly Decision[]): Answers {
  return new Map(decisions.map((decision) => [decision.on, decision]));
}

/**
 * The valid answer to a question, or null while it is open: its own answer before the group's.
 * An answer that is no option of the question, or lacks the value that the option wants, leaves it open.
 */
export function answerTo(asked: Question, given: Answers): Answered | null {
  const decision = given.get(asked.id) ?? given.get(asked.group);
  const option = asked.options.find(({ id }) => id === decision?.choose);
  if (decision === undefined || option === undefined) return null;
  if (option.asks !== undefined && (decision.value ?? '').trim() === '') return null;
  const said = { zh: `${asked.zh}——${option.zh}`, en: `${asked.en} — ${option.en}` };
  return { ...decision, said };
}
