import { expect, test } from 'vitest';
import { importOffice, workbook } from '../../testing/imports.ts';
import { finishImports } from './finish.ts';

const office = await importOffice();
const { clerk, services } = office;
const receive = async (title: string, rows: readonly (readonly string[])[]) =>
  clerk.receive(`${title}.xlsx`, await workbook([[`${title}（虚构）`], ['序号', '问题', '责任单位'], ...rows]));
const unitQuestion = async (id: string, name: string) => {
  const questions = (await clerk.lines(id, 'ask')).flatMap((line) => line.questions);
  return questions.find(({ code, raw }) => code === 'unit-unknown' && raw === name)!;
};
const decide = (id: string, on: string, choose: string, value?: string) =>
  clerk.post(`/imports/${id}/decisions`, { decisions: [{ on, choose, ...(value ? { value } : {}) }] });

test('whose an old name is, said once, is remembered with who said it and when: the next list asks nothing, and asks anew on request', async () => {
  const units = services.law().units;
  const [water, other] = [units.find(({ id }) => id.includes('water'))!, units[0]!];
  const first = await receive('一月清单', [['1', '演示：子沟垃圾', '县垃圾局']]);
  const before = await unitQuestion(first, '县垃圾局');
  expect(before.options[0]!.zh).not.toContain('选过');
  await decide(first, before.group, 'other', other.id);
  await decide(first, before.group, 'other', water.id);

  const second = await receive('二月清单', [
    ['1', '演示：丑沟弃土', '县 垃圾局'],
    ['2', '演示：寅坡采石', '县荒山局'],
  ]);
  expect(await unitQuestion(second, '县 垃圾局')).toBeUndefined();
  const [settled] = (await clerk.lines(second, 'ready')).flatMap((line) => line.decisions);
  expect(settled).toMatchObject({ before: true, person: '（演示）clerk', choose: water.id });
  await decide(second, settled!.on, 'ask-again');
  const asked = await unitQuestion(second, '县 垃圾局');
  expect([asked.options[0]!.id, asked.suggested]).toEqual([water.id, water.id]);
  expect(asked.options[0]!.zh).toMatch(/（（演示）clerk\d{4}-\d{2}-\d{2}选过）$/); // the day it was really answered
  expect((await unitQuestion(second, '县荒山局')).options[0]!.zh).not.toContain('选过');

  await decide(first, before.group, '');
  const third = await receive('三月清单', [['1', '演示：卯塘清淤', '县垃圾局']]);
  expect((await unitQuestion(third, '县垃圾局')).options[0]!.zh).not.toContain('选过');
});

test('a row written anew in a list without numbers is asked about by its serial, and corrects the problem it was', async () => {
  const bring = async (id: string) => {
    await clerk.post(`/imports/${id}/mapping`, { chosen: { origin: 'city' } });
    await clerk.post(`/imports/${id}/apply`, {});
    await finishImports(services);
  };
  await bring(await receive('无编号清单', [['4', '演示：甲沟三处排口直排', '由旺镇']]));
  const again = await receive('无编号清单', [['4', '演示：沿岸生活污水未接管网', '由旺镇']]);
  const [line] = await clerk.lines(again, 'ask');
  expect(line!.questions).toMatchObject([{ code: 'same-problem', zh: expect.stringContaining('甲沟三处排口') }]);
  await decide(again, line!.questions[0]!.id, 'update');
  await bring(again);

  expect(await clerk.lines(again, 'in')).toMatchObject([{ reason: { zh: '按这次的内容更新了台账' } }]);
  expect(await clerk.view(await receive('无编号清单', [['4', '演示：沿岸生活污水未接管网', '由旺镇']]))).toMatchObject({
    counts: { ready: 0, ask: 0 },
  });
});
