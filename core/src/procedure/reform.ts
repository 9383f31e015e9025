import { unitName } from '../access/units.ts';
import { presentUnit, unitsInRole, type Unit } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { FarDay } from './far-day.ts';
import type { CopyFile, Dossier, Parts, Task } from './dossier.ts';
import type { Law } from './law.ts';
import type { ReformFollowed } from './reform-event.ts';

/** What a reform of units means for a dossier on a day; both lists are empty where it means nothing. */
export type Reform = Pick<ReformFollowed, 'units' | 'tasks'>;

/** A copy that is still to be sent or read. */
const isAwaited = ({ state }: CopyFile): boolean => state === 'owed' || state === 'filed';

/**
 * Which units that the dossier names have been succeeded by this day, and which open steps of an office go to whoever holds it now.
 * `others`: units that the subject itself names, of measures. Where several hold the office and it is not plain who has the step
 * now, it stays where it is.
 */
export function reformOf(dossier: Dossier, others: readonly string[], { units }: Law, on: PlainDate): Reform {
  const named = (id: string) => {
    const unit = units.find((each) => each.id === id);
    return { to: id, toName: unitName(units, id, on), external: unit?.external ?? false };
  };
  const parts = Object.values(dossier.parts).flatMap((players) => players.map(({ unit }) => unit));
  const copies = dossier.copies.filter(isAwaited).map(({ unit }) => unit);
  const succeeded = [...new Set([...parts, ...copies, ...others])].filter((id) => presentUnit(units, id, on) !== id);
  const tasks = [...dossier.tasks, ...(dossier.farDays ?? []).map(seatIn)].flatMap((task) => {
    const to = heirOf(task, dossier, units, on);
    const from = task.unit;
    return to === null || from === null || to === from
      ? []
      : [{ task: task.id, from, fromName: task.unitName ?? from, ...named(to) }];
  });
  const moves = succeeded.map((from) => ({
    from,
    fromName: unitName(units, from, on),
    ...named(presentUnit(units, from, on)),
  }));
  return { units: moves, tasks };
}

/** What a line says of its seat. */
type Seated = Pick<Task, 'id' | 'role' | 'unit' | 'unitName'> & Partial<Pick<Task, 'run' | 'step'>>;

const seatIn = ({ id, role, unit, unitName: name }: FarDay): Seated => ({ id, role, unit, unitName: name });

/** Who has an open step on the day: of a part whoever took over from its unit, of an office whoever holds it. */
function heirOf(task: Seated, { tasks }: Dossier, units: readonly Unit[], on: PlainDate): string | null {
  if (task.unit === null) return null;
  const present = presentUnit(units, task.unit, on);
  if (task.role.startsWith('case.')) return present;
  const holding = unitsInRole(units, task.role, on).map(({ id }) => id);
  if (holding.length === 0 || holding.includes(present)) return present;
  // the others of a step that several have together are theirs already
  const beside = tasks.filter((each) => each.run === task.run && each.step === task.step && each.role === task.role);
  const free = holding.filter((id) => !beside.some(({ unit }) => unit === id));
  return free.length === 1 ? free[0]! : null;
}

/** The dossier as the reform leaves it. Only what is still to be done goes to others. */
export function reformed<D extends Dossier>(dossier: D, { units, tasks }: Reform): D {
  const heir = (id: string) => units.find(({ from }) => from === id);
  const moved = <S extends Task | FarDay>(seat: S): S => {
    const found = tasks.find((each) => each.task === seat.id);
    return found ? { ...seat, unit: found.to, unitName: found.toName, external: found.external } : seat;
  };
  const parts: Parts = Object.fromEntries(
    Object.entries(dossier.parts).map(([role, players]) => [
      role,
      players.map((part) => {
        const found = heir(part.unit);
        return found ? { ...part, unit: found.to, unitName: found.toName } : part;
      }),
    ]),
  );
  return {
    ...dossier,
    parts,
    tasks: dossier.tasks.map(moved),
    ...(dossier.farDays ? { farDays: dossier.farDays.map(moved) } : {}),
    copies: dossier.copies.map((copy) => {
      const found = isAwaited(copy) ? heir(copy.unit) : undefined;
      return found ? { ...copy, unit: found.to, unitName: found.toName, external: found.external } : copy;
    }),
  };
}
