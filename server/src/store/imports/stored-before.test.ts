import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { withClient } from '../database/connection.ts';

const { owner } = await testDatabase();
const migration = (name: string): Promise<string> =>
  readFile(new URL(`../../../migrations/${name}.sql`, import.meta.url), 'utf8');

const NOBODY = `'u', 'U', 'p', 'P'`;
const stored = (id: number, state: string, origin: string): string => `
  insert into import (region, id, intent, file, unit, unit_name, person, person_name, name, state, sheets, sheet, origin, received_at)
  values ('000001', '00000000-0000-0000-0000-00000000000${id}', 'k${id}', '00000000-0000-0000-0000-0000000000ff', ${NOBODY}, '清单.xlsx', '${state}', '[]', '一', ${origin}, now());`;

test('what was received before keeps what was chosen for it, and what was started goes on as it was frozen', async () => {
  const rows = await withClient(owner, async (client) => {
    // the tables as they stood, beside those of today
    await client.query('create schema before; set search_path to before, public');
    await client.query(await migration('0020_imports'));
    await client.query(`${stored(1, 'open', `'city'`)} ${stored(2, 'importing', `'county'`)} ${stored(3, 'done', 'null')}
      insert into import_item (region, import, no, rows, key, content, act, result, problem) values
        ('000001', '00000000-0000-0000-0000-000000000002', 1, '{3}', 'k', 'c', '{"do": "register", "origin": "county", "basics": {}}', null, null),
        ('000001', '00000000-0000-0000-0000-000000000002', 2, '{4}', 'k', 'c', '{"do": "register", "origin": null}', null, null),
        ('000001', '00000000-0000-0000-0000-000000000002', 3, '{5}', 'k', 'c', '{"do": "add", "same": "k"}', 'added', '00000000-0000-0000-0000-0000000000aa')`);
    await client.query(await migration('0047_imports_of_any_kind'));
    const imports = await client.query('select kind, chosen from import order by id');
    const items = await client.query('select act, dossier from import_item order by no');
    return { imports: imports.rows, items: items.rows };
  });

  expect(rows.imports).toEqual([
    { kind: null, chosen: { origin: 'city' } },
    { kind: null, chosen: { origin: 'county' } },
    { kind: null, chosen: {} },
  ]);
  expect(rows.items).toEqual([
    { act: { do: 'register', facts: { origin: 'county' }, basics: {} }, dossier: null },
    { act: { do: 'register', facts: {} }, dossier: null },
    { act: { do: 'add', same: 'k' }, dossier: '00000000-0000-0000-0000-0000000000aa' },
  ]);
});
