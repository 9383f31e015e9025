import { daysBetween, type PlainDate } from '../time/index.ts';

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
  /** Further scans of the same paper, in the order in which they were given; absent: one is all. */
  readonly further?: readonly (Scanned & { readonly file: string })[];
};

/** What an answer says of its day: when it was entered, and by which paper. */
type Dated = {
  readonly on: PlainDate;
  readonly recorded: { readonly document: OfficialDocument } | null;
  readonly document?: OfficialDocument | null;
  /** Absent in answers from before the day of one's own paper counted. */
  readonly paperCounts?: true;
};

/**
 * The day that an answer bears, for starting and for meeting a limit alike: that of a paper with number, day and scan, of a unit
 * outside and of one's own; else the day it was entered. A day that somebody merely claims is shown beside and never counts.
 */
export const dayBorne = ({ on, recorded, document, paperCounts }: Dated): PlainDate =>
  recorded?.document.date ?? (paperCounts && document?.scan ? document.date : on);

/** The day that a paper makes count; null where it has no scan, so that it makes none. */
export const paperDay = (paper: OfficialDocument | null | undefined): PlainDate | null =>
  paper?.scan ? paper.date : null;

/** Days between the day of entry and the day that the paper bears, or that was claimed; 0 where both are one. */
export function daysApart(dated: Dated & { readonly claimedOn?: PlainDate }): number {
  const said = dated.recorded?.document.date ?? dated.document?.date ?? dated.claimedOn ?? dated.on;
  return Math.abs(daysBetween(said, dated.on));
}
