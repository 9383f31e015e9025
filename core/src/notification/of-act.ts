import { cameBack, type Dossier, type Law, type Line } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import { addressed, type Occasion, type Tiding } from './tiding.ts';

/** A dossier with everything that somebody answers for in it. */
type Desk = { readonly dossier: Dossier; readonly lines: readonly Line[] };

/**
 * Who is told of an act, from where the dossier stood and where it stands now: whoever a line has come to, was reminded of his, or
 * got a copy. The act itself does not matter, so that what calendars, tells and later verbs do is told as well. Of several
 * lines that come to one seat at once, twenty measures of a plan, the first is told.
 */
export function toldByAct(before: Desk | null, after: Desk, law: Law): readonly Tiding[] {
  const was = new Map(before?.lines.map((line) => [line.id, line]));
  const isBack = isReturned(before?.dossier ?? null, after.dossier);
  const come = after.lines
    // one that waits comes to its desk by its day
    .filter((line) => line.startsOn === undefined && !isSameSeat(was.get(line.id), line))
    .map((line) => lineTold(line, occasionOf(line, isBack), law, line.openedOn));
  const urged = after.lines
    .filter(({ id, urgedOn }) => urgedOn !== null && was.has(id) && was.get(id)?.urgedOn !== urgedOn)
    .map((line) => lineTold(line, 'urged', law, line.urgedOn!));
  return [...firstOfEachSeat(come), ...urged, ...copied(before?.dossier ?? null, after.dossier)];
}

/** What an act brought to whom: the lines that have come to somebody, and the seats that have one of them or a copy. */
export type Came = {
  readonly lines: readonly string[];
  readonly seats: readonly { readonly unit: string | null; readonly post: string }[];
};

/** What has come to whom between these two. A copy anybody of the unit may read. */
export function cameTo(before: Desk, after: Desk): Came {
  const was = new Map(before.lines.map((line) => [line.id, line]));
  const come = after.lines.filter((line) => !isSameSeat(was.get(line.id), line));
  const copies = copied(before.dossier, after.dossier).flatMap(({ to }) => to);
  return {
    lines: come.map(({ id }) => id),
    seats: [...come, ...copies].map(({ unit, post }) => ({ unit, post })),
  };
}

function occasionOf({ what }: Line, isBack: boolean): Occasion {
  if (what === 'contest') return 'contested';
  if (what === 'days-apart') return 'days-apart';
  return isBack ? 'returned' : 'assigned';
}

/** A return opens a new round of its procedure; so does a step whose deciders differed, which is none. */
const isReturned = (before: Dossier | null, { runs }: Dossier): boolean =>
  Object.values(runs).some((run) => run.round > (before?.runs[run.id]?.round ?? run.round) && cameBack(run));

const isSameSeat = (was: Line | undefined, { unit, post, external }: Line): boolean =>
  was !== undefined && was.unit === unit && was.post === post && was.external === external;

const lineTold = (line: Line, occasion: Occasion, law: Law, on: PlainDate): Tiding => ({
  occasion,
  about: line.id,
  title: line.title,
  ...addressed(line, law, on),
});

function firstOfEachSeat(tidings: readonly Tiding[]): readonly Tiding[] {
  const seatOf = ({ occasion, to }: Tiding): string => JSON.stringify([occasion, to]);
  return [...new Map(tidings.toReversed().map((tiding) => [seatOf(tiding), tiding])).values()].toReversed();
}

/** Copies that have come to units of this installation, by the step that files them: anybody there may have been meant. */
function copied(before: Dossier | null, { copies, runs }: Dossier): readonly Tiding[] {
  const known = new Set(before?.copies.map(({ id }) => id));
  const steps = Object.values(runs).flatMap((run) => run.steps);
  return copies
    .filter(({ id, state, external, toSelf }) => state === 'filed' && !external && !toSelf && !known.has(id))
    .map(({ id, step, unit, unitName }) => ({
      occasion: 'copied',
      about: id,
      title: steps.find((each) => each.id === step)?.title ?? { zh: unitName },
      to: [{ unit, post: '*' }],
      otherwise: [],
    }));
}
