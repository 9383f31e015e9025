import type { Schema } from '../api/client.ts';
import type { Dossier } from './dossier.ts';

/** Stations of the loop, as the step bar shows them. */
export const STATIONS = ['found', 'edition', 'handover', 'plan', 'rectify', 'acceptance', 'closed'] as const;
export type StationId = (typeof STATIONS)[number];
export type Station = { readonly id: StationId; readonly state: 'done' | 'open' | 'ahead'; readonly on: string | null };

/** How far round the loop each stage has come: the station that is open now. */
const AT: Readonly<Record<string, number>> = {
  registered: 0,
  withdrawn: 0,
  listed: 1,
  consented: 2,
  'handed-over': 2,
  planning: 3,
  rectifying: 4,
  accepting: 5,
  closed: 7,
};

type Placed = Pick<Dossier, 'row' | 'plan' | 'runs'>;
type Entry = Pick<Schema<'TimelineEntry'>, 'type' | 'on' | 'claimedOn'>;

/** The seven stations with their state and, where it is known, the day on which each was reached; the record tells what the dossier's own fields do not. */
export function stationsOf({ row, plan, runs }: Placed, record: readonly Entry[]): Station[] {
  const at = AT[row.stage] ?? 0;
  const finished = (run: string): string | null => runs.find((one) => one.id === run)?.finishedOn ?? null;
  const last = (type: string): string | null => {
    const entry = [...record].reverse().find((one) => one.type === type);
    return entry ? (entry.claimedOn ?? entry.on) : null;
  };
  const days: Readonly<Record<StationId, string | null>> = {
    found: row.registeredOn,
    edition: last('EditionConsented'),
    handover: row.handedOverOn,
    plan: plan?.inForce ?? null,
    rectify: last('FinishReported'),
    acceptance: finished('acceptance'),
    closed: row.closedOn,
  };
  return STATIONS.map((id, index) => ({
    id,
    on: days[id],
    state: index < at ? 'done' : index === at ? 'open' : 'ahead',
  }));
}
