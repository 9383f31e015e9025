import type { PlainDate } from '../time/index.ts';

/** A scan as first received. `digest` is SM3 of its bytes, lower-case hex: the record proves which paper was filed. */
export type Scanned = { readonly name: string; readonly digest: string };

/**
 * A numbered paper: 文号 and the day it is dated; where there is a scan, its file id and what was filed under it. Papers
 * recorded before digests were kept name the file alone.
 */
export type OfficialDocument = {
  readonly number: string;
  readonly date: PlainDate;
  readonly scan?: string;
  readonly scanned?: Scanned;
};
