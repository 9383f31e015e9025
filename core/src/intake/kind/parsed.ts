import type { SheetValue } from '../../policy/index.ts';
import type { Option, Wanted } from '../question.ts';
import type { Said } from '../said.ts';

/** A choice that a person has about a doubtful cell, with the value it stands for. */
export type Offer = Pick<Option, 'id' | 'zh' | 'en'> & { readonly value: SheetValue };

/** What a cell says, or why that is doubtful, with what it may mean, likeliest first. `asks`: what another value is given as. */
export type Parsed =
  | { readonly value: SheetValue }
  | {
      readonly doubt: Said;
      readonly offers?: readonly Offer[];
      readonly suggested?: boolean;
      readonly asks: Exclude<Wanted, 'field'>;
    };

/** A cell that says this. */
export const says = (value: SheetValue): Parsed => ({ value });

/** A cell that a person must look at. `suggested`: the first offer is what was probably meant. */
export const doubts = (
  doubt: Said,
  asks: Exclude<Wanted, 'field'>,
  offers: readonly Offer[] = [],
  suggested = false,
): Parsed => ({ doubt, asks, offers, suggested });
