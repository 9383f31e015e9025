import { ask, plain, together } from './asked.ts';
import type { Asked } from './asked.ts';
import type { Entry } from './entries.ts';
import { FIELDS, UNIT_FIELDS } from './field.ts';
import type { Field, Part } from './field.ts';
import { narrow, squeeze, tidy } from './normalise.ts';
import { readPeople } from './people.ts';
import type { Person } from './people.ts';
import { question } from './question.ts';
import type { Answers, Decision, Question } from './question.ts';
import { toldAs } from './told.ts';
import { findUnit, isPlace, suggestUnits } from './unit-directory.ts';
import type { Suggestion, UnitIndex } from './unit-directory.ts';
import { knownUnit, settleMention, unitQuestion } from './unit-questions.ts';
import type { Reading } from './understood.ts';
import { isUnfilled, resolveUnits } from './units.ts';
import type { UnitMention } from './units.ts';

const PARTS = Object.entries(UNIT_FIELDS) as readonly [keyof typeof UNIT_FIELDS, Part][]; // entries of a table of literals

/** Units of all unit columns, each name once per part, asked about where no unit or more than one fits. */
export function readUnits(entry: Entry, reading: Reading): Asked<readonly UnitMention[]> {
  const { units } = reading;
  const row = entry.rows[0] ?? 0;
  const read = PARTS.flatMap(([field, part]) =>
    (entry.values[field] ?? []).flatMap(({ raw }) => {
      const text = field === 'unit-person' ? unitPart(raw) : raw;
      return resolveUnits(text, units, part).map((mention) =>
        settleMention(mention, { id: field, ...FIELDS[field] }, row, reading),
      );
    }),
  );
  const all = together(read);
  const key = ({ part, unit, text }: UnitMention): string => `${part}|${unit ?? text}`;
  return {
    ...all,
    value: all.value.filter((mention, at) => all.value.findIndex((other) => key(other) === key(mention)) === at),
  };
}

// “由旺镇人民政府（段某某 139…）”: behind a unit the brackets hold its person and no remark.
function seated(raw: string): string {
  return raw.replace(/(?<=[局府会办司心区镇乡厂站队所院校])\s*[（(]([^（）()]*)[)）]/g, ' $1 ');
}

// In a cell of unit and person the unit is what the people are not.
function unitPart(raw: string): string {
  const { people } = readPeople(seated(raw));
  const words = people.flatMap(({ name, post, phone, note }) =>
    [name, post, phone, note].filter((word) => word !== undefined && word !== ''),
  );
  return words
    .reduce<string>((rest, word) => rest.replace(word ?? '', ' '), narrow(tidy(raw)))
    .replace(/[（(][\s、,，;；]*[)）]/g, ' ')
    .replace(/(?:责任人|联系人|电话)[:：]?/g, ' ')
    .replace(/[:：]\s*$/, ' ');
}

/** The township or park a problem lies in, asked about where the name is not exactly one known unit. */
export function readTownship(
  entry: Entry,
  reading: Reading,
): Asked<{ readonly raw: string; readonly unit: string | null } | null> {
  const { units, given } = reading;
  const raw = tidy(entry.values.township?.[0]?.raw ?? '');
  if (raw === '') return plain(null);
  // the whole county is no township of it
  if (isWholeCounty(raw, units)) return plain({ raw, unit: null });
  const found = placesNamed(raw, units);
  if (found.length === 1) return plain({ raw, unit: found[0] ?? null });
  const asked = unitQuestion(
    raw,
    placesLike(raw, units),
    { id: 'township', ...FIELDS.township },
    entry.rows[0] ?? 0,
    reading,
  );
  const use = ({ choose, value }: Decision) => {
    const unit = knownUnit(choose === 'other' ? (value ?? '') : choose, units);
    return choose === 'leave-out' ? { raw, unit: null } : unit === null ? null : { raw, unit };
  };
  return ask(asked, given, { raw, unit: null }, use, reading.told?.get(toldAs(null, raw)));
}

