import type { Actor } from '@bihuan/core/access';
import type { Link } from '@bihuan/core/ledger';
import { cameTo } from '@bihuan/core/notification';
import { foldLog, type LastAct, type ProcedureEvent } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { bodyOf, eventsOf } from '../../store/dossiers/events.ts';
import { isOpened, type Given } from '../../store/dossiers/task-seen.ts';
import type { Numbered, Signed, Subject } from './subject.ts';

/** A dossier with its whole log; null: the log is read here, which whoever shows a dossier has done. */
type Logged<S> = { readonly id: string; readonly state: S; readonly log: readonly Link[] | null };

/** The last act with what it gave to whom, to ask anew as it is taken back. */
export type LastHere = LastAct & { readonly given: Given };

/** The longest log that is folded to take an act back, in events. */
const MOST = 20_000;

/**
 * What this person did last in the dossier, where nobody has acted since; undefined where somebody has. Whether those whom it gave
 * something to have opened the dossier is looked up in what desks note of it, which is no part of the record.
 */
export async function lastActOf<S extends Numbered, E extends Signed>(
  { absent, evolve, lines }: Pick<Subject<S, never, E>, 'absent' | 'evolve' | 'lines'>,
  services: Services,
  { id, state, log: known }: Logged<S>,
  by: Actor,
): Promise<LastHere | undefined> {
  const { db, region, today } = services;
  const log = known ?? (await eventsOf(db, region, id, 0, MOST));
  const end = log.at(-1);
  if (!end || end.actor !== by.id) return undefined;
  const from = log.findIndex(({ command }) => command === end.command);
  const bodies = log.map(({ body }) => bodyOf<E>(body));
  const before = foldLog(evolve, absent, bodies.slice(0, from));
  const law = services.law(state.policy);
  const came = cameTo({ dossier: before, lines: lines(before, law) }, { dossier: state, lines: lines(state, law) });
  const given = { dossier: id, ...came, but: by.id, on: today() };
  const opened = await isOpened(db, region, given);
  // what the subject adds of its own stands among them, and is no step
  const events = bodies.slice(from) as readonly unknown[] as readonly ProcedureEvent[];
  return { from: log[from]!.version, to: end.version, events, before, opened, given };
}
