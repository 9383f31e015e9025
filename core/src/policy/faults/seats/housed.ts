import type { Text, Unit } from '../../model.ts';
import type { Finder, Found } from '../survey/survey.ts';

/** Units housed in a unit that is not there, or round in a circle: whose house it is could not be told, nor whose own work. */
export const astrayHouses: Finder = ({ pack: { units } }) =>
  units.flatMap((unit, index): readonly Found[] => {
    const host = unit.within;
    if (host === undefined) return [];
    if (!units.some((other) => other.id === host)) {
      return [
        house('unknown-role', index, [host], {
          zh: `“${unit.id}”所在的单位“${host}”不存在`,
          en: `"${unit.id}" sits within "${host}", which is no unit`,
        }),
      ];
    }
    if (!housesOf(unit, units).has(unit.id)) return [];
    return [
      house('shape', index, [unit.id, host], {
        zh: `“${unit.id}”所在的单位又设在它自己之内`,
        en: `"${unit.id}" sits within a unit that sits within it`,
      }),
    ];
  });

function house(kind: Found['kind'], index: number, about: readonly string[], text: Text): Found {
  return { kind, file: 'units', path: ['units', index, 'within'], clauses: [], facts: [], about, text };
}

function housesOf(unit: Unit, units: readonly Unit[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (let host = unit.within; host !== undefined && !seen.has(host);) {
    seen.add(host);
    const here = host;
    host = units.find((other) => other.id === here)?.within;
  }
  return seen;
}
