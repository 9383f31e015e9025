import type { LightLevel } from '../../store/dossiers/listing.ts';

type Counted = { readonly total: number; readonly more: boolean };

/**
 * How many of a list are late, counted as far as the list itself; `count` counts the same question under that light. A list
 * that is asked for by another light has none.
 */
export async function countLate(
  asked: LightLevel | undefined,
  count: (light: 'red') => Promise<Counted>,
): Promise<Counted> {
  return asked === undefined || asked === 'red' ? count('red') : { total: 0, more: false };
}
