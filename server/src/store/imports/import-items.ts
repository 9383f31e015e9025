import { sql } from 'kysely';
import type { Executor } from '../dossiers/dossiers.ts';
import { readBy } from '../dossiers/readers.ts';

/** Why a row did not come in, and the 1-based columns to be corrected. */
export type Why = { readonly zh: string; readonly en: string; readonly columns?: readonly number[] };
/** `added`: the number of another list was added to a known problem. `already-known`: nothing in the row was new. */
export type ItemResult = 'registered' | 'added' | 'updated' | 'already-known' | 'skipped' | 'failed';

/** One row's part of an import. `act` is what is to be done, null for a row that is left out from the start. */
export type Item = {
  readonly no: number;
  readonly rows: readonly number[];
  readonly key: string;
  readonly content: string;
  readonly act: object | null;
  readonly result: ItemResult | null;
  readonly reason: Why | null;
  readonly dossier: string | null;
  readonly version: number | null;
};

/** Freezes what an import has to do. In pieces, within the transaction that starts it. */
export async function freezeItems(db: Executor, region: string, id: string, items: readonly Item[]): Promise<void> {
  for (let from = 0; from < items.length; from += 500) {
    const piece = items.slice(from, from + 500).map((item) => ({ region, import: id, ...item, act: item.act ?? {} }));
    await sql`insert into import_item select * from jsonb_populate_recordset(null::import_item, ${JSON.stringify(piece)}::jsonb)`.execute(
      db,
    );
  }
}

/** The import that waits longest for a job, locked for this transaction (`import_at_work`); null when there is none that nobody else works on. */
export async function claimImport(db: Executor, region: string, state: 'importing' | 'undoing') {
  const row = await db
    .selectFrom('import')
    .selectAll()
    .where('region', '=', region)
    .where('state', '=', state)
    .orderBy('received_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}

/** The next items without a result, in their order along `import_item_open`; `limit` at most. */
export async function openItems(db: Executor, region: string, id: string, limit: number): Promise<Item[]> {
  const rows = await items(db, region, id).where('result', 'is', null).limit(limit).execute();
  return rows as unknown as Item[]; // the table checks results, `freezeItems` wrote the rest
}

/** One page of those with these results, with the number of the dossier each became, where these seats read it. */
export async function itemsWith(
  db: Executor,
  region: string,
  id: string,
  results: readonly ItemResult[],
  { after, limit, seats }: { readonly after: number; readonly limit: number; readonly seats: readonly string[] },
) {
  const rows = await db
    .selectFrom('import_item as i')
    .leftJoin('problem as p', (join) => join.onRef('p.region', '=', 'i.region').onRef('p.id', '=', 'i.dossier'))
    .select([
      'i.no',
      'i.rows',
      'i.key',
      'i.content',
      'i.act',
      'i.result',
      'i.reason',
      'i.dossier',
      'i.version',
      sql<string | null>`coalesce(p.number, (select c.number from case_file c
        where c.region = i.region and c.id = i.dossier and ${readBy(seats)}))`.as('number'),
    ])
    .where('i.region', '=', region)
    .where('i.import', '=', id)
    .where('i.no', '>', after)
    .where('i.result', 'in', [...results])
    .orderBy('i.no')
    .limit(limit)
    .execute();
  return rows as unknown as (Item & { readonly number: string | null })[]; // as above
}

const items = (db: Executor, region: string, id: string) =>
  db
    .selectFrom('import_item')
    .select(['no', 'rows', 'key', 'content', 'act', 'result', 'reason', 'dossier', 'version'])
    .where('region', '=', region)
    .where('import', '=', id)
    .orderBy('no');

/** How many items ended how. */
export async function countItems(
  db: Executor,
  region: string,
  id: string,
): Promise<ReadonlyMap<ItemResult | null, number>> {
  const rows = await db
    .selectFrom('import_item')
    .select(['result', sql<number>`count(*)`.as('n')])
    .where('region', '=', region)
    .where('import', '=', id)
    .groupBy('result')
    .execute();
  return new Map(rows.map(({ result, n }) => [result as ItemResult | null, n])); // the table checks it
}

/** What became of an item. */
export type Outcome = {
  readonly no: number;
  readonly result: ItemResult;
  readonly reason: Why | null;
  readonly dossier: string | null;
  readonly version: number | null;
};

/** Writes what became of these items. */
export async function settleItems(
  db: Executor,
  region: string,
  id: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  await sql`
    update import_item i set result = o.result, reason = o.reason, dossier = o.dossier, version = o.version
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o(no int, result text, reason jsonb, dossier uuid, version int)
    where i.region = ${region} and i.import = ${id}::uuid and i.no = o.no`.execute(db);
}
