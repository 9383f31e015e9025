import { unitName } from '../access/units.ts';
import type { ClauseId, PostId, StepKind, Text } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Clock } from './clock.ts';
import type { Dossier, Task } from './dossier.ts';
import { kindIn, type Law } from './law.ts';
import { isLater } from './moment.ts';

/**
 * What a unit answers for although no step of the procedure is open for it: the work itself, a measure, a dispute to settle, a
 * list to be put on, a day to look at. Its subject knows what there is.
 */
export type Charge = {
  /** Unique in the dossier beside the ids of tasks: `work`, `measure:<id>`. */
  readonly id: string;
  readonly what: 'work' | 'measure' | 'contest' | 'listing' | 'days-apart';
  readonly title: Text;
  readonly clause: ClauseId;
  readonly post: PostId;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly external: boolean;
  /** A name as written; null where it is the unit's. */
  readonly person: string | null;
  readonly openedOn: PlainDate;
  /** Clocks that are this charge's own, by id. */
  readonly clocks: readonly string[];
};

/** One line of somebody's desk: an open step, a question to rule on, or a charge, with the nearest limit that runs over it. */
export type Line = Omit<Charge, 'what' | 'clocks'> & {
  readonly what: StepKind | Charge['what'];
  readonly run: string | null;
  readonly part: 'decide' | 'co-sign';
  readonly question: boolean;
  readonly urgedOn: PlainDate | null;
  readonly clock: Clock | null;
  /** Open before there is anything to do in it: a desk has it from this day on. Absent: from its opening. */
  readonly startsOn?: PlainDate;
};

/** Whether somebody may be reminded of this line: a question waits for a ruling, and a day for whoever would remind. */
export const isUrgable = ({ what, question }: Line): boolean => !question && what !== 'days-apart';

/** Whoever has one of these has the dossier as a whole in hand, and every limit that is nobody else's. */
const HOLDS: ReadonlySet<Line['what']> = new Set(['work', 'contest', 'listing']);

/**
 * The open clock that runs out first, by its minute where it has one; one that stands still where no other runs. A term that must have
 * run is no limit.
 */
export function nearestClock(clocks: readonly Clock[]): Clock | null {
  return running(clocks).toSorted(sooner)[0] ?? null;
}

function sooner(a: Clock, b: Clock): number {
  if (a.due === null || b.due === null) return a.due === b.due ? 0 : a.due === null ? 1 : -1;
  const [one, other] = [
    { due: a.due, dueAt: a.dueAt },
    { due: b.due, dueAt: b.dueAt },
  ];
  return isLater(one, other) ? 1 : isLater(other, one) ? -1 : 0;
}

const running = (clocks: readonly Clock[]): readonly Clock[] =>
  clocks.filter((clock) => clock.metOn === null && !clock.floor);

/**
 * Everything that somebody answers for in this dossier. The one source of desks, lists and lights: every limit that runs stands
 * over at least one line, so that what is late in a list is late on a desk. A step without a limit of its own stands under the
 * limit it runs inside of; a limit that no step and no charge stands under is the holder's.
 */
export function linesOf(dossier: Dossier, law: Law, charges: readonly Charge[] = []): readonly Line[] {
  const open = running(dossier.clocks);
  const runs = new Set(dossier.tasks.map(({ run }) => run));
  const own = new Set(charges.flatMap(({ clocks }) => clocks));
  const outer = open.filter(({ id, target }) => !own.has(id) && !(target && runs.has(target.run)));
  const tasks = dossier.tasks.map((task) => taskLine(task, open, outer));
  const work = charges.map((charge) => chargeLine(dossier, charge, open, outer));
  const lines = [...tasks, ...work];
  const covered = lines.some((line) => !line.question && (line.run !== null || HOLDS.has(line.what)));
  return covered || outer.length === 0 ? lines : [...lines, ...holderLine(dossier, outer, law)];
}

function taskLine(task: Task, open: readonly Clock[], outer: readonly Clock[]): Line {
  const { id, do: what, title, clause, post, unit, unitName: name, external, openedOn, run, part } = task;
  const question = task.question !== undefined;
  const under = open.filter(({ target }) => target?.run === run);
  return {
    id,
    what,
    title,
    clause,
    post,
    unit,
    unitName: name,
    external,
    openedOn,
    run,
    part,
    question,
    person: null,
    urgedOn: task.urgedOn ?? null,
    clock: nearestClock(question ? under : [...under, ...outer]),
  };
}

function chargeLine(
  { urged = {} }: Dossier,
  { clocks, ...charge }: Charge,
  open: readonly Clock[],
  outer: readonly Clock[],
): Line {
  const own = open.filter(({ id }) => clocks.includes(id));
  return {
    ...charge,
    run: null,
    part: 'decide',
    question: false,
    urgedOn: urged[charge.id] ?? null,
    clock: nearestClock(HOLDS.has(charge.what) ? [...own, ...outer] : own),
  };
}

/** Nobody has a step open and a limit runs: whoever has the dossier answers for it. */
function holderLine(dossier: Dossier, outer: readonly Clock[], law: Law): readonly Line[] {
  const clock = nearestClock(outer)!;
  const role = kindIn(law, dossier.kind)?.holder;
  const holder = (role === undefined ? undefined : dossier.parts[role]?.[0]) ?? null;
  const charge: Charge = {
    id: 'work',
    what: 'work',
    title: clock.title,
    clause: clock.clause,
    post: '*',
    ...seatOf(holder?.unit ?? null, law, clock.start),
    person: holder?.person?.name ?? null,
    openedOn: clock.start,
    clocks: [],
  };
  return [chargeLine(dossier, charge, [], outer)];
}

/** A unit as a line names it. */
export function seatOf(
  id: string | null,
  { units }: Pick<Law, 'units'>,
  on: PlainDate,
): Pick<Charge, 'unit' | 'unitName' | 'external'> {
  const unit = units.find((known) => known.id === id);
  return { unit: id, unitName: id && unitName(units, id, on), external: unit?.external ?? false };
}
