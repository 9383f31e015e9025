import type { TFunction } from 'i18next';
import { listed } from '../i18n/listed.ts';

/** So many of a seat are named; a post is rarely held by more. */
const NAMED = 3;

/** A seat with who holds it today, where it is known: whoever waits knows whom to ring up. */
export function withPeople({ people }: { readonly people: readonly string[] }, seat: string, t: TFunction): string {
  const names = people.length > NAMED ? [...people.slice(0, NAMED), '…'] : people;
  return names.length > 0 ? t('obstacle.held', { seat, names: listed(names, t) }) : seat;
}
