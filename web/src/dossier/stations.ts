import type { Dossier } from './dossier.ts';

/** Stations of the loop, as the step bar shows them. */
export const STATIONS = ['found', 'edition', 'handover', 'plan', 'rectify', 'acceptance', 'closed'] as const;
export type StationId = (typeof STATIONS)[number];
export type Station = { readonly id: StationId; readonly state: 'done' | 'open' | 'ahead'; readonly on: string | null };

/** How far round the loop each stage has come: the station that is open now. */
const AT: Readonly<Record<Dossier['row']['stage'], number>> = {
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

/** The seven stations with their state and, where it is known, the day on which each was reached. */
export function stationsOf({ row, plan, runs }: Placed): Station[] {
  const at = AT[row.stage];
  const finished = (run: string): string | null => runs.find((one) => one.id === run)?.finishedOn ?? null;
  const days: Readonly<Record<StationId, string | null>> = {
    found: row.registeredOn,
    edition: null,
    handover: row.handedOverOn,
    plan: plan?.inForce ?? null,
    rectify: null,
    acceptance: finished('acceptance'),
    closed: row.closedOn,
  };
  return STATIONS.map((id, index) => ({
    id,
    on: days[id],
    state: index < at ? 'done' : index === at ? 'open' : 'ahead',
  }));
}
