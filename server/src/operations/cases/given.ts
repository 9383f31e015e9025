import { badInput, type Actor, type InputFault, type Refusal } from '@bihuan/core/access';
import { mayName, personalIn, valueFaults, type Case, type Filled } from '@bihuan/core/case';
import type { Kind, PersonValue, SheetField, SheetValue, SheetValues } from '@bihuan/core/policy';
import type { Law, Linked } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import { namedDossiers } from '../../store/dossiers/named-dossiers.ts';
import { namesOf, postingsOn } from '../../store/people.ts';
import { fileOf } from '../files/files.ts';
import { seatsReading } from '../dossiers/reading.ts';
import { sealed, type Apart } from './personal.ts';

/** Under which law, and what the sheet keeps apart already; what comes to be kept apart is put beside it. */
type Around = { readonly law: Law; readonly dossier: string; readonly present: SheetValues };
type Asking = Around & { readonly services: Services; readonly by: Actor; readonly apart: Apart[] };
type Value = Filled[string];
type Read = { readonly value: Value } | { readonly faults: readonly InputFault[] };

/**
 * What a client says of a sheet, as the record will have it: files, people and other dossiers are named by their ids, and
 * everything else about them is taken from here; what is personal goes apart and leaves its id. What a field cannot hold is
 * left for the guard to refuse.
 */
export async function givenValues<F extends Filled>(
  services: Services,
  kind: Kind,
  values: F,
  by: Actor,
  around: Around,
): Promise<{ readonly values: F; readonly apart: readonly Apart[] } | { readonly refused: Refusal }> {
  const at: Asking = { ...around, services, by, apart: [] };
  const whole: Record<string, Value> = {};
  const faults: InputFault[] = [];
  for (const [id, value] of Object.entries(values)) {
    const field = kind.sheet.find((each) => each.id === id);
    const read = field ? await givenValue(at, field, `values.${id}`, value ?? null) : { value: value ?? null };
    if ('faults' in read) faults.push(...read.faults);
    else whole[id] = read.value;
  }
  return faults.length > 0 ? badInput(faults) : { values: whole as F, apart: at.apart }; // the same fields
}

/** Connections to other dossiers as a client names them: a dossier that this person may not read is none. */
export async function givenLinks(
  services: Services,
  links: readonly { readonly how: string; readonly dossier: string }[],
  by: Actor,
): Promise<{ readonly links: readonly Linked[] } | { readonly refused: Refusal }> {
  const { db, region } = services;
  const ids = links.map(({ dossier }) => dossier);
  const known = ids.length === 0 ? new Map() : await namedDossiers(db, region, seatsReading(services, by), ids);
  const unknown = links.flatMap(({ dossier }, at) =>
    known.has(dossier) ? [] : [{ field: `links.${at}.dossier`, code: 'unknown' } as const],
  );
  return unknown.length > 0
    ? badInput(unknown)
    : { links: links.map((link) => ({ ...known.get(link.dossier)!, ...link })) };
}

/** What the dossier holds that a new one belongs to, where its kind fills anything in from there: the first that it is connected to. */
export async function belongingTo(
  { db, region }: Services,
  { sheet }: Kind,
  [first]: readonly Linked[],
): Promise<SheetValues> {
  if (!first || sheet.every((field) => field.prefilled === undefined)) return {};
  const found = await findDossiers<Case>(db, region, 'case', [first.dossier]);
  return found.get(first.dossier)?.state.values ?? {};
}

async function givenValue(at: Asking, field: SheetField, place: string, value: Value): Promise<Read> {
  if (field.personal && value !== null && value !== '') return personal(at, field, place, value);
  if (typeof value !== 'object' || value === null) return { value };
  switch (field.type) {
    case 'files':
      return listed(value, (one) => file(at, place, one));
    case 'rows':
      return listed(value, (row, no) => rowOf(at, field, `${place}.${no}`, row));
    case 'reference':
      return 'dossier' in value ? reference(at, field, place, value.dossier) : { value };
    case 'person':
      return 'id' in value && value.id !== undefined ? person(at, field, place, value) : { value };
    default:
      return { value };
  }
}