const WHOLE =
  /^(?:全|本|我)?[县市区旗](?:域|级|直|本级|直属|直单位|内)?$|^(?:全域|县城|城区|城关|各乡镇|全部|多个乡镇)$/;

function isWholeCounty(raw: string, { directory }: UnitIndex): boolean {
  const text = squeeze(raw);
  const place = squeeze(directory.prefixes[0] ?? '');
  if (WHOLE.test(text)) return true;
  if (place === '') return false;
  const own = text.endsWith(place) ? text.slice(0, -place.length) : null;
  return text === place.slice(0, -1) || own === '' || (own !== null && /[省市州盟]$/.test(own));
}

/** Places that a name means for certain; what stands in front of the county's own name is left out. */
function placesNamed(raw: string, units: UnitIndex): readonly string[] {
  const place = squeeze(units.directory.prefixes[0] ?? '');
  const text = squeeze(raw);
  const at = place === '' ? -1 : text.indexOf(place);
  const short = at > 0 ? text.slice(at) : text;
  return findUnit(units, short)
    .map(({ unit }) => unit)
    .filter((unit) => isPlace(units, unit));
}

// 甸阳镇河西村 lies in 甸阳镇; a name that only looks a little like one is not offered first.
function placesLike(raw: string, units: UnitIndex): readonly Suggestion[] {
  if (isUnfilled(raw)) return [];
  const text = squeeze(raw);
  const inside = new Set(
    [...units.byName].flatMap(([name, meant]) => (text.includes(name) ? meant.map(({ unit }) => unit) : [])),
  );
  const within = units.directory.units.filter(({ id }) => inside.has(id) && isPlace(units, id));
  const like = suggestUnits(units, raw).filter(({ unit, score }) => isPlace(units, unit) && score >= LIKE_A_PLACE);
  // of several that are named none comes first
  const named = within.map(({ id: unit, name }) => ({ unit, name, score: 1, elsewhere: within.length > 1 }));
  return [...named, ...like.filter(({ unit }) => !within.some(({ id }) => id === unit))];
}

const LIKE_A_PLACE = 0.5;

/** People named in the person columns, or with their unit in one cell. */
export function readPersons(entry: Entry, given: Answers): Asked<readonly Person[]> {
  const field = entry.values.person === undefined ? 'unit-person' : 'person';
  const row = entry.rows[0] ?? 0;
  return together(
    (entry.values[field] ?? []).map(({ raw }) => {
      const text = [
        raw,
        ...['post', 'phone'].flatMap((more) =>
          (entry.values[more as 'post' | 'phone'] ?? []).map((value) => value.raw),
        ),
      ].join(' '); // the two names of the list
      const { people, nobody, needsPerson } = readPeople(field === 'unit-person' ? seated(text) : text);
      return needsPerson === undefined || (nobody === true && field === 'unit-person')
        ? plain(people)
        : ask(personQuestion(raw, field, row), given, people, (decision) => decidedPeople(raw, decision));
    }),
  );
}

function decidedPeople(raw: string, { choose, value }: Decision): readonly Person[] | null {
  if (choose === 'none') return [];
  if (choose === 'as-written') return [{ name: tidy(raw) }];
  const { people, needsPerson } = readPeople(value ?? '');
  return needsPerson === undefined ? people : null;
}

function personQuestion(raw: string, field: Field, row: number): Question {
  return question({
    code: 'person-unclear',
    row,
    field,
    raw,
    zh: `责任人“${tidy(raw)}”分不清姓名、职务和电话`,
    en: `Name, post and telephone in “${tidy(raw)}” cannot be told apart`,
    options: [
      { id: 'set', zh: '重新填写：姓名 职务 电话', en: 'Write it again: name post telephone', asks: 'text' },
      { id: 'as-written', zh: '照原文作为姓名', en: 'Take it as the name' },
      { id: 'none', zh: '不导入责任人', en: 'Leave the person out' },
    ],
  });
}
