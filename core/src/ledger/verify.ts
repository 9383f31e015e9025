import { digestOf, GENESIS, type Crypto, type Link } from './chain.ts';

/**
 * What is wrong with a dossier: with its log, with the state made from it, or with a file that an event names.
 * `version` is the first event where it shows.
 */
export type Finding = {
  readonly kind:
    | 'changed'
    | 'missing'
    | 'broken-chain'
    | 'out-of-order'
    | 'cut-off'
    | 'surplus'
    /** State or list rows say something else than the events. */
    | 'state-differs'
    | 'row-differs'
    /** Recorded before what stands before it: a clock was wrong, or somebody's hand. */
    | 'time-backwards'
    /** The database is not what the migrations make: a table, a rule, a trigger, a right. */
    | 'schema-differs'
    | 'file-changed'
    | 'file-missing';
  readonly region: string;
  readonly dossier: string;
  readonly version: number;
  readonly detail: string;
};

/** Where the list row says the dossier stands: cutting off the newest events leaves it pointing at nothing. */
export type Head = {
  readonly region: string;
  readonly dossier: string;
  readonly version: number;
  readonly digest: Uint8Array;
};

/** Clocks of two machines on one database may differ by so much, ms. */
const APART = 5_000;

/**
 * Checks one dossier's log against itself and its head, in the order the events were read. An event changed, deleted,
 * inserted, moved or cut off shows as at least one finding.
 */
export function verifyChain(links: readonly Link[], head: Head, crypto: Crypto): Finding[] {
  const findings: Finding[] = [];
  const found = (kind: Finding['kind'], version: number, detail: string): void => {
    findings.push({ kind, region: head.region, dossier: head.dossier, version, detail });
  };
  let previous: Uint8Array = GENESIS;
  links.forEach((link, index) => {
    const wanted = index + 1;
    if (link.version < wanted)
      found('out-of-order', link.version, `event ${link.version} stands where ${wanted} belongs`);
    else if (link.version > wanted) found('missing', wanted, `event ${wanted} is missing before ${link.version}`);
    if (link.dossier !== head.dossier || link.region !== head.region)
      found('broken-chain', link.version, 'the event belongs to another dossier');
    if (!same(link.previous, previous))
      found('broken-chain', link.version, 'the event does not follow from the one before it');
    if (!same(digestOf(link, link.previous, crypto), link.digest))
      found('changed', link.version, 'the event is not what was written');
    const before = links[index - 1];
    if (before && Date.parse(link.recordedAt) < Date.parse(before.recordedAt) - APART)
      found('time-backwards', link.version, `recorded ${link.recordedAt}, after an event of ${before.recordedAt}`);
    previous = link.digest;
  });
  const last = links.at(-1)?.version ?? 0;
  if (last < head.version) found('cut-off', last + 1, `the log ends at ${last}, the dossier stands at ${head.version}`);
  else if (last > head.version)
    found('surplus', head.version + 1, `the dossier stands at ${head.version}, the log goes on to ${last}`);
  else if (!same(previous, head.digest))
    found('broken-chain', last, 'the dossier stands at another event than the log ends with');
  return findings;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
