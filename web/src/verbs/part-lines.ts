import type { Schema } from '../api/client.ts';

type Part = Schema<'Part'>;
type Parts = Readonly<Record<string, readonly Part[]>>;

/** One line of the form: the units that play a part, and the person of a part that one unit plays alone. */
export type PartLine = { readonly units?: string | readonly string[]; readonly person?: string };
export type PartLines = Readonly<Record<string, PartLine>>;

/** Units of a line as a list, whatever the field that holds them is. */
export const unitsOf = (units: unknown): readonly string[] =>
  Array.isArray(units) ? units.map(String) : typeof units === 'string' && units !== '' ? [units] : [];

/** Form lines from the parts as they stand. */
export function linesOf(parts: Parts): PartLines {
  return Object.fromEntries(
    Object.entries(parts).map(([role, players]) => {
      const person = players[0]?.person?.name;
      return [role, { units: players.map((player) => player.unit), ...(person ? { person } : {}) }];
    }),
  );
}

/** Parts from form lines; a part that nobody was named for is left out. The server puts the units' own names in. */
export function partsOf(lines: PartLines, before: Parts): Record<string, Part[]> {
  return Object.fromEntries(
    Object.entries(lines).flatMap(([role, line]) => {
      const units = unitsOf(line.units);
      return units.length === 0
        ? []
        : [[role, units.map((unit) => partOf(unit, units.length === 1 ? line.person : undefined, before[role] ?? []))]];
    }),
  );
}

function partOf(unit: string, person: string | undefined, before: readonly Part[]): Part {
  const known = before.find((part) => part.unit === unit);
  const unitName = known?.unitName ?? unit;
  if (person === undefined || person === known?.person?.name) return { unit, unitName, person: known?.person ?? null };
  return { unit, unitName, person: person.trim() ? { name: person.trim() } : null };
}
