import type { PlainDate } from '../../../time/index.ts';
import type { Unit } from '../../model.ts';
import { namesInTime } from '../../units.ts';
import type { Finder, Found } from '../survey/survey.ts';

type Span = { readonly from?: PlainDate; readonly until?: PlainDate };

/** Two units that papers could not tell apart, and units that hold an office on a day on which they have no name. */
export const unitNames: Finder = ({ pack: { units }, on }) => [
  ...sameNames(units),
  ...nameless(units, on),
  ...undated(units),
];

function sameNames(units: readonly Unit[]): readonly Found[] {
  const held = units.flatMap((unit, u) =>
    namesInTime(unit.names).map((name, n) => ({ ...name, unit, path: ['units', u, 'names', n] })),
  );
  return held.flatMap((name, index): readonly Found[] => {
    const other = held
      .slice(0, index)
      .find((each) => each.unit !== name.unit && each.name.zh === name.name.zh && meet(each, name));
    if (!other) return [];
    return [
      fault(name.path, [name.name.zh, other.unit.id, name.unit.id], {
        zh: `“${other.unit.id}”和“${name.unit.id}”同时都叫“${name.name.zh}”，来文无从分辨`,
        en: `"${other.unit.id}" and "${name.unit.id}" are both called "${name.name.zh}" at one time: papers cannot tell them apart`,
      }),
    ];
  });
}

// whoever stands without an office is there while it has a name
function nameless(units: readonly Unit[], on: PlainDate): readonly Found[] {
  return units.flatMap((unit, u): readonly Found[] => {
    const day = [on, ...turnsAfter(on, [...unit.names, ...unit.roles])].find(
      (each) => unit.roles.some((role) => holds(role, each)) && !unit.names.some((name) => holds(name, each)),
    );
    if (day === undefined) return [];
    return [
      fault(['units', u, 'names'], [unit.id], {
        zh: `“${unit.id}”自${day}起承担职责，却没有名称`,
        en: `from ${day} "${unit.id}" holds an office and has no name`,
      }),
    ];
  });
}

/** Two names of one unit that begin on the same day, or both on none: nobody can say which it bears. */
function undated(units: readonly Unit[]): readonly Found[] {
  return units.flatMap(({ id, names }, u) =>
    names.flatMap((name, n): readonly Found[] => {
      const other = names.slice(0, n).find((each) => each.from === name.from && meet(each, name));
      if (!other) return [];
      return [
        fault(['units', u, 'names', n], [id, name.name.zh], {
          zh: `“${id}”同时叫“${other.name.zh}”和“${name.name.zh}”，须写明各自自何日起（from）`,
          en: `"${id}" is called "${other.name.zh}" and "${name.name.zh}" from the same day: say from when each holds`,
        }),
      ];
    }),
  );
}

const turnsAfter = (on: PlainDate, spans: readonly Span[]): readonly PlainDate[] =>
  spans
    .flatMap(({ from, until }) => [from, until])
    .filter((day): day is PlainDate => day !== undefined && day > on)
    .toSorted();

const holds = ({ from, until }: Span, day: PlainDate): boolean =>
  (from === undefined || from <= day) && (until === undefined || day < until);

/** Whether there is a day on which both hold. */
const meet = (one: Span, other: Span): boolean => before(one.from, other.until) && before(other.from, one.until);

const before = (from: PlainDate | undefined, until: PlainDate | undefined): boolean =>
  from === undefined || until === undefined || from < until;

// no ruling makes two units one, or names one that has no name
function fault(path: Found['path'], about: readonly string[], text: Found['text']): Found {
  return { kind: 'shape', file: 'units', path, clauses: [], facts: [], about, onlyBy: null, text };
}
