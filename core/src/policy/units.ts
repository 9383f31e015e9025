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

/**
 * Two units are one body when they are the same or one is housed in the other: an office that sits in a bureau
 * does not judge that bureau's work as a stranger would.
 */
export function sameBody(units: readonly Unit[], a: string, b: string): boolean {
  return bodyOf(units, a) === bodyOf(units, b);
}

function bodyOf(units: readonly Unit[], id: string): string {
  const seen = new Set<string>();
  let body = id;
  for (;;) {
    const host = units.find((unit) => unit.id === body)?.within;
    if (host === undefined || seen.has(host)) return body;
    seen.add(body);
    body = host;
  }
}