async function listed(value: object, one: (part: object, no: number) => Promise<Read>): Promise<Read> {
  if (!Array.isArray(value)) return { value: value as SheetValue }; // for the guard to refuse
  const whole: unknown[] = [];
  // one after the other: a long table is to hold up nobody else
  for (const [no, part] of (value as readonly unknown[]).entries()) {
    const read = typeof part === 'object' && part !== null ? await one(part, no) : null;
    if (read && 'faults' in read) return read;
    whole.push(read ? read.value : part);
  }
  return { value: whole as SheetValue }; // the same list, its parts as the record has them
}

async function rowOf(at: Asking, { columns = [] }: SheetField, place: string, row: object): Promise<Read> {
  const whole: Record<string, Value> = {};
  // what a row holds under its columns' ids are values, or the guard refuses them
  for (const [id, value] of Object.entries(row) as [string, Value][]) {
    const column = columns.find((each) => each.id === id);
    const read: Read = column ? await givenValue(at, column, `${place}.${id}`, value) : { value };
    if ('faults' in read) return read;
    whole[id] = read.value;
  }
  return { value: whole as unknown as SheetValue }; // one row of the table, as it came
}

/** Looked at as what it is, then sealed. What was kept apart before may be named again, in the same field of this dossier only. */
async function personal(at: Asking, field: SheetField, place: string, value: Value): Promise<Read> {
  const { services, law, dossier, present, apart } = at;
  // `values.witnesses.3.name` is kept as `witnesses.name`: rows change their places
  const within = place.replace('values.', '').replaceAll(/\.\d+\./g, '.');
  const id = typeof value === 'object' && value !== null && 'personal' in value ? value.personal : null;
  if (id !== null) {
    const stands = personalIn(present).some((kept) => kept.id === id && kept.field === within);
    return stands ? { value: { personal: id } } : fault(place, 'unknown');
  }
  const faults = valueFaults(field, value, place, { law, on: services.today(), apart: true });
  if (faults.length > 0) return { faults };
  const one = await sealed(services, { dossier, field: within }, value);
  apart.push(one);
  return { value: { personal: one.id } };
}

const fault = (field: string, code: InputFault['code']): Read => ({ faults: [{ field, code }] });

async function file({ services, by }: Asking, field: string, given: object): Promise<Read> {
  const id: unknown = Reflect.get(given, 'id');
  const found = typeof id === 'string' ? await fileOf(services, id, by) : null;
  if (!found) return fault(field, 'unknown');
  const { name, digest, size } = found;
  return { value: { id: found.id, name, digest, size } as unknown as SheetValue }; // one of the files of the field
}

async function reference({ services, by }: Asking, { kind }: SheetField, field: string, id: string): Promise<Read> {
  const { db, region, law } = services;
  const found = (await namedDossiers(db, region, seatsReading(services, by), [id])).get(id);
  const wanted = law().policy.kinds?.find((each) => each.id === kind);
  const right = wanted && wanted.is !== 'plain' ? found?.kind === wanted.is : found?.kind === kind;
  if (!found || (kind !== undefined && !right)) return fault(field, 'unknown');
  const { dossier, number, title } = found;
  return { value: { dossier, number, title } };
}

type PersonGiven = Partial<PersonValue>;

/** Where the field says among whom he is named, the unit in which he sits there today stands beside the name: the guard looks at it. */
async function person({ services, law }: Asking, field: SheetField, place: string, given: PersonGiven): Promise<Read> {
  const { db, region, today } = services;
  const { id = '', unit: said, ...rest } = given;
  const name = (await namesOf(db, region, [id])).get(id);
  if (name === undefined) return fault(place, 'unknown');
  if (field.among === undefined) return { value: { ...rest, id, name } };
  const sits = (await postingsOn(db, region, id, today())).map(({ unit }) => unit);
  const may = sits.filter((unit) => mayName(field, unit, { law, on: today() }));
  const unit = may.find((each) => each === said) ?? may[0];
  return unit === undefined ? fault(place, 'unknown') : { value: { ...rest, id, name, unit } };
}
