import { expect, test } from 'vitest';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { finishImports } from '../../operations/imports/finish.ts';
import { importOffice, workbook } from '../../testing/imports.ts';
import { registration } from '../../testing/staff.ts';

const office = await importOffice();
const { clerk, other, services } = office;
type Made = { readonly number: string };

const year = services.today().slice(0, 4);
const nth = (serial: number): string => `530521-${year}-${String(serial).padStart(4, '0')}`;
let entered = 0;
const register = (number?: string, by = clerk) => {
  entered += 1;
  return by.post('/problems', { ...registration(`甲沟第${entered}处污水直排`), ...(number ? { number } : {}) });
};
const numberOf = async (answer: ReturnType<typeof register>): Promise<string> => (await answer).json<Made>().number;

test('D10 · a number of its own that is the next of the series is passed over for the next person', async () => {
  expect(await numberOf(register())).toBe(nth(1));
  expect((await register(nth(2))).statusCode).toBe(201);

  const next = await register(undefined, other);
  expect([next.statusCode, next.json<Made>().number]).toEqual([201, nth(3)]);
});

test('D10 · so are several in a row, and only what is given already is refused', async () => {
  for (const serial of [4, 5, 6, 8]) expect((await register(nth(serial))).statusCode).toBe(201);

  expect(await Promise.all([1, 2].map(() => numberOf(register())))).toEqual(expect.arrayContaining([nth(7), nth(9)]));
  const given = await register(nth(7));
  expect([given.statusCode, given.json()]).toMatchObject([409, { code: 'number-taken' }]);
});

test('D10 · people who register at the same moment, one of them under the number that comes next, all get one', async () => {
  const answers = await Promise.all([
    register(),
    register(nth(11)),
    register(undefined, other),
    register(nth(12), other),
    register(),
    register(undefined, other),
  ]);

  const free = answers.filter(({ statusCode }) => statusCode === 201).map((answer) => answer.json<Made>().number);
  expect(new Set(free).size).toBe(free.length);
  // whoever asked for no number is never refused for one
  for (const at of [0, 2, 4, 5]) expect(answers[at]!.statusCode).toBe(201);
});

test('D10 · a list brings numbers of its own that are next of the series, and rows without one', async () => {
  const before = Number((await numberOf(register())).slice(-4));
  const rows = [nth(before + 1), '', nth(before + 3), '', ''].map((number, at) => [
    number,
    `演示：乙坪第${at + 1}处弃渣堆放未清运${'甲乙丙丁戊'[at]!.repeat(9)}`,
    '由旺镇',
    '2026年12月底前',
  ]);
  const id = await clerk.receive(
    '自带编号.xlsx',
    await workbook([['自带编号清单（虚构）'], ['问题编号', '问题', '责任单位', '整改时限'], ...rows]),
  );
  await clerk.post(`/imports/${id}/mapping`, { chosen: { origin: 'city' } });
  await clerk.answerAll(id);
  await clerk.post(`/imports/${id}/apply`, {});
  await finishImports(services);

  const brought = await services.db.selectFrom('problem').select('number').where('import', '=', id).execute();
  expect(brought.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5].map((after) => nth(before + after)));
  expect((await verifyLedger(services)).findings).toEqual([]);
});
