import { expect, test } from 'vitest';
import { loadDemonstration } from '../../demonstration/load.ts';
import { staffedOffice } from '../../testing/staff.ts';
import { unzipped } from '../../testing/unzipped.ts';

const office = await staffedOffice();
const { services, people } = office;
await loadDemonstration(services, people, () => {}, [
  {
    title: '（演示）一期',
    age: 120,
    problems: [
      {
        title: '（演示）某沟污水直排',
        place: '（虚构）某沟',
        township: 'youwang',
        field: 'sewage-garbage',
        facts: { origin: 'city', grade: 'general' },
        until: 'rectifying',
      },
    ],
  },
]);
const clerk = await office.at('county-push-office', 'handler');
const [row] = (await clerk.get('/problems')).json<{ rows: { id: string }[] }>().rows;
const { measures, plan } = (await clerk.get(`/problems/${row!.id}`)).json<{
  measures: { text: string }[];
  plan: { target: string };
}>();
const sheet = async (query = ''): Promise<string> => unzipped((await clerk.get(`/problems.xlsx${query}`)).rawPayload);

test('the export has the columns of a list of rectification, with what the plan says', async () => {
  const text = await sheet();

  for (const head of [
    '整改目标',
    '整改措施',
    '整改时限',
    '县级牵头部门',
    '督导单位',
    '验收单位',
    '整改进展',
    '佐证材料',
    '备注',
  ])
    expect(text).toContain(head);
  expect(text).toContain(plan.target);
  expect(text).toContain(measures[0]!.text);
});

test('of the columns of the screen those that were chosen are written, and no others', async () => {
  const text = await sheet('?columns=number&columns=holder');

  expect(text).toContain('责任单位');
  expect(text).not.toContain('剩余工作日');
  expect(await sheet()).toContain('剩余工作日');
});
