import { expect, test } from 'vitest';
import { loadDemonstration } from '../../demonstration/load.ts';
import type { InventedProblem } from '../../demonstration/problems.ts';
import { registration, staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, people } = office;

const problem = (title: string, until: InventedProblem['until'], township: string): InventedProblem => ({
  title: `（演示）${title}`,
  place: '（虚构）',
  township,
  field: 'sewage-garbage',
  facts: { origin: 'city', grade: 'general' },
  until,
});
await loadDemonstration(services, people, () => {}, [
  {
    title: '（演示）一期',
    age: 200,
    problems: [
      problem('承办甲', 'rectifying', 'youwang'),
      problem('承办乙', 'planning', 'youwang'),
      problem('已销', 'closed', 'youwang'),
      problem('他镇', 'rectifying', 'dianyang'),
    ],
  },
]);

type Row = {
  readonly dossier: string;
  readonly subject: string;
  readonly light: { readonly due: string | null };
  readonly did: { readonly type: string; readonly by: { readonly name: string }; readonly recordedAt: string } | null;
};
type Desk = Awaited<ReturnType<typeof office.at>>;

const view = async (desk: Desk, name: string, more = '') =>
  (await desk.get(`/desk?view=${name}${more}`)).json<{ dossiers: readonly Row[]; next: string | null }>();
const subjects = async (desk: Desk, name: string) =>
  (await view(desk, name, '&size=100')).dossiers.map(({ subject }) => subject.replace('（演示）', ''));
const holder = await office.at('youwang', 'handler');
const coordinator = await office.at('county-push-office', 'handler');

test('在办 is what the unit holds and has not closed, the nearest limit first', async () => {
  const { dossiers } = await view(holder, 'held');

  expect(await subjects(holder, 'held')).toEqual(expect.arrayContaining(['承办甲', '承办乙']));
  expect(dossiers).toHaveLength(2);
  const dues = dossiers.map(({ light }) => light.due ?? '9999-12-31');
  expect(dues).toEqual(dues.toSorted());
});

test('我参与的 is what others hold and we have a part in or acted on; what we hold is not in it, nor what is closed', async () => {
  expect(await subjects(coordinator, 'part')).toContain('他镇');
  const { dossiers } = await view(holder, 'held');
  const { dossier: id } = dossiers.find(({ subject }) => subject.includes('承办乙'))!;
  const { version, tasks } = (await coordinator.get(`/problems/${id}`)).json<{
    version: number;
    tasks: { id: string }[];
  }>();
  expect(await subjects(coordinator, 'part')).not.toContain('承办乙');

  const ask = { type: 'Urge', task: tasks[0]!.id, text: '请抓紧。' };
  expect((await coordinator.post(`/problems/${id}/commands`, { version, ask })).statusCode).toBe(200);

  expect(await subjects(coordinator, 'part')).toContain('承办乙');
  expect(await subjects(coordinator, 'part')).not.toContain('已销');
  expect(await subjects(holder, 'part')).toEqual([]);
});

test('已办 is what this person did, the latest first, each dossier once and with the act that was his', async () => {
  const clerk = await office.at('county-ecology', 'handler');
  const name = office.cast.holding('county-ecology', 'handler').name;
  const ids: string[] = [];
  for (const title of ['一', '二', '三'])
    ids.push((await clerk.post('/problems', registration(title))).json<{ id: string }>().id);

  const { dossiers } = await view(clerk, 'done', '&size=3');

  expect(dossiers.map(({ dossier }) => dossier)).toEqual(ids.toReversed());
  expect(dossiers.map(({ did }) => [did?.type, did?.by.name])).toEqual(ids.map(() => ['ProblemRegistered', name]));
  expect(await subjects(holder, 'done')).not.toContain('一');
});

test.each(['held', 'part', 'done'])('pages of %s follow each other: nothing twice, nothing left out', async (name) => {
  const desk = name === 'held' ? holder : coordinator;
  const whole = (await view(desk, name, '&size=100')).dossiers.map(({ dossier }) => dossier);
  const found: string[] = [];
  for (let after = ''; ;) {
    const page = await view(desk, name, `&size=1${after && `&after=${encodeURIComponent(after)}`}`);
    found.push(...page.dossiers.map(({ dossier }) => dossier));
    if (page.next === null) break;
    after = page.next;
  }

  expect(whole.length).toBeGreaterThan(1);
  expect(found).toEqual(whole);
});
