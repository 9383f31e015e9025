import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Problem } from '@bihuan/core/problem';
import { plainDate } from '@bihuan/core/time';
import { journey } from '../../demonstration/journey.ts';
import { loadDemonstration } from '../../demonstration/load.ts';
import type { InventedProblem, Progress } from '../../demonstration/problems.ts';
import { withClient } from '../../store/database/connection.ts';
import { findDossier } from '../../store/dossiers/dossiers.ts';
import { unitsNamed } from '../../store/policies.ts';
import { COUNTY, EDITION } from '../../testing/county.ts';
import { staffedOffice } from '../../testing/staff.ts';
import { followReform } from '../dossiers/follow-reform.ts';
import { publishPolicy } from '../law/publish-policy.ts';
import { verifyLedger } from '../record/verify-ledger.ts';

const office = await staffedOffice();
const { services, cast, people, database } = office;
const clerk = await office.at('county-ecology', 'handler');
const [OLD, NEW] = [EDITION, 'shidian/2026-12-01.r3'];

const folder = await mkdtemp(path.join(tmpdir(), 'bihuan-edition-'));
afterAll(() => rm(folder, { recursive: true }));

/** The Shidian plan in a later edition that leaves eight working days where there were ten, and says so in its example and its story. */
async function laterEdition(): Promise<string> {
  const dir = path.join(folder, '2026-12-01');
  await cp(COUNTY, dir, { recursive: true });
  const write = async (name: string, from: RegExp, to: string): Promise<void> => {
    const file = path.join(dir, name);
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(from);
    await writeFile(file, text.replace(from, to));
  };
  await write('policy.yaml', /in-force-from: 2023-05-17/, 'in-force-from: 2026-12-01');
  await write('policy.yaml', /(id: P3-county-review,.*working: )10/, '$18');
  await write('examples.yaml', /(due: \{ P3-county-review: 2024-02-)29/, '$127');
  await write('examples.yaml', /(P3-county-review: 2026-03-)23/, '$119');
  return dir;
}

const problem = (place: string, until: Progress): InventedProblem => ({
  title: `（演示）${place}污水直排`,
  place: `（虚构）${place}`,
  township: 'youwang',
  field: 'sewage-garbage',
  facts: { origin: 'city', grade: 'general' },
  until,
});

async function stateOf(place: string): Promise<Problem & { id: string }> {
  const { id } = await services.db
    .selectFrom('problem')
    .select('id')
    .where('title', 'like', `%${place}%`)
    .executeTakeFirstOrThrow();
  const { state } = (await findDossier<Problem>(services.db, services.region, id))!;
  return { ...state, id };
}

const reviewLimit = ({ clocks }: Problem) => clocks.find((clock) => clock.id.includes('P3-county-review'))?.term;

test('a dossier goes on under the edition it entered under; what enters later goes under the new one', async () => {
  await loadDemonstration(services, people, () => {}, [
    { title: '（演示）旧版一期', age: 30, problems: [problem('甲沟', 'consented')] },
  ]);
  expect(await publishPolicy(services, await laterEdition())).toMatchObject({ done: { edition: NEW } });
  office.setToday('2027-01-15');
  const { id, edition } = await stateOf('甲沟');
  await journey(services, cast, id, problem('甲沟', 'planning'), plainDate('2026-12-07'));
  await loadDemonstration(services, people, () => {}, [
    { title: '（演示）新版一期', age: 30, problems: [problem('乙沟', 'planning')] },
  ]);

  const [before, after] = [await stateOf('甲沟'), await stateOf('乙沟')];
  expect([before.policy, after.policy]).toEqual([OLD, NEW]);
  expect([before.stage, after.stage]).toEqual(['planning', 'planning']);
  expect(edition).not.toBeNull();
  expect([reviewLimit(before), reviewLimit(after)]).toMatchObject([{ days: 10 }, { days: 8 }]);
  const explained = async (which: string) =>
    (await clerk.get(`/problems/${which}/route`)).json<{ edition: string }>().edition;
  expect([await explained(before.id), await explained(after.id)]).toEqual([OLD, NEW]);
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test('an edition without a unit that open dossiers name is refused with their list, and published with it', async () => {
  const dir = path.join(folder, '2026-12-02');
  await cp(path.join(folder, '2026-12-01'), dir, { recursive: true });
  const change = async (name: string, from: RegExp, to: string) => {
    const file = path.join(dir, name);
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
  };
  await change('policy.yaml', /in-force-from: 2026-12-01/, 'in-force-from: 2026-12-02');
  await change('units.yaml', / {2}- id: youwang\n(?: {4}.*\n)+/, '');
  const { number, title } = await services.db
    .selectFrom('problem')
    .select(['number', 'title'])
    .where('title', 'like', '%甲沟%')
    .executeTakeFirstOrThrow();

  expect(await publishPolicy(services, dir)).toMatchObject({
    refused: {
      obstacle: {
        code: 'units-dropped',
        units: [{ unit: 'youwang', dossiers: expect.arrayContaining([{ number, title }]) }],
      },
    },
  });
});

test('with the successor named it is published, and what is open goes there from the day on', async () => {
  const dir = path.join(folder, '2026-12-02');
  const file = path.join(dir, 'units.yaml');
  const before = await readFile(path.join(folder, '2026-12-01', 'units.yaml'), 'utf8');
  const ended = before.replace(
    / {2}- id: youwang\n/,
    '  - id: youwang\n    succeeded-by: { unit: renhe, from: 2027-01-20 }\n',
  );
  await writeFile(file, ended);
  expect(await publishPolicy(services, dir)).toMatchObject({ done: {} });
  const { id, clocks } = await stateOf('甲沟');
  const holder = async () =>
    (await services.db.selectFrom('problem').select('holder').where('id', '=', id).executeTakeFirstOrThrow()).holder;

  expect(await followReform(services)).toEqual({ followed: 0, again: false });
  expect(await holder()).toBe('youwang');
  office.setToday('2027-01-20');
  const { followed } = await followReform(services);

  expect(followed).toBeGreaterThan(0);
  expect(await holder()).toBe('renhe');
  expect((await stateOf('甲沟')).clocks).toEqual(clocks);
  expect(await services.db.selectFrom('task').select('id').where('unit', '=', 'youwang').execute()).toEqual([]);
  expect(await followReform(services)).toEqual({ followed: 0, again: false });
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test('of the dossiers that name a unit the first are read, and all are counted', async () => {
  const all = await unitsNamed(services.db, services.region, 1_000);
  const first = await unitsNamed(services.db, services.region, 1);
  const counts = Map.groupBy(all, ({ unit }) => unit);

  expect(all.length).toBeGreaterThan(counts.size); // some unit is named by several
  expect(first.map(({ unit, all: named }) => [unit, named])).toEqual(
    [...counts].map(([unit, rows]) => [unit, rows.length]),
  );
});

test('a published edition is changed by neither role: the application may not, and the owner is refused by the table itself', async () => {
  const attempts = ['policy', 'confirmed_ruling'].flatMap((table) => [
    `update ${table} set edition = edition`,
    `delete from ${table}`,
    `truncate ${table}`,
  ]);
  const editions = () => services.db.selectFrom('policy').selectAll().orderBy('edition').execute();
  const before = await editions();
  expect(before.map(({ edition }) => edition)).toEqual(expect.arrayContaining([OLD, NEW]));

  const refused = async (as: typeof database.app): Promise<readonly [string, string[]]> =>
    withClient(as, async (client) => {
      const { rows } = await client.query<{ role: string }>('select current_user as role');
      const words: string[] = [];
      for (const attempt of attempts)
        await client.query(attempt).then(
          () => words.push(`${attempt}: done`),
          (error: Error) => words.push(error.message.replace(/ \w+$/, '')),
        );
      return [rows[0]!.role, words] as const;
    });

  expect(await refused(database.app)).toEqual([
    'bihuan_app',
    attempts.map(() => expect.stringMatching('permission denied')),
  ]);
  expect(await refused(database.owner)).toEqual([
    'bihuan_owner',
    attempts.map(() => expect.stringMatching('append-only')),
  ]);
  expect(await editions()).toEqual(before);
});
