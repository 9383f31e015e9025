import { expect, test } from 'vitest';
import { importOffice, workbook } from '../../testing/imports.ts';
import { finishImports } from './finish.ts';

const office = await importOffice();
const { clerk, services } = office;
const ROWS = 5_000;
const sign = (at: number, place: number): string =>
  String.fromCodePoint(0x4e00 + ((at * 7_919 + place * 2_503) % 18_000));
const rows = Array.from({ length: ROWS }, (_, at) => [
  `${at + 1}`,
  `演示${at}号：${Array.from({ length: 12 }, (_sign, place) => sign(at, place)).join('')}`,
  '由旺镇',
  '2026年12月底前',
]);

test('five thousand rows come in with their progress shown, and are known when they come again', async () => {
  const bytes = await workbook([['大清单（虚构）'], ['编号', '问题', '责任单位', '整改时限'], ...rows]);
  const id = await clerk.receive('大.xlsx', bytes);
  await clerk.post(`/imports/${id}/mapping`, { chosen: { origin: 'city' } });
  await clerk.view(id);
  await clerk.lines(id, 'ready');
  await clerk.post(`/imports/${id}/apply`, {});
  await finishImports(services);
  expect(await clerk.view(id)).toMatchObject({
    state: 'done',
    counts: { in: ROWS, failed: 0 },
    progress: { done: ROWS, of: ROWS },
  });
  const again = await clerk.receive('大.xlsx', bytes);
  expect((await clerk.view(again)).counts).toMatchObject({ ready: 0, ask: 0 });
  await clerk.post(`/imports/${id}/undo`, { reason: '演示' });
  await finishImports(services);
  expect((await clerk.view(id)).state).toBe('undone');
}, 200_000);
