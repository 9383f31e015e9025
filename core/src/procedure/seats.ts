import { unitName, unitsInRole } from '../access/units.ts';
import { evaluate, type ProcedureId, type RoleId, type Seat, type Step, type Unit } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Dossier, Task } from './dossier.ts';
import { kindIn, type Law } from './law.ts';

type Player = { readonly unit: string; readonly unitName: string; readonly external: boolean };

/** Units that play this role here: a part of the dossier, or an office of the plan on that day. */
export function playersOf(role: RoleId, dossier: Dossier, law: Law, on: PlainDate): Player[] {
  const player = (unit: Unit): Player => ({
    unit: unit.id,
    unitName: unitName([unit], unit.id, on),
    external: unit.external,
  });
  if (!role.startsWith('case.')) return unitsInRole(law.units, role, on).map(player);
  return (dossier.parts[role] ?? []).map(({ unit: id }) => {
    const unit = law.units.find((candidate) => candidate.id === id);
    return unit ? player(unit) : { unit: id, unitName: id, external: false };
  });
}

/** Whether somebody must play this role in such a dossier: an office, or a part of its kind that is required at its facts. */
function isDemanded(role: RoleId, { kind, facts }: Dossier, law: Law): boolean {
  const part = law.policy.caseRoles.find(({ id }) => id === role);
  if (!part) return true;
  const known = kindIn(law, kind)?.parts ?? [];
  if (known.length > 0 && !known.includes(role)) return false;
  return typeof part.required === 'boolean' ? part.required : evaluate(part.required.when, facts).holds === 'yes';
}

/** Fresh tasks for every seat of a step: after a return each co-signer gets a new one. */
export function tasksFor(
  step: Step,
  run: ProcedureId,
  round: number,
  dossier: Dossier,
  law: Law,
  on: PlainDate,
): Task[] {
  const seats = [
    ...step.by.flatMap((seat) => seated(seat, 'decide', dossier, law, on)),
    ...step.coSign.flatMap((seat) => seated(seat, 'co-sign', dossier, law, on)),
  ];
  return seats.map((seat, index) => ({
    id: `${run}/${step.id}/${round}/${index}`,
    run,
    step: step.id,
    round,
    do: step.do,
    title: step.title,
    clause: step.clause,
    openedOn: on,
    ...seat,
  }));
}

/** A step of a run in one round. */
type Round = { readonly run: ProcedureId; readonly step: string; readonly round: number };

type SeatTaken = Pick<Task, 'role' | 'post' | 'unit' | 'unitName' | 'external' | 'part'>;

function seated(seat: Seat, part: Task['part'], dossier: Dossier, law: Law, on: PlainDate): SeatTaken[] {
  const players = playersOf(seat.role, dossier, law, on);
  if (players.length > 0) return players.map((player) => ({ role: seat.role, post: seat.post, part, ...player }));

  // nobody to co-sign is no hindrance where the part is optional; nobody to decide is shown, never skipped. A part is filled
  // by naming somebody, which opens the step anew. An office stays empty here: the checker asks about every day on which a
  // plan leaves one vacant (post-unheld), so it takes a ruling that let it be to come to this, and it must be seen
  if (part === 'co-sign' && !isDemanded(seat.role, dossier, law)) return [];
  return [{ role: seat.role, post: seat.post, unit: null, unitName: null, external: false, part }];
}

/** The first number of a seat that no task of this round bears or bore: `plan/draft/1/4`. */
export function firstFree({ runs, tasks }: Dossier, { run, step, round }: Round, seats: number): number {
  const prefix = `${run}/${step}/${round}/`;
  const ids = [...tasks.map(({ id }) => id), ...runs[run]!.acts.map(({ task }) => task)];
  const numbers = ids.filter((id) => id.startsWith(prefix)).map((id) => Number(id.slice(prefix.length)));
  return Math.max(seats, ...numbers.map((number) => number + 1));
}

/** Whether this task is that seat's in the round: the same office or part, post and unit, deciding or signing along. */
export const isSeat = (
  task: Task,
  { run, step, round }: Round,
  seat: Pick<Task, 'role' | 'post' | 'unit' | 'part'>,
): boolean =>
  task.run === run &&
  task.step === step &&
  task.round === round &&
  task.part === seat.part &&
  task.role === seat.role &&
  task.post === seat.post &&
  task.unit === seat.unit;
