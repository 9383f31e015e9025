import type { Policy } from './model.ts';

/** What tells readings of one edition apart from those of another. */
export type Reading = Pick<Policy, 'id' | 'inForceFrom' | 'revision'>;

/** Which reading of its edition this is, from 1. */
export const readingNo = ({ revision }: Reading): number => revision?.no ?? 1;

/** Whether both are readings of one edition of the plan: the same text, in force from the same day. */
export const sameEdition = (one: Reading, other: Reading): boolean =>
  one.id === other.id && one.inForceFrom === other.inForceFrom;

/** Whether `later` reads the edition anew that `earlier` reads. */
export const readAnew = (earlier: Reading, later: Reading): boolean =>
  sameEdition(earlier, later) && readingNo(later) > readingNo(earlier);
