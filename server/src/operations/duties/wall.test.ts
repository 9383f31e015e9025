import { randomUUID } from 'node:crypto';
import type { Actor } from '@bihuan/core/access';
import type { Case, CaseAsk } from '@bihuan/core/case';
import { duty, holderOf, twiceAYear } from '@bihuan/core/testing';
import { expect, test } from 'vitest';
import { clubInstallation } from '../../testing/club.ts';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import { caseSubject } from '../cases/subject.ts';
import { commandDossier } from '../dossiers/command-dossier.ts';
import { openCorrection } from './correct.ts';
import { freezing, readGathering } from './gathering.ts';
import { openDuties } from './open-duties.ts';
import { readDuties } from './read-duties.ts';
import { urgeMissing } from './urge.ts';
import { linesOf, readWall } from './wall.ts';

const rounds = duty(twiceAYear, { opensBefore: 30, reminds: 5, gathers: 'round-sheet' });
const { services, setToday } = await clubInstallation('2030-04-06', rounds);
const at = { duty: 'rounds', period: '2030-05-06' } as const;
const [clerk, chief] = [holderOf('office/clerk'), holderOf('office/chief')];
await openDuties(services);
const ids = new Map((await linesOf(services, at)).map(({ unit, id }) => [unit, id]));

async function standing(id: string) {
  return (await findDossiers<Case>(services.db, services.region, 'case', [id])).get(id)!;
}

async function ask(id: string, asked: CaseAsk, by: Actor) {
  const { version } = await standing(id);
  const answer = await commandDossier(caseSubject, services, {
    dossier: id,
    version,
    ask: asked,
    by,
    key: randomUUID(),
    fingerprint: 'the same',
  });
  if (!('done' in answer)) throw new Error(JSON.stringify(answer));
}
const fill = (unit: string, by: string, round = 1, holes = 2) =>
  ask(ids.get(unit)!, { type: 'TakeStep', task: `round/fill/${round}/0`, values: { holes } }, holderOf(by));
const back = (unit: string) =>
  ask(
    ids.get(unit)!,
    { type: 'ReturnStep', task: 'round/check/1/0', to: 'fill', reason: '不清楚', becauseOf: '§2' },
    clerk,
  );
const wall = async (by: Actor = clerk) => (await readWall(services, by, at.duty, at.period))!;
const states = async () => Object.fromEntries((await wall()).rows.map(({ unit, cells }) => [unit, cells[0]!.state]));

test('whoever owes a duty, and whoever coordinates it, has it on his page with what is his', async () => {
  const [theirs] = (await readDuties(services, holderOf('nets/captain'))).duties;
  const [office] = (await readDuties(services, clerk)).duties;

  expect(theirs).toMatchObject({
    id: 'rounds',
    owes: true,
    oversees: false,
    periods: [{ mine: [{ dossier: ids.get('nets'), state: 'open' }] }],
  });
  expect(office).toMatchObject({
    owes: false,
    oversees: true,
    periods: [{ counts: { owed: 5, filed: 0, open: 5 }, mine: [] }],
  });
  expect(office!.periods[0]!.gathering).toMatchObject({ number: '汇总-2030-01', frozenOn: null });
});

test('a wall tells what is filed, nil, sent back and open, and whom it is due from by when', async () => {
  setToday('2030-04-20');
  await fill('greens', 'greens/captain');
  await ask(ids.get('nets')!, { type: 'FileNil' }, holderOf('nets/captain'));
  await fill('lights', 'lights/captain');
  await back('lights');

  expect(await states()).toMatchObject({ greens: 'filed', nets: 'nil', lights: 'returned', rollers: 'open' });
  expect((await wall()).counts).toMatchObject({ filed: 1, nil: 1, returned: 1, open: 2, missing: 0 });
  expect((await wall()).arithmetic).toMatchObject({ days: [{ counted: null }, { date: '2030-05-06', counted: 1 }] });
});

test('a period that nobody opened, and a duty that is none, has no wall', async () => {
  expect(await readWall(services, clerk, 'rounds', '2031-05-06')).toBeNull();
  expect(await readWall(services, clerk, 'sweeps', '2030-05-06')).toBeNull();
});

test('everybody who has not filed is reminded by the calendar, once', async () => {
  setToday('2030-05-01');
  const first = await openDuties(services);
  const again = await openDuties(services);
  const urged = await services.db
    .selectFrom('task')
    .select('unit')
    .where('urged_on', '=', '2030-05-01')
    .orderBy('unit')
    .execute();

  expect([first.reminded, again.reminded]).toEqual([3, 0]);
  expect(urged.map(({ unit }) => unit)).toEqual(['league-team', 'lights', 'rollers']);
});

