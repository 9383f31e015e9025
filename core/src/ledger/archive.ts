import { canonical } from './canonical.ts';
import type { Crypto, Link } from './chain.ts';
import { verifyChain, type Finding } from './verify.ts';

/** The layout of an archive's lines. Another layout takes another number, so that nobody takes it for tampering. */
export const ARCHIVE_FORMAT = 2;

/**
 * A ledger outside the database: lines of text, one JSON value each. First the archive's own line, then for every dossier
 * its head and its events, last a closing line with a digest over the first line and all heads, so that cutting lines off,
 * also whole dossiers, shows. An archive of another region may follow.
 */
export type ArchiveLine =
  | {
      readonly line: 'archive';
      readonly format: typeof ARCHIVE_FORMAT;
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

type ArchiveOwn = Extract<ArchiveLine, { line: 'archive' }>;
type EndLine = Extract<ArchiveLine, { line: 'end' }>;
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

/** What the digest over all heads begins with: the archive's own line. */
export const headsOf = (own: ArchiveOwn, crypto: Crypto): string => toHex(crypto.hash(crypto.utf8(canonical(own))));

/** Folds the head of one dossier into the digest over all heads. */
export function headsDigest(
  before: string,
  { kind, dossier, version, digest }: Pick<DossierLine, 'kind' | 'dossier' | 'version' | 'digest'>,
  crypto: Crypto,
): string {
  return toHex(crypto.hash(crypto.utf8(`${before}|${canonical([kind, dossier, version, digest])}`)));
}

/** The fields of each line: one more would be read by people and checked by nobody. */
const FIELDS: Readonly<Record<ArchiveLine['line'], number>> = { archive: 5, dossier: 6, event: 12, end: 4 };

/** Checks an archive line by line, holding one dossier at a time. Needs no database and trusts nothing but the bytes. */
export function archiveVerifier(crypto: Crypto) {
  const findings: Finding[] = [];
  const read = new Set<string>();
  let counts = { dossiers: 0, events: 0 };
  let part: Part = { ...emptyPart, links: [] };
  let headless = false;
  const found = (kind: Finding['kind'], detail: string): void => {
    const { current, own } = part;
    findings.push({ kind, region: own?.region ?? '', dossier: current?.dossier ?? '', version: 0, detail });
  };

  const finish = (): void => {
    const { current, links, heads } = part;
    if (!current) return;
    findings.push(...verifyChain(links, { ...current, digest: fromHex(current.digest) }, crypto));
    part = { ...part, current: null, links: [], heads: headsDigest(heads, current, crypto) };
  };
  const begin = (own: ArchiveOwn): void => {
    if (part.own && !part.closed) found('out-of-order', 'an archive begins before the one before it is closed');
    if (read.has(own.region)) found('surplus', `the archive of ${own.region} stands here twice`);
    read.add(own.region);
    part = { ...emptyPart, links: [], own, heads: headsOf(own, crypto) };
    if (own.format !== ARCHIVE_FORMAT || own.algorithm !== 'SM3')
      found('changed', `format ${own.format} with ${own.algorithm} is none that this program can check`);
  };
  const close = (line: EndLine): void => {
    finish();
    part = { ...part, closed: true };
    for (const wrong of closingFaults(part, line)) found(wrong.kind, wrong.detail);
  };
  const count = (what: 'dossiers' | 'events'): void => {
    counts = { ...counts, [what]: counts[what] + 1 };
    part = { ...part, counted: { ...part.counted, [what]: part.counted[what] + 1 } };
  };
  return {
    read(line: ArchiveLine): void {
      if (Object.keys(line).length !== FIELDS[line.line]) found('changed', 'a line is none that an archive has');
      if (line.line === 'archive') return begin(line);
      if (!part.own && !headless) found('out-of-order', 'the archive does not begin with its own line');
      headless = !part.own; // none of the lines that follow has one either
      if (part.closed) found('surplus', 'lines follow the closing line');
      if (line.line === 'end') return close(line);
      if (line.line === 'dossier') {
        finish();
        part = { ...part, current: line };
        if (line.region !== (part.own ?? line).region)
          found('changed', 'the dossier is of another region than the archive');
        count('dossiers');
      } else if (line.line === 'event') {
        if (!part.current) found('broken-chain', 'an event stands before any dossier');
        part.links.push(linkOf(line));
        count('events');
      }
    },
    report(): ArchiveReport {
      if (!part.closed) found('cut-off', 'the closing line is missing');
      return { ...counts, findings };
    },
  };
}

/** What the closing line says that was not read. */
function closingFaults({ counted, heads }: Part, line: EndLine): readonly Pick<Finding, 'kind' | 'detail'>[] {
  const { dossiers, events } = line;
  if (dossiers !== counted.dossiers || events !== counted.events) {
    const detail = `the archive closes over ${dossiers} dossiers and ${events} events, ${counted.dossiers} and ${counted.events} were read`;
    return [{ kind: 'cut-off', detail }];
  }
  return line.heads === heads
    ? []
    : [{ kind: 'changed', detail: 'the heads are not those the archive was closed over' }];
}

/** What has been read of one archive. `links` grows in place: a dossier may have thousands. */
type Part = {
  readonly own: ArchiveOwn | null;
  readonly current: DossierLine | null;
  readonly links: Link[];
  readonly heads: string;
  readonly counted: { readonly dossiers: number; readonly events: number };
  readonly closed: boolean;
};
const emptyPart: Part = {
  own: null,
  current: null,
  links: [],
  heads: '',
  counted: { dossiers: 0, events: 0 },
  closed: false,
};

const linkOf = (line: EventLine): Link => {
  const { line: _line, ...link } = line;
  return { ...link, body: fromHex(line.body), previous: fromHex(line.previous), digest: fromHex(line.digest) };
};

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Bytes of a hex text; of any other text bytes that no digest has, so that it shows as changed. */
function fromHex(text: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) return Uint8Array.of();
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
