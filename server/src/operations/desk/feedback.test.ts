import { expect, test } from 'vitest';
import { testOffice } from '../../testing/office.ts';

const office = await testOffice();
const { add, as } = office;
await add({ name: '（演示）管理员', username: 'guanli', administrator: true });
const post = (unit: string) => [{ unit, post: 'handler', from: '2026-01-01', until: null } as never];
await add({ name: '（演示）甲', username: 'jia', posts: post('county-water') });
await add({ name: '（演示）乙', username: 'yi', posts: post('county-forestry') });
await add({ name: '（演示）丙', username: 'bing', posts: post('county-push-office') });
const [keeper, jia, yi, bing] = [await as('guanli'), await as('jia'), await as('yi'), await as('bing')];
await jia.post('/feedback', { text: '台账列太多', page: '/problems?light=red' });
await yi.post('/feedback', { text: '日历字太小', page: '/calendar' });

const texts = async (reader: typeof jia) => {
  const { entries, everybody } = (await reader.get('/feedback')).json();
  return { everybody, texts: entries.map(({ text }: { text: string }) => text) };
};

test.each([
  { who: 'the administrator', reader: keeper },
  { who: 'the push office', reader: bing },
])('$who reads what everybody wrote, the newest first', async ({ reader }) => {
  expect(await texts(reader)).toEqual({ everybody: true, texts: ['日历字太小', '台账列太多'] });
});

test('whoever wrote reads it again, and nobody else’s', async () => {
  expect(await texts(jia)).toEqual({ everybody: false, texts: ['台账列太多'] });
  expect(await texts(yi)).toEqual({ everybody: false, texts: ['日历字太小'] });
});

test('an entry keeps the address of the page it is about', async () => {
  const { entries } = (await jia.get('/feedback')).json();
  expect(entries).toMatchObject([{ page: '/problems?light=red', unitName: '施甸县水务局' }]);
});

test('a word that says nothing is not kept', async () => {
  const said = await jia.post('/feedback', { text: ' \n ', page: '/calendar' });

  expect([said.statusCode, said.json<{ code: string }>().code]).toEqual([400, 'invalid-input']);
  expect((await texts(jia)).texts).toEqual(['台账列太多']);
});

test('sent twice it stands once; a key that stands for other words loses none', async () => {
  const key = 'c0ffee00-0000-4000-8000-00000000000a';
  const said = { text: '字体太小', page: '/calendar' };
  const answers = [
    await jia.post('/feedback', said, key),
    await jia.post('/feedback', said, key),
    await jia.post('/feedback', { ...said, text: '另一件事' }, key),
    await yi.post('/feedback', said, key),
  ];

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 422, 422]);
  expect(answers[3]!.json<{ code: string }>().code).toBe('key-reused');
  expect((await texts(jia)).texts.filter((text: string) => text === said.text)).toHaveLength(1);
});
