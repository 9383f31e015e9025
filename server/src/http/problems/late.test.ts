import { expect, test } from 'vitest';
import { loadDemonstration } from '../../demonstration/load.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, people } = office;
const problem = (title: string) => ({
  title,
  place: '（虚构）某沟',
  township: 'youwang',
  field: 'sewage-garbage',
  facts: { origin: 'city', grade: 'general' },
  until: 'planning' as const,
});
await loadDemonstration(services, people, () => {}, [
  { title: '（演示）一期', age: 120, problems: [problem('（演示）某沟污水直排'), problem('（演示）某沟垃圾堆放')] },
  { title: '（演示）二期', age: 2, problems: [problem('（演示）某渠漂浮物')] },
]);
const clerk = await office.at('county-push-office', 'handler');
type Page = {
  readonly rows: readonly { readonly title: string }[];
  readonly overdue: { total: number; more: boolean };
};
const list = async (asked: string): Promise<Page> => (await clerk.get(`/problems?${asked}`)).json<Page>();

test('a list says how many of the whole query are late, and they are the rows that it opens to', async () => {
  const { overdue } = await list('size=1');
  const late = await list('light=red');

  expect(overdue).toEqual({ total: 2, more: false });
  expect(late.rows).toHaveLength(2);
  expect(late.overdue).toEqual(overdue);
  expect((await list(`q=${encodeURIComponent('垃圾')}`)).overdue.total).toBe(1);
  expect((await list('light=green')).overdue.total).toBe(0);
});
