import { nameOn, type Unit } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import { squeeze } from './normalise.ts';
import { likeness, prepared } from './similarity.ts';
import type { Prepared } from './similarity.ts';

/** A unit as the intake knows it. Old names carry the span in which they were right. */
export type UnitEntry = {
  readonly id: string;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly oldNames: readonly { readonly name: string; readonly from?: PlainDate; readonly until?: PlainDate }[];
  readonly roles: readonly string[];
  readonly level?: Unit['level'];
  /** A township or a park: problems lie in it. Where nothing is said, its name tells. */
  readonly isPlace?: boolean;
};

/** Words that stand for several units at once, 各乡镇. Using them is always asked. */
export type UnitGroup = { readonly names: readonly string[]; readonly units: readonly string[] };

/** All units a list may name. `prefixes` are the place's own name, which offices leave out: 施甸县, 县. */
export type UnitDirectory = {
  readonly units: readonly UnitEntry[];
  readonly groups: readonly UnitGroup[];
  readonly prefixes: readonly string[];
};

/** How a written name led to its unit. */
export type Match = { readonly unit: string; readonly how: 'exact' | 'short' | 'old' };

/** A unit that may be meant, with a likeness of 0 to 1. `elsewhere`: of another level than the name says (市水务局, 县水务局). */
export type Suggestion = {
  readonly unit: string;
  readonly name: string;
  readonly score: number;
  readonly elsewhere: boolean;
};

/** A directory prepared for many look-ups. */
export type UnitIndex = {
  readonly directory: UnitDirectory;
  readonly byName: ReadonlyMap<string, readonly Match[]>;
  readonly likely: readonly {
    readonly unit: string;
    readonly name: string;
    readonly spellings: readonly Prepared[];
    readonly levels: ReadonlySet<Level>;
  }[];
};

const RANK = { exact: 0, short: 1, old: 2 } as const;

/** The pack's units on a day, for reading a list: the name of the day, short names, names before and after, and 各乡镇. */
export function directoryOf(units: readonly Unit[], on: PlainDate, place: string): UnitDirectory {
  const entries = units.map((unit): UnitEntry => {
    const current = nameOn(unit, on);
    const others = unit.names
      .filter(({ name }) => name !== current?.name)
      .map(({ name, ...span }) => ({ name: name.zh, ...span }));
    return {
      id: unit.id,
      name: current?.name.zh ?? unit.id,
      shortNames: unit.shortNames,
      oldNames: others,
      roles: unit.roles.map(({ role }) => role),
      level: unit.level,
      isPlace: unit.level === 'township' || PARK.test(current?.name.zh ?? ''),
    };
  });
  const townships = units.filter(({ level, code }) => level === 'township' && code !== undefined).map(({ id }) => id);
  const names = [
    '各乡镇',
    '各乡(镇)',
    '各乡镇人民政府',
    '各乡(镇)人民政府',
    '全县各乡镇',
    '所有乡镇',
    `${townships.length}个乡镇`,
    `${townships.length}乡镇`,
  ];
  return { units: entries, groups: [{ names, units: townships }], prefixes: [place, place.slice(-1)] };
}

const PARK = /(?:园区|开发区|工业区)(?:管理委员会|管委会)?$/;

/** Whether problems lie in a unit's area, as in a township's or a park's; an office has none. */
export function isPlace({ directory }: UnitIndex, id: string): boolean {
  const found = directory.units.find((unit) => unit.id === id);
  return found?.isPlace ?? /(?:[镇乡]|街道)(?:人民政府|办事处)?$/.test(found?.name ?? '');
}

