import { sql, type Updateable } from 'kysely';
import type { Executor } from '../dossiers/dossiers.ts';
import type { Import } from '../database/tables.ts';

/** An import as it stands; dates as the driver gives them. */
export type ImportRecord = Awaited<ReturnType<typeof findImport>> & object;

/** What a new import starts with. */
export type NewImport = Omit<
  Import,
  | 'ready'
  | 'ask'
  | 'skip'
  | 'stage'
  | 'items'
  | 'done'
  | 'applied_by'
  | 'undo_reason'
  | 'chosen'
  | 'discarded'
  | 'region'
  | 'state'
  | 'received_at'
  | 'sheets'
> & {
  readonly sheets: readonly object[];
  readonly received_at: string;
};

/** Enters a received workbook. False when the same upload was entered before under its retry key. */
export async function addImport(db: Executor, region: string, { sheets, ...row }: NewImport): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('import')
    .values({ region, state: 'open', sheets: JSON.stringify(sheets), ...row })
    .onConflict((conflict) => conflict.columns(['region', 'person', 'intent']).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
}

/** The import that this person's retry key made before, or null. */
export async function importOfIntent(
  db: Executor,
  region: string,
  person: string,
  intent: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('import')
    .select('id')
    .where('region', '=', region)
    .where('person', '=', person)
    .where('intent', '=', intent)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The import with this id, or null. Whether the person may see it is asked by the operation. */
export async function findImport(db: Executor, region: string, id: string) {
  return (
    (await db.selectFrom('import').selectAll().where('region', '=', region).where('id', '=', id).executeTakeFirst()) ??
    null
  );
}

/** The same, locked until the transaction ends: decisions, start and undo of one import follow each other. */
export async function lockImport(db: Executor, region: string, id: string) {
  return (
    (await db
      .selectFrom('import')
      .selectAll()
      .where('region', '=', region)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()) ?? null
  );
}

/**
 * Imports of these units, and the person's own, newest first, and one more than `size` where there is a next page.
 * `kind`: only what became dossiers of it. `after`: received and id of the last one of the page before.
 */
export async function listImports(
  db: Executor,
  region: string,
  of: { readonly units: readonly string[]; readonly person: string; readonly kind?: string },
  after: { readonly at: string; readonly id: string } | null,
  size: number,
) {
  return db
    .selectFrom('import')
    .selectAll()
    .where('region', '=', region)
    .where(sql<boolean>`(unit = any(${of.units}::text[]) or person = ${of.person})`)
    .$if(after !== null, (rows) =>
      rows.where(sql<boolean>`(received_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid)`),
    )
    .$if(of.kind !== undefined, (rows) => rows.where('kind', '=', of.kind ?? ''))
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute();
}

type Standing = Pick<
  Updateable<Import>,
  'state' | 'sheet' | 'ready' | 'ask' | 'skip' | 'stage' | 'items' | 'done' | 'undo_reason'
> & { readonly applied_by?: object; readonly chosen?: object; readonly discarded?: object };

/** Notes where an import stands. */
export async function changeImport(
  db: Executor,
  region: string,
  id: string,
  { applied_by, chosen, discarded, ...change }: Standing,
): Promise<void> {
  const by = applied_by ? { applied_by: JSON.stringify(applied_by) } : {};
  await db
    .updateTable('import')
    .set({
      ...change,
      ...by,
      ...(chosen ? { chosen: JSON.stringify(chosen) } : {}),
      ...(discarded ? { discarded: JSON.stringify(discarded) } : {}),
    })
    .where('region', '=', region)
    .where('id', '=', id)
    .execute();
}

/** An answer as it is kept. */
export type KeptDecision = {
  readonly on: string;
  readonly choose: string;
  readonly value?: string;
  readonly reason: string;
  readonly person: string;
  readonly person_name: string;
  readonly at: string;
};

/** Every answer given about this sheet, in the order given. */
export async function decisionsOn(db: Executor, region: string, id: string, sheet: string): Promise<KeptDecision[]> {
  const rows = await db
    .selectFrom('import_decision')
    .select(['answers', 'choose', 'value', 'reason', 'person', 'person_name', 'at'])
    .where('region', '=', region)
    .where('import', '=', id)
    .where('sheet', '=', sheet)
    .orderBy('no')
    .execute();
  return rows.map(({ answers, value, at, ...row }) => ({
    on: answers,
    ...row,
    ...(value === null ? {} : { value }),
    at: at.toISOString(),
  }));
}

/** Answers looked at for what was said before; older ones are forgotten. */
const REMEMBERED = 2_000;

/** The answers given with other imports about names that fit no unit and words that the plan does not know, newest first; one taken back says nothing. */
export async function unitAnswers(
  db: Executor,
  region: string,
  except: string | null,
): Promise<Pick<KeptDecision, 'on' | 'choose' | 'value' | 'person_name' | 'at'>[]> {
  const { rows } = await sql<{ answers: string; choose: string; value: string | null; person_name: string; at: Date }>`
    select answers, choose, value, person_name, at from (
      select distinct on (import, sheet, answers) import, no, answers, choose, value, person_name, at from (
        select * from import_decision
        where region = ${region} and import is distinct from ${except}::uuid and (answers like '%unit-unknown:%' or answers like '%word-unknown:%')
        order by at desc, no desc limit ${REMEMBERED}) newest
      order by import, sheet, answers, no desc) last
    where choose <> '' order by at desc, no desc`.execute(db);
  return rows.map(({ answers, value, at, ...row }) => ({
    on: answers,
    ...row,
    ...(value === null ? {} : { value }),
    at: at.toISOString(),
  }));
}

/** Adds answers behind those already given. Only while the import is locked. */
export async function addDecisions(
  db: Executor,
  region: string,
  id: string,
  sheet: string,
  decisions: readonly KeptDecision[],
): Promise<void> {
  const { last } = await db
    .selectFrom('import_decision')
    .select(sql<number>`coalesce(max(no), 0)`.as('last'))
    .where('region', '=', region)
    .where('import', '=', id)
    .executeTakeFirstOrThrow();
  const rows = decisions.map(({ on, value, ...rest }, at) => ({
    region,
    import: id,
    no: last + at + 1,
    sheet,
    answers: on,
    value: value ?? null,
    ...rest,
  }));
  await db.insertInto('import_decision').values(rows).execute();
}
