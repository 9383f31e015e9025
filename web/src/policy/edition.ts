import type { Schema } from '../api/client.ts';

/** One published edition of the plan as the server shows it. */
export type Edition = Schema<'PolicyEdition'>;
export type Route = Edition['procedures'][number]['routes'][number];
export type Fault = Edition['faults'][number];
export type Ruling = Edition['rulings'][number];

/** Rulings that nobody with the power to do so has confirmed. */
export const openRulings = ({ rulings }: Edition): readonly Ruling[] =>
  rulings.filter(({ status }) => status === 'pending');

/** What the program calls the places where a fault happens: `来源 省级移交，类别 一般性问题`. */
export function caseWords(
  edition: Edition,
  facts: Readonly<Record<string, string>>,
  text: (text: { readonly zh: string; readonly en?: string | undefined }) => string,
): string {
  return Object.entries(facts)
    .map(([id, value]) => {
      const fact = edition.policy.facts.find((known) => known.id === id);
      const label = fact?.values.find((known) => known.id === value)?.label;
      return label ? text(label) : value;
    })
    .join(' · ');
}
