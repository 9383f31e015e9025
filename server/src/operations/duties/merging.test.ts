import { randomUUID } from 'node:crypto';
import type { Actor } from '@bihuan/core/access';
import type { Case } from '@bihuan/core/case';
import { duty, holderOf, twiceAYear } from '@bihuan/core/testing';
import { expect, test } from 'vitest';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import { clubInstallation } from '../../testing/club.ts';
import { alikeCases } from '../cases/alike.ts';
import { caseAsk, type CaseRequest } from '../cases/asks.ts';
import { listCasesFor } from '../cases/list.ts';
import { readCase } from '../cases/read.ts';
import { caseSubject } from '../cases/subject.ts';
import { commandDossier } from '../dossiers/command-dossier.ts';
import { verifyLedger } from '../record/verify-ledger.ts';
import { readGathering } from './gathering.ts';
import { openDuties } from './open-duties.ts';
import { linesOf, readWall } from './wall.ts';

const rounds = duty(twiceAYear, { opensBefore: 30, gathers: 'round-sheet' });
const { services, setToday } = await clubInstallation('2030-04-06', rounds);
const { db, region } = services;
const at = { duty: 'rounds', period: '2030-05-06' } as const;
const clerk = holderOf('office/clerk');
await openDuties(services);
const lines = await linesOf(services, at);
const idOf = (unit: string) => lines.find((line) => line.unit === unit)!.id;
const [nets, greens, rollers] = [idOf('nets'), idOf('greens'), idOf('rollers')];
const gathering = (
  await db.selectFrom('case_file').select('id').where('kind', '=', 'round-sheet').executeTakeFirstOrThrow()
).id;
const standing = async (id: string) => (await findDossiers<Case>(db, region, 'case', [id])).get(id)!;

async function answerTo(dossier: string, asked: CaseRequest, by: Actor = clerk) {
  const { version } = await standing(dossier);
  const ask = await caseAsk(services, dossier, asked, by);
  if ('refused' in ask) return ask;
  return commandDossier(caseSubject, services, {
    dossier,
    version,
    ask,
    by,
    key: randomUUID(),
    fingerprint: 'the same',
  });
}
async function done(dossier: string, asked: CaseRequest, by?: Actor) {
  const answer = await answerTo(dossier, asked, by);
  if (!('done' in answer)) throw new Error(JSON.stringify(answer));
}
async function file(id: string, unit: string, words: string) {
  await done(
    id,
    { type: 'TakeStep', task: 'round/fill/1/0', values: { holes: 2, words } },
    holderOf(`${unit}/captain`),
  );
  const { offers } = (await readCase(services, id, clerk))!;
  const { seen } = offers.find(({ type, target }) => type === 'TakeStep' && target === 'round/check/1/0')!;
  await done(id, { type: 'TakeStep', task: 'round/check/1/0', seen: seen!.digest });
}
const words = '三号场东侧入口排水沟坍塌，积水漫过跑道';
setToday('2030-05-02');
await file(nets, 'nets', words);
await file(greens, 'greens', `${words}约十米`);
await file(rollers, 'rollers', '更衣室门锁损坏两处');

const merge: CaseRequest = { type: 'MergeInto', dossier: nets, reason: '两队报的是同一处' };
const pairs = async (id: string) => {
  const found = (await alikeCases(services, id, clerk))!.pairs;
  return found.map(({ one, other }) => [one.dossier, other.dossier].toSorted());
};
const wall = async () => (await readWall(services, clerk, at.duty, at.period))!.counts;
const untouched = (await wall()).filed;

test('a gathering proposes returns that look alike, with the reason and what each of them says', async () => {
  expect(await pairs(gathering)).toEqual([[nets, greens].toSorted()]);
  const [pair] = (await alikeCases(services, gathering, clerk))!.pairs;
  expect(pair!.because[0]!.zh).toMatch(/^文字相似 \d+%$/);
  expect([pair!.one, pair!.other].map(({ fields }) => fields[0]!.value!.zh).toSorted()).toEqual([
    words,
    `${words}约十米`,
  ]);
  expect(await pairs(greens)).toEqual([[nets, greens].toSorted()]);
  expect(await pairs(rollers)).toEqual([]);
});

test('nobody else merges, and nothing with what is not there, with itself or with what is of another sort', async () => {
  const none = '00000000-0000-4000-8000-000000000000';
  const answers = [
    await answerTo(greens, merge, holderOf('greens/captain')),
    await answerTo(greens, { ...merge, dossier: none }),
    await answerTo(greens, { ...merge, dossier: greens }),
    await answerTo(greens, { ...merge, dossier: gathering }),
    await answerTo(idOf('league-team'), merge),
  ];
  expect(answers.map((answer) => ('refused' in answer ? answer.refused.code : 'done'))).toEqual([
    'not-allowed',
    'bad-input',
    'bad-input',
    'not-allowed',
    'not-allowed',
  ]);
  expect((await standing(greens)).state.merged).toBeUndefined();
});

test('what was said to be another is proposed no more, from neither side', async () => {
  await done(nets, { type: 'TellApart', apart: [{ dossier: greens, reason: '一处是沟，一处是路' }] });
  expect([await pairs(gathering), await pairs(greens), await pairs(nets)]).toEqual([[], [], []]);
});

test('a merged return stays filed by its unit, is in no list, and leads to the one that goes on', async () => {
  await done(greens, merge);
  expect((await wall()).filed).toBe(untouched);
  const listed = async (q?: string) => {
    const { rows } = await listCasesFor(services, { kind: 'round-return', ...(q ? { q } : {}), size: 50 }, clerk);
    return rows.map(({ id }) => id);
  };
  expect(await listed()).not.toContain(greens);
  const { number } = (await standing(greens)).state;
  expect((await listed(number)).toSorted()).toEqual([greens, nets].toSorted());
  expect(await readCase(services, greens, clerk)).toMatchObject({ merged: { into: { dossier: nets } } });
  expect(await readCase(services, nets, clerk)).toMatchObject({ absorbed: [{ dossier: greens, number }] });
  expect((await verifyLedger(services)).findings.filter(({ dossier }) => dossier !== '')).toEqual([]);
});

test('frozen, the double stands under the one that goes on, with the digest of its own words; set apart later, both stay as they were', async () => {
  await done(gathering, { type: 'FreezeGathering' });
  // its day has not come, and there is something to do all the same
  const waiting = await db.selectFrom('task').select('starts_on').where('dossier', '=', gathering).execute();
  expect(waiting).toEqual([{ starts_on: null }]);
  const { frozen } = (await standing(gathering)).state;
  const [own, double] = [
    frozen!.members.find(({ dossier }) => dossier === nets)!,
    (await linesOf(services, at)).find(({ id }) => id === greens)!,
  ];
  expect(frozen!.members.map(({ dossier }) => dossier)).not.toContain(greens);
  expect(own.doubles).toMatchObject([{ dossier: greens, unit: 'greens', digest: double.sheet }]);

  await done(greens, { type: 'Unmerge', reason: '是两处' });
  await done(rollers, { ...merge, reason: '同一次巡场' });
  const shown = (await readGathering(services, clerk, gathering))!.frozen!;
  const since = shown.members.map(({ dossier, since: what, doubles }) => [
    dossier,
    what,
    doubles.map((one) => one.setApart),
  ]);
  expect(since).toContainEqual([nets, 'same', [true]]);
  expect(since).toContainEqual([rollers, 'merged', []]);
  expect((await standing(gathering)).state.frozen).toEqual(frozen);
  expect((await verifyLedger(services)).findings.filter(({ dossier }) => dossier !== '')).toEqual([]);
});
