import type { PlainDate } from '../time/index.ts';
import type { RoleId, Unit } from './model.ts';

const within = (day: PlainDate, span: { readonly from?: PlainDate; readonly until?: PlainDate }): boolean =>
  (span.from === undefined || span.from <= day) && (span.until === undefined || day < span.until);

/** Units that hold this office of the plan on the day. */
export function unitsInRole(units: readonly Unit[], role: RoleId, on: PlainDate): Unit[] {
  return units.filter((unit) => unit.roles.some((held) => held.role === role && within(on, held)));
}

/** What the unit is called on the day, in Chinese; its id when the pack names no such unit. */
export function unitName(units: readonly Unit[], id: string, on: PlainDate): string {
  const names = units.find((unit) => unit.id === id)?.names ?? [];
  const name = names.find((candidate) => within(on, candidate)) ?? names.at(-1);
  return name?.name.zh ?? id;
}

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
