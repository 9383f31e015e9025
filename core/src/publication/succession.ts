import { isThere, unitName, type Unit } from '../policy/index.ts';
import { addDays, type PlainDate } from '../time/index.ts';

/** Who takes over from a unit that an edition leaves out or ends, as whoever publishes it says: from when, and by which paper. */
export type Succession = {
  readonly unit: string;
  readonly successor: string;
  readonly from: PlainDate;
  readonly reason: string;
};

/**
 * A succession as the log of the edition has it: under the names of the day, and with the unit as it stays in the list, so that no
 * other edition need be read to know it.
 */
export type Succeeded = Succession & {
  readonly unitName: string;
  readonly successorName: string;
  readonly kept: Unit;
};

/**
 * What is wrong with a succession: it stands twice; nobody ever heard of the unit; the edition keeps it, or says itself who takes
 * over; the successor is no unit of the edition, or not on that day; it is the unit itself, or one that it takes over from; the day
 * is before the edition, or leaves days on which the work is nobody's; the reason is missing, or too long.
 */
export type SuccessionFault = {
  readonly unit: string;
  readonly successor: string;
  readonly why:
    | 'twice'
    | 'unknown'
    | 'still-there'
    | 'no-unit'
    | 'itself'
    | 'circle'
    | 'too-early'
    | 'too-late'
    | 'reason-missing'
    | 'reason-too-long';
};

/** The edition's units with those that others have taken over from: what an edition says of a unit itself goes first. */
export function unitsUnder(units: readonly Unit[], succeeded: readonly Succeeded[]): readonly Unit[] {
  const later = new Map(succeeded.toReversed().map((each) => [each.unit, each]));
  const own = units.map((unit) => {
    const found = later.get(unit.id);
    if (!found || !ends(unit)) return unit;
    return { ...unit, succeededBy: { unit: found.successor, from: found.from } };
  });
  const left = [...later.values()].filter(({ unit: id }) => !units.some((unit) => unit.id === id));
  return [...own, ...left.map(({ kept }) => kept)];
}

/** Whether the edition ends the unit and does not say who takes over. */
const ends = ({ names, succeededBy }: Unit): boolean =>
  succeededBy === undefined && names.every(({ until }) => until !== undefined);

/** What successions are entered into: the edition's units and first day, the units of editions before, the newest first, and today. */
export type Around = {
  readonly units: readonly Unit[];
  readonly inForceFrom: PlainDate;
  readonly before: readonly Unit[];
  readonly recorded: readonly Succeeded[];
  readonly on: PlainDate;
};

/** The day on which an edition that is published today begins to hold. */
export const firstDay = ({ inForceFrom, on }: Pick<Around, 'inForceFrom' | 'on'>): PlainDate =>
  inForceFrom > on ? inForceFrom : on;

/** The successions as the log will have them, and what is wrong with them. */
export function succession(
  asked: readonly Succession[],
  around: Around,
): { readonly succeeded: readonly Succeeded[]; readonly faults: readonly SuccessionFault[] } {
  const succeeded = asked.flatMap((one) => entered(one, around) ?? []);
  const units = unitsUnder(around.units, [...succeeded, ...around.recorded]);
  const faults = asked.flatMap((one, at) => {
    const why = asked.slice(0, at).some(({ unit }) => unit === one.unit) ? 'twice' : whyNot(one, around, units);
    return why === null ? [] : [{ unit: one.unit, successor: one.successor, why }];
  });
  return { succeeded, faults };
}

function entered(one: Succession, { units, inForceFrom, before }: Around): Succeeded | null {
  const own = units.find(({ id }) => id === one.unit);
  const known = own ?? before.find(({ id }) => id === one.unit);
  if (!known) return null;
  const { unit, successor, from } = one;
  const succeededBy = { unit: successor, from };
  return {
    unit,
    successor,
    from,
    reason: one.reason.trim(),
    unitName: unitName([known], unit, from),
    successorName: unitName(units, successor, from),
    kept: own ? { ...own, succeededBy } : { ...leftOut(known, inForceFrom, from), succeededBy },
  };
}

/** A unit as it stays in the list of an edition that leaves it out: called so until the day, its offices are others' from the edition on. */
function leftOut(unit: Unit, inForceFrom: PlainDate, from: PlainDate): Unit {
  return { ...unit, names: endedBy(unit.names, from), roles: endedBy(unit.roles, inForceFrom) };
}

/** What holds for a time, none of it beyond the day. */
const endedBy = <T extends { readonly from?: PlainDate; readonly until?: PlainDate }>(
  spans: readonly T[],
  day: PlainDate,
): readonly T[] =>
  spans
    .filter(({ from }) => from === undefined || from < day)
    .map((span) => (span.until !== undefined && span.until <= day ? span : { ...span, until: day }));

const MOST = 500;

function whyNot(one: Succession, around: Around, merged: readonly Unit[]): SuccessionFault['why'] | null {
  const { unit: id, successor, from } = one;
  const own = around.units.find((unit) => unit.id === id);
  if (!own && !around.before.some((unit) => unit.id === id)) return 'unknown';
  if (own && !ends(own)) return 'still-there';
  if (successor === id) return 'itself';
  const heir = around.units.find((unit) => unit.id === successor);
  if (!heir || !isThere(heir, from)) return 'no-unit';
  if (isRing(merged, id)) return 'circle';
  if (from < around.inForceFrom) return 'too-early';
  if (own && from > firstDay(around) && !isThere(own, addDays(from, -1))) return 'too-late';
  const reason = one.reason.trim();
  if (reason === '') return 'reason-missing';
  return reason.length > MOST ? 'reason-too-long' : null;
}

/** Whether going from successor to successor leads back to a unit that was there before. */
function isRing(units: readonly Unit[], id: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined;) {
    if (seen.has(at)) return true;
    seen.add(at);
    const here: string = at;
    at = units.find((unit) => unit.id === here)?.succeededBy?.unit;
  }
  return false;
}
