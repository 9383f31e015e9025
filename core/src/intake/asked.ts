import { answerTo } from './question.ts';
import type { Answered, Answers, Decision, Question } from './question.ts';
import { toldAnswer } from './told.ts';
import type { Told } from './told.ts';

/** A value with what is still open about it and what people decided about it. */
export type Asked<T> = {
  readonly value: T;
  readonly questions: readonly Question[];
  readonly decisions: readonly Answered[];
};

/** A value nobody needs to be asked about. */
export function plain<T>(value: T): Asked<T> {
  return { value, questions: [], decisions: [] };
}

/** Asks, and uses the answer where there is a valid one, here or as it was told before. `use` answers null when the value it brings makes no sense. */
export function ask<T>(
  asked: Question,
  given: Answers,
  open: T,
  use: (decision: Decision) => T | null,
  told?: Told,
): Asked<T> {
  const answer = answerTo(asked, given) ?? toldAnswer(asked, given, told);
  const value = answer === null ? null : use(answer);
  return answer === null || value === null
    ? { value: open, questions: [asked], decisions: [] }
    : { value, questions: [], decisions: [answer] };
}

/** Several asked values as one list. */
export function together<T>(parts: readonly Asked<readonly T[]>[]): Asked<readonly T[]> {
  return {
    value: parts.flatMap(({ value }) => value),
    questions: parts.flatMap(({ questions }) => questions),
    decisions: parts.flatMap(({ decisions }) => decisions),
  };
}
