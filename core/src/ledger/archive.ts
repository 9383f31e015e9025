import { canonical } from './canonical.ts';
import type { Crypto, Link } from './chain.ts';
import { verifyChain, type Finding, type Head } from './verify.ts';

/**
 * A ledger outside the database: lines of text, one JSON value each. First the archive's own line with the count of
 * dossiers, then for every dossier its head and its events, last a closing line with a digest over all heads, so that
 * cutting lines off, also whole dossiers, shows.
 */
export type ArchiveLine =
  | {
      readonly line: 'archive';
      readonly format: 1;
      readonly region: string;
      readonly algorithm: 'SM3';
      readonly writtenAt: string;
    }
  | {
      readonly line: 'dossier';
      readonly region: string;
      readonly dossier: string;
      readonly kind: string;
      readonly version: number;
      readonly digest: string;
    }
  | ({ readonly line: 'event'; readonly body: string; readonly previous: string; readonly digest: string } & Omit<
      Link,
      'body' | 'previous' | 'digest'
    >)
  | { readonly line: 'end'; readonly dossiers: number; readonly events: number; readonly heads: string };

type EventLine = Extract<ArchiveLine, { line: 'event' }>;
type DossierLine = Extract<ArchiveLine, { line: 'dossier' }>;

/** What a check of an archive found, and how much it read. */
export type ArchiveReport = {
  readonly dossiers: number;
  readonly events: number;
  readonly findings: readonly Finding[];
};

/** An event as its line. Bytes are hex. */
export const eventLine = (link: Link): EventLine => ({
  line: 'event',
  ...link,
  body: toHex(link.body),
  previous: toHex(link.previous),
  digest: toHex(link.digest),
});

/** Folds the head of one dossier into the digest over all heads. */
export function headsDigest(
  before: string,
  head: { readonly dossier: string; readonly version: number; readonly digest: string },
  crypto: Crypto,
): string {
  return toHex(crypto.hash(crypto.utf8(`${before}|${canonical([head.dossier, head.version, head.digest])}`)));
}

/** Checks an archive line by line, holding one dossier at a time. Needs no database and trusts nothing but the bytes. */
export function archiveVerifier(crypto: Crypto) {
  let current: DossierLine | null = null;
  let links: Link[] = [];
  let heads = '';
  let counts = { dossiers: 0, events: 0 };
  let opened = false;
  let closed = false;
  const findings: Finding[] = [];
  const found = (kind: Finding['kind'], detail: string): void =>
    void findings.push({ kind, region: current?.region ?? '', dossier: current?.dossier ?? '', version: 0, detail });

  const finish = (): void => {
    if (!current) return;
    const head: Head = { ...current, digest: fromHex(current.digest) };
    findings.push(...verifyChain(links, head, crypto));
    heads = headsDigest(heads, current, crypto);
    links = [];
  };
  return {
    read(line: ArchiveLine): void {
      if (closed) found('surplus', 'lines follow the closing line');
      if (opened === (line.line === 'archive'))
        found('out-of-order', opened ? 'the archive begins twice' : 'the archive does not begin with its own line');
      opened = true;
      if (line.line === 'event') {
        if (!current) found('broken-chain', 'an event stands before any dossier');
        counts = { ...counts, events: counts.events + 1 };
        links.push({
          ...line,
          body: fromHex(line.body),
          previous: fromHex(line.previous),
          digest: fromHex(line.digest),
        });
      } else if (line.line === 'dossier') {
        finish();
        current = line;
        counts = { ...counts, dossiers: counts.dossiers + 1 };
      } else if (line.line === 'end') {
        finish();
        current = null;
        closed = true;
        if (line.dossiers !== counts.dossiers || line.events !== counts.events)
          found(
            'cut-off',
            `the archive closes over ${line.dossiers} dossiers and ${line.events} events, ${counts.dossiers} and ${counts.events} were read`,
          );
        else if (line.heads !== heads) found('changed', 'the heads are not those the archive was closed over');
      }
    },
    report(): ArchiveReport {
      if (!closed) found('cut-off', 'the closing line is missing');
      return { ...counts, findings };
    },
  };
}

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Bytes of a hex text; of any other text bytes that no digest has, so that it shows as changed. */
function fromHex(text: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) return Uint8Array.of();
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
