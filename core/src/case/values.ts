import { isTelephone, unitsInRole, type InputFault } from '../access/index.ts';
import type { SheetField } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { parseLocalTime, parsePlainDate, type PlainDate } from '../time/index.ts';

/**
 * What a value is looked at against: the plan, its units, the day. `apart`: personal values are looked at themselves, before they
 * are put away; the record takes only the id under which they are kept.
 */
export type SheetAround = { readonly law: Pick<Law, 'units'>; readonly on: PlainDate; readonly apart?: true };

type Reading = (field: SheetField, value: unknown, at: string, around: SheetAround) => readonly InputFault[];

const fault = (field: string, code: InputFault['code']): InputFault[] => [{ field, code }];
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Texts that a sheet holds at most where the pack does not say. */
const LONGEST = 2000;
/** Rows and files of one field at most where the pack does not say. */
const MOST = 500;

/** What is wrong with a value that is there, by the field's type. A personal one leaves only the id under which it is kept. */
export function valueFaults(field: SheetField, value: unknown, at: string, around: SheetAround): readonly InputFault[] {
  if (field.personal && !around.apart)
    return isRecord(value)
      ? [...onlyKeys(value, at, 'personal'), ...short(value['personal'], at, 64, true)]
      : fault(at, 'malformed');
  return readings[field.type](field, value, at, around);
}

const text: Reading = ({ longest = LONGEST }, value, at) => {
  if (typeof value !== 'string') return fault(at, 'malformed');
  return value.length > longest ? fault(at, 'too-long') : [];
};

const number: Reading = ({ decimals = 0, atLeast, atMost }, value, at) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fault(at, 'malformed');
  const scaled = value * 10 ** decimals;
  if (Math.abs(scaled - Math.round(scaled)) > 1e-6) return fault(at, 'malformed');
  if (atLeast !== undefined && value < atLeast) return fault(at, 'too-small');
  return atMost !== undefined && value > atMost ? fault(at, 'too-large') : [];
};

const choice: Reading = ({ values = [] }, value, at) =>
  values.some(({ id }) => id === value) ? [] : fault(at, typeof value === 'string' ? 'unknown' : 'malformed');

const many =
  (one: Reading): Reading =>
  (field, value, at, around) => {
    if (!Array.isArray(value)) return fault(at, 'malformed');
    if (value.length > (field.longest ?? MOST)) return fault(at, 'too-long');
    // what is named twice is one thing: rows and files may be alike, choices and units may not
    const texts = value.filter((item) => typeof item === 'string');
    if (new Set(texts).size < texts.length) return fault(at, 'malformed');
    return value.flatMap((item, index) => one(field, item, `${at}.${index}`, around));
  };

const unit: Reading = (field, value, at, around) => {
  if (typeof value !== 'string') return fault(at, 'malformed');
  return mayName(field, value, around) ? [] : fault(at, 'unknown');
};

/** Whether the field takes this unit, or somebody who sits in it. */
export const mayName = ({ among }: Pick<SheetField, 'among'>, id: unknown, { law, on }: SheetAround): boolean =>
  among
    ? among.some((role) => unitsInRole(law.units, role, on).some((each) => each.id === id))
    : law.units.some((each) => each.id === id);

/** Short words of a person or place: `name`, `post`, `phone`, `words`. */
const short = (value: unknown, at: string, longest: number, needed: boolean): InputFault[] => {
  if (value === undefined) return needed ? fault(at, 'required') : [];
  if (typeof value !== 'string') return fault(at, 'malformed');
  if (needed && value.trim() === '') return fault(at, 'required');
  return value.length > longest ? fault(at, 'too-long') : [];
};

/** A number that somebody can dial; what is no number stands nowhere that is called a telephone. */
function telephone(value: unknown, at: string): InputFault[] {
  const faults = short(value, at, 40, false);
  if (faults.length > 0 || typeof value !== 'string' || value.trim() === '') return faults;
  return isTelephone(value) ? [] : fault(at, 'no-telephone');
}

