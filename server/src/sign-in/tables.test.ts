import { getMigrations } from 'better-auth/db/migration';
import { afterAll, expect, test } from 'vitest';
import { openPool } from '../store/database/connection.ts';
import { testDatabase } from '../testing/database.ts';
import { authOptions } from './options.ts';

const { app, db } = await testDatabase();
const pool = openPool({ ...app, options: '-c search_path=auth' });
afterAll(() => pool.end());

test('our tables are what the installed better-auth asks for: nothing to create, nothing to add', async () => {
  const { toBeCreated, toBeAdded } = await getMigrations(authOptions(pool, 'x'.repeat(43), null));
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
});

test('the comparison would notice a column that is missing', async () => {
  const more = {
    ...authOptions(pool, 'x'.repeat(43), null),
    user: { modelName: 'sign_in', additionalFields: { nickname: { type: 'string', required: false } } },
  } as const;
  const { toBeAdded } = await getMigrations(more);
  expect(JSON.stringify(toBeAdded)).toContain('nickname');
  expect(await db.selectFrom('person').selectAll().execute()).toEqual([]);
});
