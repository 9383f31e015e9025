import { expect, test } from 'vitest';
import { loadDemonstration } from '../../demonstration/load.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, people } = office;
await loadDemonstration(services, people, () => {}, [
  {
    title: '（演示）一期',
    age: 120,
    problems: [
      {
        title: '（演示）某沟 ABC 排口污水直排',
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
type Page = { readonly rows: readonly { readonly id: string; readonly person: string | null }[]; leftOut: string[] };
const find = async (q: string): Promise<Page> => (await clerk.get(`/problems?q=${encodeURIComponent(q)}`)).json<Page>();
const found = async (q: string): Promise<number> => (await find(q)).rows.length;
const [{ id, person }] = (await find('某沟')).rows as [Page['rows'][number]]; // the only one
const dossier = (await clerk.get(`/problems/${id}`)).json<{
  measures: { text: string }[];
  runs: { acts: { document: { number: string } | null }[] }[];
}>();

test('a problem is found by who answers for it, by its measures, and by the number of a paper in it', async () => {
  const paper = dossier.runs.flatMap(({ acts }) => acts.flatMap((act) => act.document?.number ?? []))[0]!;

  expect([person, dossier.measures[0]!.text.slice(0, 6), paper].every(Boolean)).toBe(true);
  for (const word of [person!, dossier.measures[0]!.text.slice(0, 6), paper]) expect(await found(word)).toBe(1);
  expect(await found(paper.replaceAll('〔', '[').replaceAll('〕', ']'))).toBe(1);
  expect(await found('没有这个词')).toBe(0);
});

test('what was said of the progress is found', async () => {
  const holder = await office.at('youwang', 'handler');
  const { version, measures } = (await holder.get(`/problems/${id}`)).json<{
    version: number;
    measures: { id: string }[];
  }>();
  const ask = {
    type: 'ReportProgress',
    measure: measures[0]!.id,
    percent: 30,
    pace: 'on-pace',
    text: '已铺设截污管两百米',
  };
  expect(await found('截污管两百米')).toBe(0);

  expect((await holder.post(`/problems/${id}/commands`, { version, ask })).statusCode).toBe(200);

  expect(await found('截污管两百米')).toBe(1);
});

test('D11 · full and half width find the same', async () => {
  expect(await Promise.all([found('ABC'), found('ＡＢＣ'), found('abc'), found('(演示)'), found('（演示）')])).toEqual([
    1, 1, 1, 1, 1,
  ]);
});

test.each([
  ['（演示）某沟，排口', 1],
  ['某沟、排口', 1],
  ['“某沟”；《排口》。', 1],
  ['某沟,没有这个词', 0],
  ['、', 0],
])('D11 · words are told apart by the signs of running text too: %s', async (q, count) => {
  expect(await found(q)).toBe(count);
});

test('D11 · words beyond the fifth are not searched for, and are named', async () => {
  const { rows, leftOut } = await find('演示 某沟 排口 污水 直排 没有这个词 也没有');

  expect(rows).toHaveLength(1);
  expect(leftOut).toEqual(['没有这个词', '也没有']);
  expect((await find('演示，某沟，排口，污水，直排，没有这个词')).leftOut).toEqual(['没有这个词']);
  expect((await find('演示 演示 某沟 ＡＢＣ abc 排口 污水')).leftOut).toEqual([]);
  expect((await find('演示')).leftOut).toEqual([]);
});
