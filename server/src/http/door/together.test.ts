import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { bodyOf } from '../../store/dossiers/events.ts';
import { caller, insist, type Heard } from '../../testing/insist.ts';
import { registration, staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, cast, app } = office;
const { db } = services;
const clerk = await office.at('county-ecology', 'handler');
const base = await app.listen({ port: 0, host: '127.0.0.1' });

const register = async (title: string): Promise<string> =>
  (await clerk.post('/problems', registration(title))).json<{ id: string }>().id;
const eventsOf = (dossier: string) =>
  db.selectFrom('dossier_event').selectAll().where('dossier', '=', dossier).orderBy('version').execute();
const correction = (version: number, reason: string) => ({
  version,
  ask: { type: 'CorrectProblem', basics: { remarks: reason }, facts: {}, reason },
});
const callerFor = async (unit: string, post: string) =>
  caller(() => base, await office.cookie(cast.holding(unit, post).id));

test('two people take one step at once: one does, the other is told who was faster, when, and at what', async () => {
  const id = await register('两人同时分类');
  const { version, tasks } = (await clerk.get(`/problems/${id}`)).json();
  const wish = { type: 'TakeStep', task: tasks[0].id, facts: { grade: 'general' } };
  const body = { version, ask: { ...wish, document: { number: '施发改演示〔2026〕1号', date: '2026-11-24' } } };
  // the same seat, held by the section head and by somebody who stands in for her
  await office.add({
    name: '（演示）代班',
    username: 'daiban',
    posts: [{ unit: 'county-development', post: 'section-head', from: services.today(), until: null }],
  });
  const people = [await office.at('county-development', 'section-head'), await office.as('daiban')];

  const answers = await Promise.all(people.map((person) => person.post(`/problems/${id}/commands`, body)));

  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const slower = answers.find(({ statusCode }) => statusCode === 409)!;
  const taken = (await eventsOf(id)).filter(({ type }) => type === 'StepTaken');
  expect(taken).toHaveLength(1);
  const { by } = bodyOf<{ by: { name: string } }>(taken[0]!.body);
  expect(slower.headers['content-type']).toContain('application/problem+json');
  expect(slower.json()).toMatchObject({
    type: 'urn:bihuan:problem:stale-version',
    code: 'stale-version',
    title: '已有人先办理，请刷新后再办',
    faster: {
      name: by.name,
      unitName: '施甸县发展和改革局',
      at: taken[0]!.recorded_at.toISOString(),
      what: { type: 'StepTaken', title: { zh: '研判分类' } },
    },
  });
  expect(slower.json<{ detail: string }>().detail).toMatch(
    new RegExp(`施甸县发展和改革局 ${by.name} 已于 .+ 办理：研判分类`),
  );
});

test('whoever is second to an act outside the steps is told what it was', async () => {
  const id = await register('更正在先');
  const { version } = (await clerk.get(`/problems/${id}`)).json();
  await clerk.post(`/problems/${id}/commands`, correction(version, '先更正的'));

  const second = await clerk.post(`/problems/${id}/commands`, correction(version, '后更正的'));

  expect(second.json()).toMatchObject({ status: 409, faster: { what: { type: 'ProblemCorrected', title: null } } });
  expect(second.json<{ detail: string }>().detail).toContain('更正信息');
});

