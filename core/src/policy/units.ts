import type { PlainDate } from '../time/index.ts';
import type { RoleId, Unit, UnitName } from './model.ts';

const within = (day: PlainDate, span: { readonly from?: PlainDate; readonly until?: PlainDate }): boolean =>
  (span.from === undefined || span.from <= day) && (span.until === undefined || day < span.until);

/** Units that hold this office of the plan on the day. */
export function unitsInRole(units: readonly Unit[], role: RoleId, on: PlainDate): Unit[] {
  return units.filter((unit) => unit.roles.some((held) => held.role === role && within(on, held)));
}

/**
 * What the unit is called on the day, in Chinese; its id when the pack names no such unit. Of several names that hold the one
 * that began last: a name without a day is called so until a dated one begins.
 */
export function unitName(units: readonly Unit[], id: string, on: PlainDate): string {
  const names = units.find((unit) => unit.id === id)?.names ?? [];
  const held = names.filter((candidate) => within(on, candidate));
  const name = held.reduce<UnitName | undefined>(
    (latest, each) => (latest === undefined || (each.from ?? '') > (latest.from ?? '') ? each : latest),
    undefined,
  );
  return (name ?? names.at(-1))?.name.zh ?? id;
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
