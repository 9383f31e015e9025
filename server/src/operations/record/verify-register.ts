import type { Finding, Link } from '@bihuan/core/ledger';
import type { RegisterEntry, RegisterEvent } from '@bihuan/core/received';
import type { Executor } from '../../store/dossiers/dossiers.ts';
import { bodyOf, dossiersAfter, eventsOf } from '../../store/dossiers/events.ts';
import { notAsEntered, waitingForNothing, waitingOf } from '../../store/dossiers/registers.ts';

/** How many names are looked up at once. */
const TOGETHER = 1_000;

type Row = {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly digest: Uint8Array;
};

/** Compares the register of all dossiers with those that are there, a volume at a time, holding nothing of it longer. */
export function registerCheck(db: Executor, region: string) {
  const volumes: { readonly row: Row; readonly opened: Extract<RegisterEvent, { type: 'VolumeOpened' }> | null }[] = [];
  let [standing, entered] = [0, 0];
  const found = (kind: Finding['kind'], dossier: string, detail: string): Finding => ({
    kind,
    region,
    dossier,
    version: 0,
    detail,
  });

  return {
    /** Notes that these dossiers are there. */
    async dossiers(rows: readonly Row[]): Promise<void> {
      const plain = rows.flatMap(({ id, kind }) => (kind === 'register' ? [] : [id]));
      standing += plain.length - (await waitingOf(db, region, plain)).size;
    },
    /** What a volume names and is not there, or is not what it names. */
    async volume(row: Row, links: readonly Link[]): Promise<readonly Finding[]> {
      const events = links.map((link) => bodyOf<RegisterEvent>(link.body));
      volumes.push({ row, opened: events.find((event) => event.type === 'VolumeOpened') ?? null });
      const entries = entriesOf(events);
      const findings: Finding[] = [];
      for (let from = 0; from < entries.length; from += TOGETHER) {
        const piece = entries.slice(from, from + TOGETHER);
        for (const { id, kind, there } of await notAsEntered(db, region, piece))
          findings.push(
            there
              ? found('changed', id, `a ${kind} does not begin as the register names it`)
              : found('missing', id, `a ${kind} that the register names is not there`),
          );
      }
      entered += entries.length - findings.filter(({ kind }) => kind === 'missing').length;
      return findings;
    },
    /** What only shows when everything was looked at: volumes out of line, dossiers that no volume names. */
    async rest(): Promise<readonly Finding[]> {
      const lost = await waitingForNothing(db, region);
      return [
        ...volumeFaults(volumes).map(({ id, detail }) => found('broken-chain', id, detail)),
        ...lost.map((id) => found('missing', id, 'a dossier was opened and is not there')),
        ...(standing === entered
          ? []
          : (
              await unnamed(
                db,
                region,
                volumes.map(({ row }) => row.id),
              )
            ).map(({ id, kind }) => found('surplus', id, `a ${kind} stands in no register`))),
      ];
    },
  };
}

const entriesOf = (events: readonly RegisterEvent[]): readonly RegisterEntry[] =>
  events.flatMap((event) => (event.type === 'VolumeOpened' ? [] : event.dossiers));

/** Volumes follow each other, and each names the one before it as it stood when it was full. */
function volumeFaults(
  volumes: readonly {
    readonly row: Row;
    readonly opened: Extract<RegisterEvent, { type: 'VolumeOpened' }> | null;
  }[],
): { readonly id: string; readonly detail: string }[] {
  const ordered = volumes.toSorted((a, b) => (a.opened?.volume ?? 0) - (b.opened?.volume ?? 0));
  return ordered.flatMap(({ row, opened }, at) => {
    const last = ordered[at - 1]?.row ?? null;
    const before = opened?.before ?? null;
    const same =
      opened?.volume === at + 1 &&
      before?.id === last?.id &&
      before?.version === last?.version &&
      before?.digest === (last ? Buffer.from(last.digest).toString('hex') : undefined);
    return same ? [] : [{ id: row.id, detail: 'a volume of the register does not follow the one before it' }];
  });
}

/** Who they are is looked up only where the sums differ: all names at once are many. */
async function unnamed(
  db: Executor,
  region: string,
  volumes: readonly string[],
): Promise<{ readonly id: string; readonly kind: string }[]> {
  const named = new Set<string>(volumes);
  for (const id of volumes) {
    const links = await eventsOf(db, region, id, 0, 100_000);
    for (const entry of entriesOf(links.map((link) => bodyOf<RegisterEvent>(link.body)))) named.add(entry.id);
  }
  const found: { id: string; kind: string }[] = [];
  for (let after: string | null = null; ;) {
    const rows: Row[] = await dossiersAfter(db, region, after, TOGETHER);
    const waiting = await waitingOf(
      db,
      region,
      rows.map(({ id }) => id),
    );
    found.push(...rows.filter(({ id }) => !named.has(id) && !waiting.has(id)));
    if (rows.length < TOGETHER) return found;
    after = rows.at(-1)!.id;
  }
}