/** The name that holds on a day: of several the one that began last, so that a new name takes over from one without a day. */
/** Prepares the names: as written, without the place's own name, with and without 人民政府. */
export function indexUnits(directory: UnitDirectory): UnitIndex {
  const byName = new Map<string, Match[]>();
  const add = (name: string, match: Match): void => {
    const known = byName.get(squeeze(name)) ?? [];
    if (!known.some(({ unit }) => unit === match.unit)) byName.set(squeeze(name), [...known, match]);
  };
  for (const { id, name, shortNames, oldNames } of directory.units) {
    add(name, { unit: id, how: 'exact' });
    for (const written of shortNames) add(written, { unit: id, how: 'short' });
    for (const spelling of [name, ...shortNames].flatMap((written) => spellings(written, directory.prefixes)))
      add(spelling, { unit: id, how: 'short' });
    for (const old of oldNames)
      for (const spelling of [old.name, ...spellings(old.name, directory.prefixes)])
        add(spelling, { unit: id, how: 'old' });
  }
  const likely = directory.units.map(({ id, name, shortNames, oldNames, level }) => {
    const names = [name, ...shortNames, ...oldNames.map((old) => old.name)];
    const said = [level ?? null, ...names.map((known) => levelOf(squeeze(known), directory.prefixes))];
    const levels = new Set(said.filter((one) => one !== null));
    return { unit: id, name, spellings: names.map((known) => prepared(squeeze(known))), levels };
  });
  return { directory, byName, likely };
}

function spellings(name: string, prefixes: readonly string[]): readonly string[] {
  const without = prefixes
    .filter((prefix) => prefix !== '' && name.startsWith(prefix))
    .map((prefix) => name.slice(prefix.length));
  const forms = [name, ...without].filter((form) => form.length > 2);
  return forms.flatMap((form) => [
    form,
    form.replace(/人民政府$/, ''),
    form.replace(/人民政府$/, '政府'),
    /[镇乡]$/.test(form) ? `${form}人民政府` : form,
  ]);
}

/** Units a name leads to: one when it is clear, several when the name fits more than one equally well, none when unknown. */
export function findUnit(index: UnitIndex, written: string): readonly Match[] {
  const key = squeeze(written);
  // whose government, that says nobody
  if (/^(?:人民)?政府$/.test(key)) return [];
  const bare = index.directory.prefixes
    .filter((prefix) => prefix !== '' && key.startsWith(prefix))
    .map((prefix) => key.slice(prefix.length));
  const found =
    index.byName.get(key) ?? bare.map((form) => index.byName.get(form)).find((hit) => hit !== undefined) ?? [];
  const best = Math.min(...found.map(({ how }) => RANK[how]));
  return found.filter(({ how }) => RANK[how] === best);
}

type Level = Unit['level'];

// 市 and 省 in front of a name say whose office it is; 城市管理局 and 市场监督管理局 do not. The place's own name comes first: in a
// county that is called a city, 市 is the county.
function levelOf(name: string, prefixes: readonly string[]): Level | null {
  if (prefixes.some((prefix) => prefix !== '' && name.startsWith(prefix))) return 'county';
  if (/^(?:\p{Script=Han}{2,3})?省/u.test(name)) return 'province';
  if (/^(?:\p{Script=Han}{2,3})?市(?![场政容民])/u.test(name)) return 'city';
  return /^(?:\p{Script=Han}{2,3})?县/u.test(name) ? 'county' : null;
}

/**
 * Up to five units that may be meant, likeliest first and those of another level last; those with hardly anything in common are
 * left out.
 */
export function suggestUnits(index: UnitIndex, written: string): readonly Suggestion[] {
  const text = squeeze(written);
  const [key, level] = [prepared(text), levelOf(text, index.directory.prefixes)];
  return index.likely
    .map(({ unit, name, spellings: known, levels }) => ({
      unit,
      name,
      elsewhere: level !== null && levels.size > 0 && !levels.has(level),
      score: Math.max(...known.map((spelling) => likeness(key, spelling))),
    }))
    .filter(({ score }) => score >= 0.25)
    .sort((a, b) => Number(a.elsewhere) - Number(b.elsewhere) || b.score - a.score || (a.unit < b.unit ? -1 : 1))
    .slice(0, 5);
}
