import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { OPERATIONS } from '../../testing/doors/contract.ts';
import { libraryDesk } from '../../testing/library-desk.ts';
import type { Visitor } from '../../testing/office.ts';
import { unzipped } from '../../testing/unzipped.ts';

const library = await libraryDesk();
const { chair, deskHead, officeHead, clerk, binder, open, read, ask, take, suggest, at } = library;
const bindingHead = await at('bindery', 'head');

const SECRET = '借书处态度恶劣';
const letter = await deskHead.file('来信.png');
const id = await open(deskHead, 'complaint', { what: SECRET, letter: [{ id: letter }], wish: '修整柜台' });
const { number } = (await read(chair, id)).row;
// the board hears it: the desk gets a copy, and a repair that everybody reads comes of it
const suggestion = await suggest('（演示）公开的', {});
await ask(chair, id, { type: 'Urge', task: (await read(chair, id)).tasks[0]!.id, text: '请抓紧' });
const pending = await open(deskHead, 'complaint', { what: `${SECRET}（二）` });
await ask(chair, pending, { type: 'Urge', task: (await read(chair, pending)).tasks[0]!.id, text: '请抓紧' });
await take(chair, id, { values: { severity: 'grave' } });
const repair = (await clerk.get('/cases?kind=repair')).json<{ rows: { id: string }[] }>().rows[0]!.id;

/** What nobody but its readers may come upon: its id, number, words, and the file that it came with. */
const TRACES = [id, pending, number, SECRET, letter];

/** Every door that answers a question, asked in such a way that it would speak of the complaint if it could. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  readSession: ['/session'],
  listDemonstrationPeople: ['/demonstration/people'],
  listPeople: ['/people'],
  listUnits: ['/units'],
  listFeedback: ['/feedback'],
  readPlan: ['/plan'],
  listPolicies: ['/policies'],
  readPolicy: ['/policies/library%2F2026-01-01'],
  explainProblem: [`/problems/${id}/route`],
  readReadingImpact: ['/policies/library%2F2026-01-01/impact'],
  listCalendars: ['/calendar'],
  readCalendarYear: ['/calendar/2026'],
  listProblems: ['/problems', `/problems?q=${SECRET}`, `/problems?id=${id}`],
  readDossier: [`/problems/${id}`],
  readTimeline: [`/problems/${id}/events`],
  exportProblems: ['/problems.xlsx'],
  readWorkbench: ['/workbench'],
  listTasks: ['/tasks', '/tasks?kind=watching', '/tasks?kind=near', '/tasks?kind=overdue'],
  listCopies: ['/copies', '/copies?state=owed', '/copies?state=read'],
  listEditions: ['/editions'],
  readEdition: [`/editions/${id}`],
  listKinds: ['/kinds'],
  listCases: [
    '/cases',
    '/cases?sort=due',
    `/cases?q=${SECRET}`,
    '/cases?kind=complaint',
    '/cases?kind=complaint&f.severity=grave',
    '/cases?kind=complaint&stage=closed',
    '/cases?kind=complaint&mine=true',
  ],
  readCase: [`/cases/${id}`, `/cases/${repair}`],
  readCaseTimeline: [`/cases/${id}/events`, `/cases/${repair}/events`],
  exportCases: ['/cases/export?kind=complaint', '/cases/export?kind=repair'],
  readKindTemplate: ['/kinds/complaint/template'],
  listDuties: ['/duties'],
  listQuestions: ['/questions'],
  readWall: ['/duties/none/2026-01'],
  exportWall: ['/duties/none/2026-01/wall.xlsx'],
  readDraw: ['/duties/none/2026-01/draw'],
  readGathering: [`/gatherings/${id}`],
  readFile: [`/files/${letter}`],
  listImports: ['/imports'],
  readImportTemplate: ['/imports/template.xlsx'],
  readImport: [`/imports/${id}`],
  readImportRows: [`/imports/${id}/rows`],
  readImportErrors: [`/imports/${id}/errors.xlsx`],
};

/** What an address tells this visitor; a refusal repeats nothing but the question. */
async function told(by: Visitor, address: string): Promise<string> {
  const answer = await by.get(address);
  if (answer.statusCode >= 400) return '';
  const body = answer.rawPayload;
  const said = body.subarray(0, 2).toString() === 'PK' ? await unzipped(body) : body.toString();
  const own = decodeURIComponent(address);
  return (
    TRACES.filter((trace) => said.includes(trace) && !own.includes(`q=${trace}`)).join(' ') ||
    (answer.headers['content-disposition']?.toString().includes('.png') ? letter : '')
  );
}

