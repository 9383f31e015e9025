import type { Counted, LightLevel } from '../../store/dossiers/listing.ts';

/** How many are late of a list that was asked for by a light: all of the red one, none of any other. */
export const lateUnder = (light: LightLevel | undefined, counted: Counted): Counted =>
  light === 'red' ? counted : { total: 0, more: false };