const onlyKeys = (value: Readonly<Record<string, unknown>>, at: string, ...known: readonly string[]): InputFault[] =>
  Object.keys(value).some((key) => !known.includes(key)) ? fault(at, 'malformed') : [];

const person: Reading = (field, value, at, around) => {
  if (!isRecord(value)) return fault(at, 'malformed');
  const faults = [
    ...onlyKeys(value, at, 'id', 'name', 'unit', 'post', 'phone'),
    ...short(value['name'], at, 40, true),
    ...short(value['id'], at, 60, false),
    ...short(value['unit'], at, 60, false),
    ...short(value['post'], at, 60, false),
    ...telephone(value['phone'], at),
  ];
  if (faults.length > 0 || field.among === undefined) return faults;
  // a name alone says nothing of where somebody sits: he is found among those who sign in here
  return value['id'] !== undefined && mayName(field, value['unit'], around) ? [] : fault(at, 'unknown');
};

const place: Reading = (_field, value, at, { law }) => {
  if (!isRecord(value)) return fault(at, 'malformed');
  const { township, point } = value;
  const known = township === undefined || law.units.some(({ id }) => id === township);
  return [
    ...onlyKeys(value, at, 'words', 'township', 'point'),
    ...short(value['words'], at, 200, true),
    ...(known ? [] : fault(at, 'unknown')),
    ...(point === undefined || isPoint(point) ? [] : fault(at, 'malformed')),
  ];
};

function isPoint(point: unknown): boolean {
  if (!Array.isArray(point) || point.length !== 2) return false;
  const [longitude, latitude] = point;
  return (
    typeof longitude === 'number' &&
    typeof latitude === 'number' &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90
  );
}

const reference: Reading = (_field, value, at) => {
  if (!isRecord(value)) return fault(at, 'malformed');
  return [
    ...onlyKeys(value, at, 'dossier', 'number', 'title'),
    ...short(value['dossier'], at, 60, true),
    ...short(value['number'], at, 80, true),
    ...short(value['title'], at, 300, false),
  ];
};

const file: Reading = (_field, value, at) => {
  if (!isRecord(value)) return fault(at, 'malformed');
  const sized = typeof value['size'] === 'number' && Number.isInteger(value['size']) && value['size'] >= 0;
  return [
    ...onlyKeys(value, at, 'id', 'name', 'digest', 'size'),
    ...short(value['id'], at, 60, true),
    ...short(value['name'], at, 200, true),
    ...short(value['digest'], at, 128, true),
    ...(sized ? [] : fault(at, 'malformed')),
  ];
};

const row: Reading = ({ columns = [] }, value, at, around) => {
  if (!isRecord(value)) return fault(at, 'malformed');
  const strange = Object.keys(value).filter((key) => !columns.some(({ id }) => id === key));
  return [
    ...strange.flatMap((key) => fault(`${at}.${key}`, 'unknown')),
    ...columns.flatMap((column) => {
      const cell = value[column.id];
      const empty = cell === undefined || cell === null || cell === '';
      if (!empty) return valueFaults(column, cell, `${at}.${column.id}`, around);
      return column.required === true ? fault(`${at}.${column.id}`, 'required') : [];
    }),
  ];
};

const readings: Readonly<Record<SheetField['type'], Reading>> = {
  text,
  number,
  money: (field, value, at, around) => number({ ...field, decimals: 0 }, value, at, around),
  day: (_field, value, at) => (typeof value === 'string' && parsePlainDate(value) ? [] : fault(at, 'malformed')),
  instant: (_field, value, at) => (typeof value === 'string' && parseLocalTime(value) ? [] : fault(at, 'malformed')),
  'yes-no': (_field, value, at) => (typeof value === 'boolean' ? [] : fault(at, 'malformed')),
  choice,
  choices: many(choice),
  unit,
  units: many(unit),
  person,
  'named-person': person,
  place,
  files: many(file),
  reference,
  rows: many(row),
  // counted by the program when it is frozen or shown; nobody writes it
  figure: (_field, _value, at) => fault(at, 'not-yours'),
};