const doors = OPERATIONS.filter(({ method }) => method === 'GET').map(({ id: door }) => door);

test('every door that answers a question is tried', () => {
  expect(Object.keys(ADDRESSES).toSorted()).toEqual(doors.toSorted());
});

describe.each(Object.entries(ADDRESSES))('%s', (_door, addresses) => {
  test.each(addresses)('tells no outsider of a dossier that is not his to read: %s', async (address) => {
    for (const outsider of [clerk, officeHead, binder, bindingHead]) expect(await told(outsider, address)).toBe('');
  });
});

/** Doors behind which a reader comes upon it: what hides nothing from anybody would prove nothing. */
test.each([
  'listTasks',
  'readWorkbench',
  'listCopies',
  'listCases',
  'readCase',
  'readCaseTimeline',
  'exportCases',
  'readFile',
])('%s tells its readers', async (door) => {
  const seen = await Promise.all(
    ADDRESSES[door]!.flatMap((address) => [chair, deskHead].map((by) => told(by, address))),
  );

  expect(seen.join('')).not.toBe('');
});

test('figures count no dossier that is not his to read', async () => {
  const counted = async (by: Visitor) =>
    (await by.get('/cases?kind=complaint')).json<{ total: number; stages: { count: number }[] }>();
  const watched = async (by: Visitor) => (await by.get('/workbench')).json<{ counts: { watching: number } }>().counts;

  expect(await counted(clerk)).toMatchObject({ total: 0 });
  expect((await counted(clerk)).stages.every(({ count }) => count === 0)).toBe(true);
  expect((await counted(chair)).total).toBe(2);
  expect([(await watched(clerk)).watching, (await watched(chair)).watching]).toEqual([0, 1]);
});

test('a kind that is not his to read is in nobody’s menu', async () => {
  const kinds = async (by: Visitor) =>
    (await by.get('/kinds')).json<{ kinds: { id: string }[] }>().kinds.map((kind) => kind.id);

  expect(await kinds(clerk)).toEqual(['suggestion', 'repair', 'damage']);
  for (const reader of [chair, binder])
    expect(await kinds(reader)).toEqual(['suggestion', 'repair', 'complaint', 'damage']);
});

test('a command on it is answered as one on nothing, whatever is asked', async () => {
  const wishes = [
    { type: 'Urge', task: 'hearing/hear/1/0', text: '催' },
    { type: 'Link', link: { how: 'about', dossier: suggestion } },
    { type: 'FillSheet', values: { letter: [{ id: randomUUID() }] }, reason: '更正' },
    { type: 'AcknowledgeCopy', copy: 'x' },
  ];
  for (const wish of wishes) {
    const [there, nowhere] = await Promise.all(
      [id, randomUUID()].map((dossier) => clerk.post(`/cases/${dossier}/commands`, { version: 1, ask: wish })),
    );
    const plain = (answer: typeof there) => ({ ...answer!.json<object>(), instance: '' });
    expect([there!.statusCode, plain(there)]).toEqual([nowhere!.statusCode, plain(nowhere)]);
    expect(there!.statusCode).toBe(404);
  }
});

test('nobody draws it out by naming it elsewhere: as a link, as a reference, by its file', async () => {
  const link = await ask(clerk, suggestion, { type: 'Link', link: { how: 'about', dossier: id } });
  const paper = { type: 'AddEvidence', file: letter, kind: 'letter', takenOn: null, note: '' };
  const evidence = await ask(clerk, suggestion, paper);
  const picture = await clerk.post('/cases', {
    kind: 'suggestion',
    from: 'box',
    values: { what: '（演示）', picture: [{ id: letter }] },
  });

  for (const answer of [link, evidence, picture])
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, 'bad-input']);
});

test('what came of it is read by everybody, and where it came from by its readers', async () => {
  expect((await read(clerk, repair)).links).toEqual([]);
  expect((await read(chair, repair)).links).toMatchObject([{ how: 'source', dossier: id }]);
});

test('whoever gets a part in it reads it from then on, and nobody of another unit', async () => {
  const parts = { 'case.hearer': [{ unit: 'bindery', unitName: '', person: null }] };
  expect((await binder.get(`/cases/${pending}`)).statusCode).toBe(404);
  expect((await ask(chair, pending, { type: 'AssignParts', parts, reason: '指定' })).statusCode).toBe(200);

  expect((await binder.get(`/cases/${pending}`)).statusCode).toBe(200);
  expect((await binder.get('/cases?kind=complaint')).json()).toMatchObject({ total: 1 });
  expect((await officeHead.get(`/cases/${pending}`)).statusCode).toBe(404);
});
