import type { SheetValues } from '@bihuan/core/policy';
import { sql } from 'kysely';
import type { Executor } from '../dossiers/dossiers.ts';
import { readBy } from '../dossiers/readers.ts';

/** A dossier of a kind as rows of a workbook are compared with it; `key` and `content` are null where it did not come from one. */
export type KnownCaseRow = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly key: string | null;
  readonly content: string | null;
  /** What stands in its sheet. */
  readonly values: SheetValues;
};

/** Whose eyes look, at what. */
type Looking = { readonly region: string; readonly kind: string; readonly seats: readonly string[] };

/** Dossiers of a kind that rows of these names (digests of keys) have become, or that have one of these numbers. */
export async function knownCases(
  db: Executor,
  { region, kind, seats }: Looking,
  by: { readonly names: readonly string[]; readonly numbers: readonly string[] },
): Promise<KnownCaseRow[]> {
  const { rows } = await sql<KnownCaseRow>`
    select c.id, c.number, c.title, r.key, r.content, d.state->'values' as values
    from import_row r join case_file c on c.region = r.region and c.id = r.dossier
      join dossier d on d.region = c.region and d.id = c.id
    where r.region = ${region} and r.name = any(${by.names}::text[]) and c.kind = ${kind} and ${readBy(seats)}
    union all
    select c.id, c.number, c.title, null, null, d.state->'values' from case_file c
      join dossier d on d.region = c.region and d.id = c.id
    where c.region = ${region} and c.kind = ${kind} and c.number = any(${by.numbers}::text[]) and ${readBy(seats)}`.execute(
    db,
  );
  return rows;
}

/** A dossier that has a number, whatever it is of. `kind`: `problem`, `edition`, or the plan's own. */
export type NumberedDossier = {
  readonly dossier: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
};

/** Dossiers with these numbers that these seats read. */
export async function dossiersNumbered(
  db: Executor,
  region: string,
  seats: readonly string[],
  numbers: readonly string[],
): Promise<NumberedDossier[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<NumberedDossier>`
    select p.id as dossier, 'problem' as kind, p.number, p.title from problem p where p.region = ${region} and p.number = any(${numbers}::text[])
    union all
    select c.id, c.kind, c.number, c.title from case_file c
    where c.region = ${region} and c.number = any(${numbers}::text[]) and not c.withdrawn and ${readBy(seats)}`.execute(
    db,
  );
  return rows;
}

/** Active people of these names, with the units they sit in on the day. */
export async function peopleNamed(
  db: Executor,
  region: string,
  names: readonly string[],
  on: string,
): Promise<{ readonly id: string; readonly name: string; readonly units: readonly string[] }[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ id: string; name: string; units: string[] }>`
    select p.id, p.name, coalesce((select array_agg(distinct h.unit order by h.unit) from posting h
      where h.region = p.region and h.person = p.id and h.from_on <= ${on}::date and (h.until_on is null or ${on}::date < h.until_on)), '{}') as units
    from person p where p.region = ${region} and p.active and p.name = any(${names}::text[])`.execute(db);
  return rows;
}
