import type { PlainDate } from '../time/index.ts';
import type { RoleId, Unit, UnitName } from './model.ts';

const within = (day: PlainDate, span: { readonly from?: PlainDate; readonly until?: PlainDate }): boolean =>
  (span.from === undefined || span.from <= day) && (span.until === undefined || day < span.until);

/** Units that hold this office of the plan on the day. */
export function unitsInRole(units: readonly Unit[], role: RoleId, on: PlainDate): Unit[] {
  return units.filter((unit) => unit.roles.some((held) => held.role === role && within(on, held)));
}

/**
 * Names of a unit with the days on which each is its name: one that is not said to end, a name without a day among them, ends where
 * the next begins.
 */
export function namesInTime(names: readonly UnitName[]): readonly UnitName[] {
  return names.map((name) => {
    const next = names
      .flatMap(({ from }) => (from !== undefined && from > (name.from ?? '') ? [from] : []))
      .reduce<PlainDate | undefined>((first, from) => (first === undefined || from < first ? from : first), name.until);
    return next === undefined ? name : { ...name, until: next };
  });
}

/**
 * The name that a unit bears on the day. On a day without one it is called by the last that it had, before all of them by the first
 * that it will have.
 */
export function nameOn(unit: Pick<Unit, 'names'>, on: PlainDate): UnitName | undefined {
  const names = namesInTime(unit.names);
  const begun = names.filter(({ from }) => from === undefined || from <= on);
  return (
    names.find((each) => within(on, each)) ??
    begun.toSorted((one, other) => ((one.until ?? '') > (other.until ?? '') ? -1 : 1))[0] ??
    names.toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1))[0]
  );
}

/** What the unit is called on the day, in Chinese; its id when the pack names no such unit. */
export function unitName(units: readonly Unit[], id: string, on: PlainDate): string {
  const unit = units.find((each) => each.id === id);
  return (unit && nameOn(unit, on))?.name.zh ?? id;
}

/** Whether the unit is there on the day: it has a name then. */
export const isThere = ({ names }: Pick<Unit, 'names'>, on: PlainDate): boolean =>
  names.some((name) => within(on, name));

/** Who has on this day what this unit had in hand: its successor, and the successor's; itself where nobody succeeded it yet. */
export function presentUnit(units: readonly Unit[], id: string, on: PlainDate): string {
  const seen = new Set<string>();
  for (let present = id; ;) {
    const next = units.find((unit) => unit.id === present)?.succeededBy;
    if (next === undefined || on < next.from || seen.has(next.unit)) return present;
    seen.add(present);
    present = next.unit;
  }
}

/** These units and those that they have succeeded by this day: what any of them had in hand is theirs. */
export function withSucceeded(units: readonly Unit[], own: readonly string[], on: PlainDate): readonly string[] {
  const left = units.filter(({ id }) => !own.includes(id) && own.includes(presentUnit(units, id, on)));
  return [...own, ...left.map(({ id }) => id)];
}

/** Whether this unit has by this day given up something that others have now: all of it to a successor, or an office. */
export const leftSomething = ({ succeededBy, roles }: Unit, on: PlainDate): boolean =>
  (succeededBy !== undefined && succeededBy.from <= on) ||
  roles.some(({ until }) => until !== undefined && until <= on);

/**
 * Two units are one body when they are the same or one is housed in the other: an office that sits in a bureau
 * does not judge that bureau's work as a stranger would. Nor does whoever takes over from a unit judge what that one did.
 */
export function sameBody(units: readonly Unit[], a: string, b: string): boolean {
  return bodyOf(units, a) === bodyOf(units, b);
}

function bodyOf(units: readonly Unit[], id: string): string {
  const seen = new Set<string>();
  let body = id;
  for (;;) {
    const unit = units.find((each) => each.id === body);
    const next = unit?.succeededBy?.unit ?? unit?.within;
    if (next === undefined || seen.has(next)) return body;
    seen.add(body);
    body = next;
  }
}