test('two hundred commands at once on twenty problems: none is lost, none is done twice', async () => {
  const dossiers = await Promise.all(Array.from({ length: 20 }, (_, at) => register(`同办第${at}件`)));
  const versions = new Map(await Promise.all(dossiers.map(async (id) => [id, (await eventsOf(id)).length] as const)));
  const keepers = await Promise.all([
    callerFor('county-ecology', 'handler'),
    callerFor('county-development', 'handler'),
    callerFor('county-push-office', 'section-head'),
  ]);
  const stale: Heard[] = [];
  // the ten on one problem come one behind the other: the door lets in a few at a time, and these are let in together
  const wishes = Array.from({ length: 200 }, (_, no) => ({
    no,
    id: dossiers[Math.floor(no / 10)]!,
    by: keepers[no % 3]!,
  }));

  const acknowledged = await Promise.all(
    wishes.map(async ({ no, id, by }) => {
      const path = `/problems/${id}/commands`;
      const answer = await insist(by, {
        path,
        dossier: id,
        request: (version) => correction(version, `第${no}条更正`),
        heard: (each) => void (each.status === 409 && stale.push(each)),
      });
      return { no, id, version: answer.body.version! };
    }),
  );

  // ten on each problem, of which one can be first: the others were told so and came again
  expect(stale.length).toBeGreaterThan(0);
  const written = await Promise.all(dossiers.map(async (id) => ({ id, events: await eventsOf(id) })));
  for (const { id, events } of written) {
    expect(events.map(({ version }) => version)).toEqual(events.map((_, at) => at + 1));
    expect(events).toHaveLength(versions.get(id)! + 10);
  }
  const reasons = written.flatMap(({ id, events }) =>
    events
      .filter(({ type }) => type === 'ProblemCorrected')
      .map(({ version, body }) => `${bodyOf<{ reason: string }>(body).reason} ${id} ${version}`),
  );
  expect(reasons.toSorted()).toEqual(
    acknowledged.map(({ no, id, version }) => `第${no}条更正 ${id} ${version}`).toSorted(),
  );
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test('a command sent four times under one key, all at once and again later, is done once and answered alike', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, (_, at) => register(`重发第${at}件`)));
  const by = await callerFor('county-ecology', 'handler');

  for (const id of ids) {
    const { version } = (await clerk.get(`/problems/${id}`)).json<{ version: number }>();
    const [path, key, body] = [`/problems/${id}/commands`, randomUUID(), correction(version, '只此一次')] as const;
    const answers = await Promise.all([1, 2, 3, 4].map(() => by.post(path, body, key)));
    const later = await by.post(path, body, key);

    expect(new Set([...answers, later].map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set([...answers, later].map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect((await eventsOf(id)).filter(({ type }) => type === 'ProblemCorrected')).toHaveLength(1);
    expect((await by.post(path, correction(version + 1, '另一件事'), key)).body.code).toBe('key-reused');
  }
});

test('a batch sent again under its key answers for each problem as the first time did, also once the step is over', async () => {
  const ids = await Promise.all([1, 2, 3].map((at) => register(`批量分类第${at}件`)));
  const items = ids.map((id) => ({ id, version: null }));
  const step = { type: 'TakeStep', do: 'classify' };
  const document = { number: '施发改演示〔2026〕2号', date: '2026-11-24' };
  const classified = { items, ask: { ...step, facts: { grade: 'general' }, document } };
  await (await office.at('county-development', 'section-head')).post('/problems/commands', classified);
  const cosigner = await office.at('county-ecology', 'section-head');
  const key = randomUUID();

  const first = await cosigner.post('/problems/commands', { items, ask: step }, key);
  const again = await cosigner.post('/problems/commands', { items, ask: step }, key);

  const { results } = first.json<{ results: { done: object | null }[] }>();
  expect(results.map(({ done }) => done !== null)).toEqual([true, true, true]);
  expect(again.json()).toEqual(first.json());
  const other = await cosigner.post('/problems/commands', { items: items.slice(1), ask: step }, key);
  expect(other.json<{ results: { refused: { code: string } }[] }>().results[0]!.refused.code).toBe('key-reused');
  for (const id of ids) expect((await eventsOf(id)).filter(({ type }) => type === 'StepTaken')).toHaveLength(2);
});

test('an edition formed, changed and submitted by a double click is formed, changed and submitted once', async () => {
  const ids = await Promise.all([1, 2, 3].map((at) => register(`列入第${at}件`)));
  const [key, next] = [randomUUID(), randomUUID()];
  const twice = (url: string, body: object, under: string) =>
    Promise.all([clerk.post(url, body, under), clerk.post(url, body, under)]);

  const formed = await twice('/editions', { title: '（演示）第一期', problems: ids }, key);
  expect(formed.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
  const { id, version } = formed[0].json<{ id: string; version: number }>();
  expect(formed[1].json()).toEqual(formed[0].json());

  const ask = { type: 'ChangeProblems', add: [], remove: [ids[0]!, ids[0]!] };
  const changed = await twice(`/editions/${id}/commands`, { version, ask }, next);
  expect(changed.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect(changed[1].json()).toEqual(changed[0].json());

  expect((await clerk.get('/editions')).json<{ editions: object[] }>().editions).toMatchObject([{ no: 1, size: 2 }]);
  expect((await verifyLedger(services)).findings).toEqual([]);
});
