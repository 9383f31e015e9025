import { expect, test } from 'vitest';
import { finishImports } from './finish.ts';
import { importOffice, place, workbook } from '../../testing/imports.ts';
import { verifyLedger } from '../record/verify-ledger.ts';
import { applyNext, TOGETHER } from './apply.ts';

const office = await importOffice();
const { clerk, services } = office;
const { db } = services;

const list = (title: string, rows: number) =>
  workbook([
    [`${title}（虚构）`],
    ['编号', '问题', '责任单位', '整改时限'],
    ...Array.from({ length: rows }, (_, at) => [
      `${title.length}-${at + 1}`,
      `演示${title.codePointAt(1)}${at}号：${place(at)}${place(at + 40_000)}`,
      '由旺镇',
      '2026年12月底前',
    ]),
  ]);

async function started(title: string, rows: number): Promise<string> {
  const id = await clerk.receive(`${title}.xlsx`, await list(title, rows));
  const mapped = await clerk.post(`/imports/${id}/mapping`, { chosen: { origin: 'city' } });
  expect(mapped.json()).toMatchObject({ counts: { ready: rows, ask: 0 } });
  const answer = await clerk.post(`/imports/${id}/apply`, {});
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return id;
}

const entered = async (id: string): Promise<number> =>
  (await db.selectFrom('problem').select('id').where('import', '=', id).execute()).length;

test('a stop between two pieces loses nothing and doubles nothing: the import goes on where it was', async () => {
  const id = await started('中断的清单', TOGETHER + 20);
  await applyNext(services);
  expect(await clerk.view(id)).toMatchObject({
    state: 'importing',
    progress: { done: TOGETHER, of: TOGETHER + 20 },
    counts: { in: TOGETHER, ready: 20 },
  });
  expect(await entered(id)).toBe(TOGETHER);

  await finishImports(services);

  expect(await clerk.view(id)).toMatchObject({ state: 'done', counts: { in: TOGETHER + 20, failed: 0 } });
  expect(await entered(id)).toBe(TOGETHER + 20);
});

test('a stop in the middle of a piece leaves nothing half written', async () => {
  const id = await started('中途断电的清单', 30);
  let written = 0;
  const dying = {
    ...services,
    now: () => {
      written += 1;
      if (written > 12) throw new Error('power cut');
      return services.now();
    },
  };

  await expect(applyNext(dying)).rejects.toThrow('power cut');
  expect(await entered(id)).toBe(0);
  await finishImports(services);
  expect(await entered(id)).toBe(30);
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test('one file sent twice and brought in twice at once doubles nothing', async () => {
  const [one, two] = [await started('同一份清单', 150), await started('同一份清单', 150)];

  await Promise.all([finishImports(services), finishImports(services), finishImports(services)]);

  const [first, second] = [await clerk.view(one), await clerk.view(two)];
  expect([first.state, second.state]).toEqual(['done', 'done']);
  expect((await entered(one)) + (await entered(two))).toBe(150);
  expect(first.counts.in + second.counts.in).toBe(150);
  expect(first.counts.skip + second.counts.skip).toBe(150);
  expect((await verifyLedger(services)).findings).toEqual([]);
});

test('a row that is one with a problem of the register becomes one more source of it', async () => {
  const words = '演示：梓桐河左岸砂石堆场无覆盖扬尘扰民';
  const row = (number: string) =>
    ['编号', '问题', '责任单位'].map((head) => ({ 编号: number, 问题: words, 责任单位: '由旺镇' })[head]!);
  const receive = async (title: string, number: string) => {
    const id = await clerk.receive(
      `${title}.xlsx`,
      await workbook([[title], ['编号', '问题', '责任单位'], row(number)]),
    );
    await clerk.post(`/imports/${id}/mapping`, { chosen: { origin: 'city' } });
    return id;
  };
  const first = await receive('信访交办清单', 'X0050202612010001');
  await clerk.post(`/imports/${first}/apply`, {});
  await finishImports(services);
  const second = await receive('督察反馈清单', '12');
  const [line] = await clerk.lines(second, 'ask');
  expect(line!.questions).toMatchObject([{ code: 'same-problem' }]);
  await clerk.post(`/imports/${second}/decisions`, {
    decisions: [{ on: line!.questions[0]!.id, choose: 'same', reason: '同一堆场（演示）' }],
  });
  await clerk.post(`/imports/${second}/apply`, {});
  await finishImports(services);

  const [done] = await clerk.lines(second, 'in');
  expect(done).toMatchObject({
    dossier: { number: 'X0050202612010001' },
    reason: { zh: '并入已有问题，增加了一个来源' },
  });
  const { sources } = (await clerk.get(`/problems/${done!.dossier!.id}`)).json<{
    sources: { list: string; number: string }[];
  }>();
  expect(sources.map(({ list: named, number }) => [named, number])).toEqual([
    ['信访交办清单', 'X0050202612010001'],
    ['督察反馈清单', '12'],
  ]);
});
