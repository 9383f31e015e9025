import { canonical } from '../ledger/index.ts';

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

/**
 * The id that a dossier of a duty has, whoever opens it and however often: a version 8 UUID (RFC 9562) of the digest of
 * its name. A double run, two processes and an outage of a week all come to the same id, and the log takes each once.
 */
export function dossierId(name: Name, digest: Digest): string {
  const said = canonical(name);
  let hex = digest(said);
  while (hex.length < 32) hex += digest(`${said}${hex}`); // digests of tests are short
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}
