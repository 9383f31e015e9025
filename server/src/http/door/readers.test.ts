import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openDuties } from '../../operations/duties/open-duties.ts';
import { addresses } from '../../testing/addresses.ts';
import { OPERATIONS } from '../../testing/doors/contract.ts';
import { hasLawSince } from '../../testing/library.ts';
import { libraryDesk } from '../../testing/library-desk.ts';
import type { Visitor } from '../../testing/office.ts';
import { unzipped } from '../../testing/unzipped.ts';

const library = await libraryDesk();
const { services, chair, deskHead, officeHead, clerk, binder, open, read, ask, take, suggest, at } = library;
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

// a return of a duty that only the office and whoever files it read
await hasLawSince(services, '2026-11-01');
await openDuties(services);
const RETURNED = '缺古籍一册';
type Returns = { rows: { id: string; number: string; holderName: string }[] };
const returns = (await officeHead.get('/cases?kind=stock-return')).json<Returns>().rows;
const owed = returns.find(({ holderName }) => holderName === '书库')!;
await take(await at('stacks', 'head'), owed.id, { values: { missing: RETURNED } });
const gathering = (await officeHead.get('/cases?kind=stock-sheet')).json<Returns>().rows[0]!;

/** What nobody but its readers may come upon: its id, number, words, and the file that it came with. */
const TRACES = [id, pending, number, SECRET, letter];
/** The same of the return: the office reads it, the board and other workshops do not. */
const RETURN = [owed.id, owed.number, RETURNED, gathering.id, gathering.number];

const ADDRESSES = addresses({
  complaint: id,
  repair,
  returned: owed.id,
  gathering: gathering.id,
  letter,
  words: SECRET,
});

/** What an address tells this visitor; a refusal repeats nothing but the question. */
async function told(by: Visitor, address: string, traces: readonly string[] = TRACES): Promise<string> {
  const answer = await by.get(address);
  if (answer.statusCode >= 400) return '';
  const body = answer.rawPayload;
  const said = body.subarray(0, 2).toString() === 'PK' ? await unzipped(body) : body.toString();
  const own = decodeURIComponent(address);
  // a file says nothing of itself: that it is given out is what it tells
  const given = own.startsWith('/files/') ? own : '';
  return traces.filter((trace) => (said + given).includes(trace) && !own.includes(`q=${trace}`)).join(' ');
}

const doors = OPERATIONS.filter(({ method }) => method === 'GET').map(({ id: door }) => door);

test('every door that answers a question is tried', () => {
  expect(Object.keys(ADDRESSES).toSorted()).toEqual(doors.toSorted());
});

describe.each(Object.entries(ADDRESSES))('%s', (_door, asked) => {
  test.each(asked)('tells no outsider of a dossier that is not his to read: %s', async (address) => {
    for (const outsider of [clerk, officeHead, binder, bindingHead]) expect(await told(outsider, address)).toBe('');
    for (const outsider of [clerk, deskHead, chair, bindingHead])
      expect(await told(outsider, address, RETURN)).toBe('');
  });
});

/** Doors behind which a reader comes upon it: what hides nothing from anybody would prove nothing. */
test.each([
  'listTasks',
  'readWorkbench',
  'listCopies',
  'listNotifications',
  'listDeskDossiers',
  'listCases',
  'readCase',
  'readFigure',
  'readCaseTimeline',
  'exportCases',
  'readFile',
])('%s tells its readers', async (door) => {
  const seen = await Promise.all(
    ADDRESSES[door]!.flatMap((address) => [chair, deskHead].map((by) => told(by, address))),
  );

  expect(seen.join('')).not.toBe('');
});

test.each(['listDuties', 'readWall', 'exportWall', 'listCases', 'readCase', 'readCaseTimeline'])(
  '%s tells the readers of a return',
  async (door) => {
    const seen = await Promise.all(ADDRESSES[door]!.map((address) => told(officeHead, address, RETURN)));

    expect(seen.join('')).not.toBe('');
  },
);

test('figures count no dossier that is not his to read', async () => {
  const counted = async (by: Visitor) =>
    (await by.get('/cases?kind=complaint')).json<{ total: number; groups: { count: number }[] }>();
  const watched = async (by: Visitor) => (await by.get('/workbench')).json<{ counts: { watching: number } }>().counts;

  expect(await counted(clerk)).toMatchObject({ total: 0 });
  expect((await counted(clerk)).groups.every(({ count }) => count === 0)).toBe(true);
  expect((await counted(chair)).total).toBe(2);
  expect([(await watched(clerk)).watching, (await watched(chair)).watching]).toEqual([0, 1]);
});

test('a kind that is not his to read is in nobody’s menu', async () => {
  const kinds = async (by: Visitor) =>
    (await by.get('/kinds')).json<{ kinds: { id: string }[] }>().kinds.map((kind) => kind.id);

  expect(await kinds(clerk)).toEqual(['suggestion', 'repair', 'damage']);
  expect(await kinds(chair)).toEqual(['suggestion', 'repair', 'complaint', 'damage']);
  expect(await kinds(binder)).toEqual(['suggestion', 'repair', 'complaint', 'damage', 'stock-return']);
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
