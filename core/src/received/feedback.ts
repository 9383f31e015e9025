import type { Signer } from '../access/index.ts';
import type { PlainDate } from '../time/index.ts';

/** What the log of a word about the system says: whose it is, of which page, when. The words are told by their digest alone. */
export type FeedbackEvent = {
  readonly by: Signer;
  readonly on: PlainDate;
  readonly page: string;
  /** SM3 of the words, lower-case hex: people write of people, and the log keeps nothing of that. */
  readonly said: string;
} & (
  | { readonly type: 'FeedbackGiven'; readonly at: string }
  | {
      /** It was there before such words had logs. */
      readonly type: 'FeedbackFound';
      readonly author: string;
      readonly authorName: string;
      readonly unitName: string;
      readonly givenAt: string;
    }
);

/** A word about the system as its log has it. */
export type FeedbackLog = {
  readonly page: string;
  readonly said: string;
  readonly author: string;
  readonly authorName: string;
  readonly unitName: string;
  readonly givenAt: string;
};

/** Folds the event of a word about the system: it has one. */
export function evolveFeedback(_before: FeedbackLog | null, event: FeedbackEvent): FeedbackLog {
  const { page, said, by } = event;
  if (event.type === 'FeedbackGiven')
    return { page, said, author: by.id, authorName: by.name, unitName: by.unitName, givenAt: event.at };
  const { author, authorName, unitName, givenAt } = event;
  return { page, said, author, authorName, unitName, givenAt };
}
