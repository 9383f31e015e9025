import type { Condition, Text } from './fact.ts';

/** Which dossiers a figure counts: those that are open on the day, or that were opened or closed in the period of the return. */
export const countings = ['open', 'opened', 'closed'] as const;
/** A word of this list. */
export type Counting = (typeof countings)[number];

/**
 * A figure that the program counts (自动计数). It is the office's and not a reader's: whoever may read the sheet sees the same
 * number, and behind it only those rows that he may read himself.
 */
export type Figure = { readonly id: string; readonly title: Text } & (
  | {
      /** Dossiers of this kind. */
      readonly count: string;
      /** Only those whose facts meet this; one whose facts are not known is not counted. */
      readonly when?: Condition;
      readonly which: Counting;
      /** Only those that the unit has which owes the return. */
      readonly ofUnit: boolean;
    }
  /** What the members of the gathering say in this number or sum of money. */
  | { readonly sum: string }
);
