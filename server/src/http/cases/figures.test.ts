import { expect, test } from 'vitest';
import { libraryDesk } from '../../testing/library-desk.ts';
import type { Visitor } from '../../testing/office.ts';

const { clerk, chair, deskHead, binder, suggest, open, read, take, at } = await libraryDesk();
const complaint = await open(deskHead, 'complaint', { what: '水管' });
await open(deskHead, 'complaint', { what: '灯光' });
const suggestion = await suggest('修门');
await take(await at('office', 'head'), suggestion, { values: { verdict: 'taken' } });
const repair = (await clerk.get('/cases?kind=repair')).json<{ rows: { id: string }[] }>().rows[0]!.id;

type Figure = { field: string; value: number | null; fixedOn: string | null };
const onPage = async (by: Visitor) => ((await read(by, repair)) as unknown as { figures: readonly Figure[] }).figures; // as the contract has it
const opened = async (by: Visitor) => (await by.get(`/cases/${repair}/figures/complaints`)).json();

test('a figure is the office’s: everybody reads the same number, and behind it only what is his to read', async () => {
  expect(await onPage(clerk)).toEqual([{ field: 'complaints', measure: 'count', value: 2, fixedOn: null }]);
  expect(await onPage(chair)).toEqual(await onPage(clerk));
  expect(await opened(clerk)).toMatchObject({ value: 2, rows: [], more: false });
  expect((await opened(chair)).rows.map(({ title }: { title: string }) => title)).toEqual(['灯光', '水管']);
});

test('a field that is no figure opens to nothing', async () => {
  const none = await clerk.get(`/cases/${repair}/figures/what`);
  expect([none.statusCode, none.json()]).toMatchObject([
    404,
    { code: 'not-found', detail: expect.stringContaining('没有这一项统计') },
  ]);
});

test('a list narrowed to a figure shows what it counts of what is his to read, and nothing for one that is none', async () => {
  const listed = async (by: Visitor, figure: string) =>
    (await by.get(`/cases?kind=complaint&figure=${figure}`)).json<{ total: number }>().total;

  expect(await listed(chair, `${repair}.complaints`)).toBe(2);
  expect(await listed(clerk, `${repair}.complaints`)).toBe(0);
  expect(await listed(chair, `${repair}.what`)).toBe(0);
  expect(await listed(chair, 'none.complaints')).toBe(0);
});

test('what was counted when the dossier was closed stands, whatever happens afterwards', async () => {
  expect((await take(binder, repair)).statusCode).toBe(200);
  expect((await take(chair, complaint, { values: { severity: 'light' } })).statusCode).toBe(200);
  const [figure] = await onPage(clerk);

  expect(figure).toMatchObject({ value: 2, fixedOn: expect.any(String) });
  expect(await opened(clerk)).toMatchObject({ value: 2 });
});
