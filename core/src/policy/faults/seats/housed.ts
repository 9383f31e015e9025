import type { Text, Unit } from '../../model.ts';
import { isThere } from '../../units.ts';
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

/** Units whose successor is not there, or that succeed each other in a ring: what they have in hand would be nobody's. */
export const astrayHeirs: Finder = ({ pack: { units } }) =>
  units.flatMap(({ id, succeededBy }, index): readonly Found[] => {
    if (succeededBy === undefined) return [];
    const { unit: heir, from } = succeededBy;
    const found = units.find((unit) => unit.id === heir);
    const fault = (kind: Found['kind'], about: readonly string[], text: Text): Found[] => [
      { kind, file: 'units', path: ['units', index, 'succeededBy', 'unit'], clauses: [], facts: [], about, text },
    ];
    if (!found)
      return fault('unknown-role', [heir], {
        zh: `“${id}”的承接单位“${heir}”不存在`,
        en: `"${id}" is succeeded by "${heir}", which is no unit`,
      });
    if (heirsOf(id, units).has(id))
      return fault('shape', [id, heir], {
        zh: `“${id}”的承接单位又由它自己承接`,
        en: `"${id}" is succeeded by a unit that it succeeds itself`,
      });
    return isThere(found, from)
      ? []
      : fault('shape', [id, heir, from], {
          zh: `“${id}”自 ${from} 起由“${heir}”承接，而“${heir}”当日还不存在或已撤销`,
          en: `"${id}" is succeeded by "${heir}" from ${from}, when that unit is not there`,
        });
  });

function heirsOf(id: string, units: readonly Unit[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const next = (of: string) => units.find((unit) => unit.id === of)?.succeededBy?.unit;
  for (let heir = next(id); heir !== undefined && !seen.has(heir); heir = next(heir)) seen.add(heir);
  return seen;
}