test('one wish urges all of them; who may not urge is refused for each', async () => {
  setToday('2030-05-02');
  const asked = { ...at, text: '请尽快报送', key: randomUUID(), fingerprint: 'the same' };

  expect(await urgeMissing(services, { ...asked, by: clerk })).toEqual({ urged: 3, refused: [] });
  // the same wish again answers as it did the first time
  expect(await urgeMissing(services, { ...asked, by: clerk })).toEqual({ urged: 3, refused: [] });
  const refused = await urgeMissing(services, { ...asked, key: randomUUID(), by: holderOf('nets/captain') });
  expect(refused).toMatchObject({ urged: 0, refused: [{}, {}, {}] });
});

test('after its day what is not filed is missing, and what is filed then is late', async () => {
  setToday('2030-05-08');
  await fill('lights', 'lights/captain', 2);
  await fill('rollers', 'rollers/captain');

  expect(await states()).toEqual({
    greens: 'filed',
    nets: 'nil',
    lights: 'late',
    rollers: 'late',
    'league-team': 'missing',
  });
});

test('what is frozen stays as it was frozen: what comes after stands beside it', async () => {
  const [gathering] = await services.db
    .selectFrom('case_file')
    .select('id')
    .where('kind', '=', 'round-sheet')
    .execute();
  const members = await freezing(services, gathering!.id, clerk);
  if ('refused' in members) throw new Error('it is opened whole');
  await ask(gathering!.id, members, clerk);
  const frozen = (await readGathering(services, chief, gathering!.id))!.frozen!;

  expect(frozen.members.map(({ unit, state, since }) => [unit, state, since])).toEqual([
    ['greens', 'filed', 'same'],
    ['nets', 'nil', 'same'],
    ['lights', 'late', 'same'],
    ['rollers', 'late', 'same'],
    ['league-team', 'missing', 'same'],
  ]);
  await fill('league-team', 'league-team/captain');
  await back('greens');
  await fill('greens', 'greens/captain', 2, 9);
  const after = (await readGathering(services, chief, gathering!.id))!.frozen!;

  expect(after.digest).toBe(frozen.digest);
  expect(after.members.map(({ unit, state, digest }) => [unit, state, digest])).toEqual(
    frozen.members.map(({ unit, state, digest }) => [unit, state, digest]),
  );
  expect(after.members.map(({ unit, since }) => [unit, since])).toEqual([
    ['greens', 'changed'],
    ['nets', 'same'],
    ['lights', 'same'],
    ['rollers', 'same'],
    ['league-team', 'filed'],
  ]);
  await expect(ask(gathering!.id, members, clerk)).rejects.toThrow('frozen');
});

test('a correction is a return of its own beside what was frozen, opened by the unit that owed it', async () => {
  const [gathering] = await services.db
    .selectFrom('case_file')
    .select('id')
    .where('kind', '=', 'round-sheet')
    .execute();
  const asked = {
    ...at,
    corrects: ids.get('nets')!,
    by: holderOf('nets/captain'),
    key: randomUUID(),
    fingerprint: 'the same',
  };
  const opened = await openCorrection(services, asked);
  const again = await openCorrection(services, asked);
  const strange = await openCorrection(services, { ...asked, key: randomUUID(), by: holderOf('greens/captain') });
  const [, nets] = (await readGathering(services, chief, gathering!.id))!.frozen!.members;

  expect(opened).toMatchObject({ done: { number: '巡场-2030-0006' }, replayed: false });
  expect(again).toMatchObject({ done: { number: '巡场-2030-0006' } });
  expect(strange).toMatchObject({ refused: {} });
  expect(nets).toMatchObject({
    state: 'nil',
    since: 'same',
    corrections: [{ number: '巡场-2030-0006', state: 'open' }],
  });
  expect((await wall()).rows.find(({ unit }) => unit === 'nets')?.cells).toMatchObject([
    { state: 'nil', corrections: [{ number: '巡场-2030-0006' }] },
  ]);
});

test('what is not frozen is not corrected like this', async () => {
  setToday('2030-10-08');
  await openDuties(services);
  const [first] = await linesOf(services, { duty: 'rounds', period: '2030-11-06' });
  const asked = {
    duty: 'rounds',
    period: '2030-11-06',
    corrects: first!.id,
    by: holderOf('greens/captain'),
    key: randomUUID(),
    fingerprint: 'the same',
  };

  expect(await openCorrection(services, asked)).toMatchObject({ refused: { obstacle: { code: 'nothing-to-do' } } });
});
