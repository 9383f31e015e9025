import { expect, test } from 'vitest';
import { libraryDesk } from '../../testing/library-desk.ts';
import { verifyLedger } from '../record/verify-ledger.ts';

const library = await libraryDesk();
const { services, clerk, deskHead, officeHead, chair, open, read, take, suggest } = library;

type Rows = { rows: { id: string; number: string; title: string }[] };
const problems = async () => (await clerk.get('/problems')).json<Rows>().rows;
const repairs = async () => (await clerk.get('/cases?kind=repair')).json<Rows>().rows;
const events = async () => (await services.db.selectFrom('dossier_event').select(['dossier', 'type']).execute()).length;

test('a tell opens a problem with what the dossier has; the closed problem tells back', async () => {
  const room = { words: '（演示）二楼' };
  const id = await open(deskHead, 'complaint', { what: '（演示）台阶松动', wish: '（演示）修好台阶', room });
  await take(chair, id, { values: { severity: 'grave' } });

  const [problem] = await problems();
  expect(problem).toMatchObject({ number: expect.stringMatching(/^损-2026-\d{3}$/), title: '（演示）修好台阶' });
  const dossier = (await officeHead.get(`/problems/${problem!.id}`)).json<{
    version: number;
    basics: { place: string };
    tasks: { id: string }[];
    links: object[];
  }>();
  expect(dossier.basics.place).toBe('（演示）二楼');
  expect(dossier.links).toEqual([]); // the office does not read complaints
  const step = { type: 'TakeStep', task: dossier.tasks[0]!.id };
  const closed = await officeHead.post(`/problems/${problem!.id}/commands`, { version: dossier.version, ask: step });
  expect(closed.statusCode).toBe(200);

  expect((await read(chair, id)).row.stage).toBe('settled');
  expect((await read(chair, id)).links).toMatchObject([{ how: 'source', dossier: problem!.id, kind: 'damage' }]);
});

test('a problem hears what a complaint linked with it has come to, and says so to whoever may read the complaint', async () => {
  const room = { words: '（演示）三楼' };
  const id = await open(deskHead, 'complaint', { what: '（演示）扶手松动', wish: '（演示）修好扶手', room });
  await take(chair, id, { values: { severity: 'grave' } });
  const problem = (await problems()).find(({ title }) => title === '（演示）修好扶手')!;

  await library.ask(chair, id, { type: 'Link', link: { how: 'about', dossier: problem.id } });
  const asked = await library.ask(chair, id, { type: 'DoAct', act: 'ask-back' });
  expect(asked.statusCode).toBe(200);

  type Told = { entries: { type: string; detail: { told?: object | null }; by: { post: string } }[] };
  const told = async (by: typeof chair) =>
    (await by.get(`/problems/${problem.id}/events`))
      .json<Told>()
      .entries.flatMap(({ type, detail }) => (type === 'MilestoneReached' && 'told' in detail ? [detail.told] : []));
  expect((await problems()).find((row) => row.id === problem.id)).toMatchObject({ stage: 'asked-back' });
  expect(await told(chair)).toMatchObject([{ how: 'about', dossier: id, kind: 'complaint' }]);
  expect(await told(officeHead)).toEqual([null]); // the office does not read complaints
});

test('what a condition does not hold for opens nothing', async () => {
  const before = [(await problems()).length, (await repairs()).length];
  const id = await open(deskHead, 'complaint', { what: '（演示）小事', wish: '（演示）小事' });
  await take(chair, id, { values: { severity: 'light' } });

  expect([(await problems()).length, (await repairs()).length]).toEqual(before);
});

test('an act whose tell cannot open what it should is refused, and nothing of it is written', async () => {
  const id = await open(deskHead, 'complaint', { what: '（演示）没有写希望' });
  const before = await events();

  const refused = await take(chair, id, { values: { severity: 'grave' } });

  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([422, 'bad-input']);
  expect(await events()).toBe(before);
});

test('the same answer sent twice at once opens one dossier', async () => {
  const id = await suggest('（演示）一次', { room: 'stacks' });
  const { version, tasks, offers } = await read(officeHead, id);
  const seen = offers.find(({ type }) => type === 'TakeStep')!.seen!.digest;
  const body = { version, ask: { type: 'TakeStep', task: tasks[0]!.id, seen, values: { verdict: 'taken' } } };
  const before = (await repairs()).length;
  const key = '0f0e0d0c-0b0a-4000-8000-0000000000aa';

  const answers = await Promise.all([1, 2, 3].map(() => officeHead.post(`/cases/${id}/commands`, body, key)));

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  expect(new Set(answers.map(({ body: said }) => said)).size).toBe(1);
  expect((await repairs()).length).toBe(before + 1);
});

test('two that tell at once wait for each other and number what they open one after the other', async () => {
  const ids = await Promise.all(['甲', '乙', '丙'].map((what) => suggest(`（演示）并行${what}`)));
  const answers = await Promise.all(ids.map((id) => take(officeHead, id, { values: { verdict: 'taken' } })));

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  const numbers = (await repairs()).map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('after all that the ledger holds', async () => {
  expect((await verifyLedger(services)).findings).toEqual([]);
});
