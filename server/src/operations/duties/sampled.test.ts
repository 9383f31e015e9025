import { byOrder, duty, holderOf, twiceAYear } from '@bihuan/core/testing';
import { sampleOf } from '@bihuan/core/duty';
import { plainDate } from '@bihuan/core/time';
import { expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { sm3 } from '../../sm3.ts';
import { clubInstallation } from '../../testing/club.ts';
import { verifyLedger } from '../record/verify-ledger.ts';
import { readDraw } from './draw.ts';
import { openDuties } from './open-duties.ts';
import { orderRound } from './order.ts';
import { linesOf, readWall } from './wall.ts';

const rounds = duty(twiceAYear, { opensBefore: 30 });
const covers = { sample: 30, atLeast: 1, of: 'round-return' } as const;
const looks = { ...duty(byOrder, { due: { on: 'order' }, by: ['survey', 'case.filer'], covers }), id: 'looks' };
const { services } = await clubInstallation('2030-04-06', rounds, looks);
const [chief, clerk] = [holderOf('office/chief'), holderOf('office/clerk')];
await openDuties(services);

const order = {
  duty: 'looks',
  first: plainDate('2030-04-06'),
  last: plainDate('2030-04-20'),
  text: '抽查巡场',
  by: chief,
};
const period = { duty: 'looks', period: '2030-04-06' } as const;
const intent = () => ({ key: randomUUID(), fingerprint: 'an order' });

test('nobody but who may orders a round; the same order sent twice is one', async () => {
  const asked = { ...order, ...intent() };

  expect(await orderRound(services, { ...order, ...intent(), by: clerk })).toMatchObject({
    refused: { obstacle: { code: 'wrong-seat' } },
  });
  expect(await orderRound(services, { ...order, ...intent(), duty: 'rounds' })).toMatchObject({
    refused: { obstacle: { code: 'silent' } },
  });
  expect(await orderRound(services, asked)).toEqual({ done: { round: '2030-04-06' }, replayed: false });
  expect(await orderRound(services, asked)).toEqual({ done: { round: '2030-04-06' }, replayed: true });
});

test('a share is drawn from what stood on the day, and whoever has frame and rule draws the same', async () => {
  const draw = (await readDraw(services, clerk, period.duty, period.period))!;
  const frame = (await linesOf(services, { duty: 'rounds', period: '2030-05-06' })).map(({ id }) => id);

  expect([...draw.frame].toSorted()).toEqual(frame.toSorted());
  expect(draw.drawn).toHaveLength(2);
  expect(sampleOf({ ...period, ids: frame }, covers, sm3)).toEqual({ seed: draw.seed, drawn: draw.drawn });
  // numbers open to what they count
  expect(draw.named.map(({ dossier }) => dossier).toSorted()).toEqual([...draw.frame].toSorted());
  expect(draw.named.every(({ number, title }) => number !== '' && title !== '')).toBe(true);
  expect(await readDraw(services, clerk, 'rounds', '2030-05-06')).toBeNull();
});

test('each dossier drawn is looked at by the offices named and by whoever plays the part in it', async () => {
  const lines = await linesOf(services, period);
  const { drawn } = (await readDraw(services, clerk, period.duty, period.period))!;

  expect(lines.map(({ unit, what }) => [unit, drawn.indexOf(what)])).toEqual([
    ['survey', 0],
    [expect.any(String), 0],
    ['survey', 1],
    [expect.any(String), 1],
  ]);
  expect(lines.every(({ what_name: number }) => number.startsWith('巡场-2030-'))).toBe(true);
});

test('the wall of a draw has no column for each dossier: its cells say what they are about', async () => {
  const wall = (await readWall(services, clerk, period.duty, period.period))!;
  const survey = wall.rows.find(({ unit }) => unit === 'survey')!;

  expect(wall.whats).toEqual([]);
  expect(wall.period).toMatchObject({ text: '抽查巡场', drawn: 2, due: '2030-04-20' });
  expect(survey.cells.map(({ about, state }) => [about?.slice(0, 8), state])).toEqual([
    ['巡场-2030-', 'open'],
    ['巡场-2030-', 'open'],
  ]);
});

test('the record of all of it holds', async () => {
  const { findings } = await verifyLedger(services);

  // the club's rules are put into the table by the test, without events
  expect(findings.filter(({ dossier }) => dossier !== '')).toEqual([]);
});
