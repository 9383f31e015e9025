import { afterAll, expect, test } from 'vitest';
import type { Law } from '@bihuan/core/procedure';
import type { Step } from '@bihuan/core/policy';
import { loadDemonstration } from '../../demonstration/load.ts';
import type { InventedProblem } from '../../demonstration/problems.ts';
import { take } from '../../demonstration/walk.ts';
import { finishImports } from '../../operations/imports/finish.ts';
import type { Services } from '../../services.ts';
import { importer, workbook } from '../../testing/imports.ts';
import { visitor, type Visitor } from '../../testing/office.ts';
import { staffedOffice } from '../../testing/staff.ts';
import { buildServer } from '../door/server.ts';

const office = await staffedOffice();
const { services, cast, people } = office;
const { db } = services;

/** The plan of the office with another last step of acceptance: the ecology branch, which may hold problems itself, takes it. */
function acceptedByEcology(law: Law, last: Partial<Step>): Law {
  const by = [{ role: 'county.ecology', post: 'leader-in-charge' }];
  // bound to no content, so that a batch may take it too
  const changed = ({ binds: _binds, ...step }: Step): Step => ({ ...step, by, ...last });
  const procedures = law.policy.procedures.map((procedure) => ({
    ...procedure,
    routes: procedure.routes.map((route) => ({
      ...route,
      steps: route.steps.map((step) => (step.id === 'accept' ? changed(step) : step)),
    })),
  }));
  return { ...law, policy: { ...law.policy, procedures } };
}

const under = (last: Partial<Step>): Services => ({
  ...services,
  law: (edition) => acceptedByEcology(services.law(edition), last),
});
const guarded = under({});
/** The same step as one that judges nobody's work: the guard's rule has nothing to hold on to. */
const unguarded = under({ do: 'sign', closes: false });

const problem = (place: string, holder: string): InventedProblem => ({
  title: `（演示）${place}污水直排`,
  place: `（虚构）${place}`,
  township: holder,
  field: 'sewage-garbage',
  facts: { origin: 'city', grade: 'general' },
  until: 'accepting',
});

const OWN = ['甲沟', '乙沟'];
const OTHERS = ['丙沟', '丁沟'];
await loadDemonstration(guarded, people, () => {}, [
  {
    title: '（演示）自验一期',
    age: 120,
    problems: [
      ...OWN.map((place) => problem(place, 'county-ecology')),
      ...OTHERS.map((place) => problem(place, 'youwang')),
    ],
  },
]);
const rows = await db.selectFrom('problem').select(['id', 'number', 'title']).execute();
const idOf = (place: string): string => rows.find(({ title }) => title.includes(place))!.id;
for (const { id } of rows) await take({ services: guarded, cast, id }, 'signature');

const cookie = await office.cookie(cast.holding('county-ecology', 'leader-in-charge').id);
const coordinator = await office.cookie(cast.holding('county-push-office', 'handler').id);
const servers = { guarded: await buildServer(guarded), unguarded: await buildServer(unguarded) };
afterAll(() => Promise.all(Object.values(servers).map((server) => server.close())));
const leader = visitor(servers.guarded, cookie);

type Standing = {
  readonly version: number;
  readonly row: { readonly stage: string };
  readonly tasks: readonly { readonly id: string; readonly step: string }[];
};
const standing = async (from: Visitor, id: string): Promise<Standing> =>
  (await from.get(`/problems/${id}`)).json<Standing>();

async function single(from: Visitor, place: string, more: object = {}) {
  const id = idOf(place);
  const { version, tasks } = await standing(from, id);
  const task = tasks.find(({ step }) => step === 'accept')!.id;
  return from.post(`/problems/${id}/commands`, {
    version,
    ask: { type: 'TakeStep', task, opinion: '（演示）验收', ...more },
  });
}

async function batch(from: Visitor, place: string) {
  const items = [{ id: idOf(place), version: null }];
  const answer = await from.post('/problems/commands', {
    items,
    ask: { type: 'TakeStep', do: 'accept' },
  });
  return answer.json<{ results: { done: object | null; refused: { zh: string } | null }[] }>().results[0]!;
}

const acceptances = async () =>
  db.selectFrom('dossier_event').select('dossier').where('type', '=', 'ProblemClosed').execute();

test('a unit does not accept its own work at the door of one, and its offer says so beforehand', async () => {
  const refused = await single(leader, OWN[0]!);

  expect([refused.statusCode, refused.json<{ obstacle: object }>().obstacle]).toEqual([
    403,
    { code: 'own-work', unitName: '保山市生态环境局施甸分局' },
  ]);
  const { offers } = (await leader.get(`/problems/${idOf(OWN[0]!)}`)).json<{
    offers: { type: string; obstacle: { code: string } | null }[];
  }>();
  expect(offers.find(({ type }) => type === 'TakeStep')).toMatchObject({ obstacle: { code: 'own-work' } });
});

test('nor at the door of many', async () => {
  expect(await batch(leader, OWN[1]!)).toMatchObject({
    done: null,
    refused: { code: 'not-allowed', zh: expect.stringContaining('不得验收自己的工作') },
  });
});

test('nor by the hand of the coordinator, who records only for units outside', async () => {
  const recorded = { unitName: '（演示）', document: { number: '演示1号', date: services.today() } };
  const refused = await single(visitor(servers.guarded, coordinator), OWN[0]!, { recorded });

  expect([refused.statusCode, refused.json<{ obstacle: { code: string } }>().obstacle.code]).toEqual([
    403,
    'wrong-seat',
  ]);
});

test('nor with a list that says it is accepted and closed', async () => {
  const clerk = importer(office, await office.cookie(cast.holding('county-ecology', 'handler').id));
  const { number, title } = rows.find(({ id }) => id === idOf(OWN[0]!))!;
  const before = await standing(clerk, idOf(OWN[0]!));
  const id = await clerk.receive(
    '清单.xlsx',
    await workbook([
      ['编号', '问题', '责任单位', '整改完成情况', '验收销号情况'],
      [number, title, '生态环境分局', '已完成整改', '已验收销号'],
      ['演示-9', '（演示）戊沟污水直排', '生态环境分局', '已完成整改', '已验收销号'],
    ]),
  );
  await clerk.post(`/imports/${id}/mapping`, { chosen: { origin: 'city' } });
  await clerk.answerAll(id, 'open'); // finished, says the list; it is to enter all the same
  expect((await clerk.post(`/imports/${id}/apply`, {})).statusCode).toBe(200);
  await finishImports(services);

  expect((await clerk.view(id)).counts.in).toBeGreaterThan(0);
  expect((await standing(clerk, idOf(OWN[0]!))).tasks).toEqual(before.tasks);
  const stages = await db.selectFrom('problem').select('stage').where('import', '=', id).execute();
  expect(stages.every(({ stage }) => stage === 'registered')).toBe(true);
  expect(await acceptances()).toEqual([]);
});

test('the same people accept at the same doors what others did', async () => {
  expect((await single(leader, OTHERS[0]!)).statusCode).toBe(200);
  expect((await batch(leader, OTHERS[1]!)).refused).toBeNull();
  expect((await acceptances()).map(({ dossier }) => dossier).toSorted()).toEqual(OTHERS.map(idOf).toSorted());
});

test('with the rule switched off, the very acts that were refused succeed', async () => {
  const free = visitor(servers.unguarded, cookie);

  expect((await single(free, OWN[0]!)).statusCode).toBe(200);
  expect((await batch(free, OWN[1]!)).refused).toBeNull();
});
