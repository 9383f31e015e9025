import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '@bihuan/core/problem';
import { plainDate } from '@bihuan/core/time';
import { published } from '../../cli/policy-publish.ts';
import { successorsSaid } from '../../cli/policy-successors.ts';
import { loadDemonstration } from '../../demonstration/load.ts';
import { findDossier } from '../../store/dossiers/dossiers.ts';
import { COUNTY } from '../../testing/county.ts';
import { staffedOffice } from '../../testing/staff.ts';
import { followReform } from '../dossiers/follow-reform.ts';
import { verifyLedger } from '../record/verify-ledger.ts';
import { publishPolicy } from './publish-policy.ts';

const office = await staffedOffice();
const { services, people } = office;
const { db, region } = services;
const clerk = await office.at('county-ecology', 'handler');
const folder = await mkdtemp(path.join(tmpdir(), 'bihuan-successors-'));
afterAll(() => rm(folder, { recursive: true }));

/** The Shidian plan from that day on, without these units. */
async function without(day: string, ...units: readonly string[]): Promise<string> {
  const dir = path.join(folder, day);
  await cp(COUNTY, dir, { recursive: true });
  const change = async (name: string, from: RegExp | string, to: string): Promise<void> => {
    const file = path.join(dir, name);
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(from);
    await writeFile(file, text.replace(from, to));
  };
  await change('policy.yaml', 'in-force-from: 2023-05-17', `in-force-from: ${day}`);
  for (const unit of units) await change('units.yaml', new RegExp(` {2}- id: ${unit}\n(?: {4}.*\n)+`), '');
  return dir;
}

const title = '（演示）甲沟污水直排';
let dir = '';
let id = '';
const stateOf = async () => (await findDossier<Problem>(db, region, id))!.state;
const tasksOf = (unit: string) =>
  db.selectFrom('task').select('dossier').where('unit', '=', unit).where('dossier', '=', id).execute();

beforeAll(async () => {
  await loadDemonstration(services, people, () => {}, [
    {
      title: '（演示）一期',
      age: 30,
      problems: [
        {
          title,
          place: '（虚构）甲沟',
          township: 'youwang',
          field: 'sewage-garbage',
          facts: { origin: 'city', grade: 'general' },
          until: 'planning',
        },
      ],
    },
  ]);
  ({ id } = await db.selectFrom('problem').select('id').where('title', '=', title).executeTakeFirstOrThrow());
  dir = await without('2026-12-02', 'youwang');
}, 60_000);

test('D6: publication without a unit that open dossiers name is refused, and whoever publishes reads which, and what to write', async () => {
  const refused = published(services, dir);
  await expect(refused).rejects.toThrow(title);
  await expect(refused).rejects.toMatchObject({
    remedy: expect.stringContaining(`policy publish ${dir} --successor 'youwang=NEW@2026-12-02:`),
  });
  const astray = published(services, dir, successorsSaid(['youwang=moon@2026-12-02:施编〔2026〕9号']));
  await expect(astray).rejects.toThrow('youwang → moon');
  expect(() => successorsSaid(['youwang>renhe'])).toThrow('--successor youwang>renhe');
  expect(() => successorsSaid(['youwang=renhe@2026-02-30:是'])).toThrow('--successor');
});

test('D6: with the successor named the edition is published, and the tasks follow on the day', async () => {
  const said = successorsSaid(['youwang=renhe@2027-01-20：施编〔2026〕9号：撤镇并镇']);
  const edition = await published(services, dir, said);
  const { clocks } = await stateOf();
  expect(await tasksOf('youwang')).not.toEqual([]);

  office.setToday('2026-12-02');
  expect(await followReform(services)).toEqual({ followed: 0, again: false });
  expect(services.law().units.find((unit) => unit.id === 'youwang')).toMatchObject({
    names: [{ name: { zh: '由旺镇' }, until: '2027-01-20' }],
    succeededBy: { unit: 'renhe', from: '2027-01-20' },
  });
  office.setToday('2027-01-20');
  expect((await followReform(services)).followed).toBeGreaterThan(0);

  expect(await tasksOf('youwang')).toEqual([]);
  expect(await tasksOf('renhe')).not.toEqual([]);
  expect((await stateOf()).clocks).toEqual(clocks);
  expect((await verifyLedger(services)).findings).toEqual([]);
  expect((await clerk.get(`/policies/${encodeURIComponent(edition)}`)).json()).toMatchObject({
    successors: [
      {
        unit: 'youwang',
        unitName: '由旺镇',
        successor: 'renhe',
        successorName: '仁和镇',
        from: '2027-01-20',
        reason: '施编〔2026〕9号：撤镇并镇',
      },
    ],
  });
});

test('a later edition that leaves the unit out as well needs no word more; who left stays one body with who took over', async () => {
  const later = await without('2027-02-01', 'youwang');
  expect(await publishPolicy(services, later)).toMatchObject({ done: {} });
  office.setToday('2027-02-01');

  const { units } = services.law();
  expect(units.find(({ id: unit }) => unit === 'youwang')?.succeededBy).toEqual({
    unit: 'renhe',
    from: plainDate('2027-01-20'),
  });
});
