import type { PlainDate } from '../time/index.ts';
import { squeeze } from './normalise.ts';
import type { Answered, Answers, Decision, Question } from './question.ts';

/** What people said before that a written word means: whose unit a name is, or which word of the plan. */
export type Told = {
  /** The unit or the word; null: it was left out, or only kept as it is written. */
  readonly means: string | null;
  readonly person: string;
  readonly on: PlainDate;
};

/** What was told, by the sort of question and the word as it is compared (`toldAs`). */
export type Memory = ReadonlyMap<string, Told>;

/** What reading needs of it. */
export type ToldBefore = { readonly told?: Memory };

/** An answer that was kept with another import. */
export type EarlierAnswer = Pick<Decision, 'on' | 'choose' | 'value'> & {
  readonly person: string;
  readonly day: PlainDate;
};

// `7:unit:unit-unknown:县水利局` answers one row, `unit-unknown:unit:县水利局` all alike.
const ABOUT_UNIT = /^(?:\w+:(?:sheet:)?[a-z0-9-]+:unit-unknown|unit-unknown:(?:sheet:)?[a-z0-9-]+):([\s\S]+)$/;
const ABOUT_WORD = /^(?:\w+:((?:fact:)?[a-z0-9-]+):word-unknown|word-unknown:((?:fact:)?[a-z0-9-]+)):([\s\S]+)$/;

/** The name under which an answer is remembered: names of units everywhere alike, words by their field. */
export const toldAs = (field: string | null, words: string): string =>
  field === null ? `unit|${squeeze(words)}` : `${field}|${squeeze(words)}`;

function keyOf(on: string): string | null {
  const unit = ABOUT_UNIT.exec(on)?.[1];
  if (unit !== undefined) return toldAs(null, unit);
  const [, own, alike, words] = ABOUT_WORD.exec(on) ?? [];
  const field = own ?? alike;
  return field === undefined || words === undefined ? null : toldAs(field, words);
}

/** What people said before about names and words that the plan does not know. The newest answer stands. @param answers newest first */
export function memoryOf(answers: readonly EarlierAnswer[]): Memory {
  const told = new Map<string, Told>();
  for (const { on, choose, value, person, day } of answers) {
    const key = keyOf(on);
    const means = choose === 'other' ? (value ?? '') : choose;
    if (key === null || told.has(key) || means === '') continue;
    told.set(key, { means: means === 'leave-out' ? null : means, person, on: day });
  }
  return told;
}

/** The choice that asks a question anew that what was told before has settled. */
export const ASK_AGAIN = 'ask-again';

/** What was told before as the answer to a question; null where nothing fits, and where somebody here said anything about it. */
export function toldAnswer(asked: Question, given: Answers, told: Told | undefined): Answered | null {
  if (told === undefined || given.has(asked.id) || given.has(asked.group)) return null;
  const { means, person, on } = told;
  const option =
    asked.options.find(({ id }) => id === (means ?? 'leave-out')) ?? asked.options.find(({ id }) => id === 'other');
  if (option === undefined) return null;
  const said = { zh: `${asked.zh}——${option.zh}`, en: `${asked.en} — ${option.en}` };
  const value = option.asks === undefined || means === null ? {} : { value: means };
  return { on: asked.group, choose: option.id, ...value, reason: '', said, told: { person, on } };
}
