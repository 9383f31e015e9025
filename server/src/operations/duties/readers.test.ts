import { PassThrough } from 'node:stream';
import { clubWith, duty, holderOf, twiceAYear } from '@bihuan/core/testing';
import { expect, test } from 'vitest';
import { clubInstallation } from '../../testing/club.ts';
import { wallWorkbook } from './export-wall.ts';
import { openDuties } from './open-duties.ts';
import { readDuties } from './read-duties.ts';
import { readWall } from './wall.ts';

// the club's returns are for the office and for the team that files them
const rounds = duty(twiceAYear, { opensBefore: 30 });
const { services, setLaw } = await clubInstallation('2030-04-06', rounds);
const law = clubWith(rounds);
const reads = [
  { role: 'office', post: '*' },
  { role: 'case.filer', post: '*' },
];
const kinds = law.policy.kinds!.map((kind) => (kind.id === 'round-return' ? { ...kind, reads } : kind));
await setLaw({ ...law, policy: { ...law.policy, kinds } });
await openDuties(services);
const [office, team, stranger] = [holderOf('office/clerk'), holderOf('nets/captain'), holderOf('treasury/head')];
const wall = (by: typeof office) => readWall(services, by, 'rounds', '2030-05-06');
const unitsOn = async (by: typeof office) => (await wall(by))?.rows.map(({ unit }) => unit) ?? null;

test('who reads all of it sees all of it, a team its own row, and nobody else anything', async () => {
  expect(await unitsOn(office)).toEqual(['greens', 'nets', 'lights', 'rollers', 'league-team']);
  expect(await unitsOn(team)).toEqual(['nets']);
  expect(await unitsOn(stranger)).toBeNull();
});

test('nor does a figure, a list or a workbook say more than the wall', async () => {
  const owed = async (by: typeof office) => (await readDuties(services, by)).duties[0]?.periods[0]?.counts.owed ?? null;

  expect([await owed(office), await owed(team), await owed(stranger)]).toEqual([5, 1, null]);
  expect(await wallWorkbook(services, stranger, 'rounds', '2030-05-06', {})).toBeNull();
  const [all, own] = [await sizeOf(office), await sizeOf(team)];
  expect(all).toBeGreaterThan(own);
});

async function sizeOf(by: typeof office): Promise<number> {
  const book = (await wallWorkbook(services, by, 'rounds', '2030-05-06', {}))!;
  const stream = new PassThrough();
  let size = 0;
  stream.on('data', (chunk: Buffer) => (size += chunk.length));
  await book.write(stream);
  return size;
}
