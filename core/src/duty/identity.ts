import { derivedId } from '../ledger/index.ts';

/** Digest of a text as lower-case hex, as the law brings it along. */
export type Digest = (text: string) => string;

/** What makes a dossier of a duty this one and no other. */
export type Name = {
  readonly region: string;
  readonly duty: string;
  /** Absent: the duty's own book. */
  readonly period?: string;
  /** Absent with a period: its gathering. */
  readonly unit?: string;
  readonly field?: string | null;
  /** The dossier that a sampled return is about. */
  readonly about?: string | null;
  /** Of a correction: the return that it corrects, and how many corrected it before. */
  readonly corrects?: { readonly dossier: string; readonly nth: number };
};

/** The id that a dossier of a duty has: a double run, two processes and an outage of a week all come to the same one. */
export const dossierId = (name: Name, digest: Digest): string => derivedId(name, digest);
