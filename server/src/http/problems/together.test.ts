import { expect, test } from 'vitest';
import { loadDemonstration } from '../../demonstration/load.ts';
import type { InventedProblem } from '../../demonstration/problems.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, people } = office;
const problem = (title: string, until: InventedProblem['until'], township = 'youwang'): InventedProblem => ({
  title: `（演示）${title}`,
  place: '（虚构）',
  township,
  field: 'sewage-garbage',
  facts: { origin: 'city', grade: 'general' },
  until,
});
await loadDemonstration(services, people, () => {}, [
  {
    title: '（演示）一期',
    age: 40,
    problems: [
      problem('某沟污水', 'consented'),
      problem('某塘污水', 'consented', 'yaoguan'),
      problem('某渠污水', 'rectifying'),
    ],
  },
]);
const rows = await services.db.selectFrom('problem').select(['id', 'title']).execute();
const idOf = (title: string): string => rows.find((row) => row.title.includes(title))!.id;
const [ditch, pond, canal] = [idOf('某沟'), idOf('某塘'), idOf('某渠')];
const clerk = await office.at('county-push-office', 'handler');

type Part = { readonly unit: string; readonly unitName: string; readonly person: { readonly name: string } | null };
type Row = {
  readonly id: string;
  readonly version: number;
  readonly usualParts: Readonly<Record<string, readonly Part[]>>;
  readonly offers: readonly {
    readonly do: string | null;
    readonly together: boolean;
    readonly offer: { readonly type: string; readonly target: string; readonly obstacle: { code: string } | null };
  }[];
};
const batch = async (by = clerk): Promise<readonly Row[]> =>
  (await by.get(`/problems/batch?${[ditch, pond, canal].map((id) => `id=${id}`).join('&')}`)).json<{ rows: Row[] }>()
    .rows;
const may = ({ offers }: Row, type: string, what: string | null = null) =>
  offers.filter(({ offer, together, ...one }) => offer.type === type && one.do === what && together && !offer.obstacle);
type Result = {
  readonly done: object | null;
  readonly refused: { readonly code: string; readonly faults?: object[]; readonly obstacle?: object } | null;
};
const ask = async (by: typeof clerk, items: readonly object[], wish: object) =>
  (await by.post('/problems/commands', { items, ask: wish })).json<{ results: Result[] }>().results;
const holder = (unit: string, name: string) => ({ 'case.holder': [{ unit, unitName: '', person: { name } }] });

test('of the chosen problems each says by itself what may be done with it in one go', async () => {
  const [first, second, third] = await batch();

  expect([first!, second!, third!].map((row) => may(row, 'TakeStep', 'hand-over').length)).toEqual([1, 1, 0]);
  expect(may(third!, 'Urge').length).toBeGreaterThan(0);
});

test('problems are handed over together, each to its own unit and person; one without a unit says which field is empty', async () => {
  const [first, second, third] = await batch();
  const step = {
    type: 'TakeStep',
    do: 'hand-over',
    document: { number: '施推演示〔2026〕3号', date: services.today() },
  };
  const items = [
    { id: ditch, version: first!.version, parts: holder('youwang', '（演示）甲') },
    { id: pond, version: second!.version, parts: { 'case.holder': [] } },
    { id: canal, version: third!.version, parts: holder('youwang', '（演示）丙') },
  ];

  const [done, empty, over] = await ask(clerk, items, step);

  expect(done).toMatchObject({ done: { happened: expect.arrayContaining(['HandedOver']) }, refused: null });
  expect(empty!.refused).toMatchObject({
    code: 'bad-input',
    faults: [{ field: 'parts.case.holder', code: 'required' }],
  });
  expect(over!.refused).toMatchObject({ code: 'not-allowed', obstacle: { code: 'out-of-turn' } });

  const mended = [{ id: pond, version: second!.version, parts: holder('yaoguan', '（演示）乙') }];
  expect(await ask(clerk, mended, step)).toMatchObject([{ refused: null }]);
  const names = (await services.db.selectFrom('problem').select(['id', 'holder', 'person']).execute()).flatMap((row) =>
    row.id === canal ? [] : [[row.id, row.holder, row.person]],
  );
  expect(names).toEqual(
    expect.arrayContaining([
      [ditch, 'youwang', '（演示）甲'],
      [pond, 'yaoguan', '（演示）乙'],
    ]),
  );
});

test('what came is signed for and claimed together by its own unit, and by nobody else', async () => {
  const township = await office.at('youwang', 'handler');
  const rowsOf = async (by: typeof clerk) => new Map((await batch(by)).map((row) => [row.id, row]));
  const mine = (await rowsOf(township)).get(ditch)!;
  const [receipt] = may(mine, 'TakeStep', 'receive');
  expect(may((await rowsOf(township)).get(pond)!, 'TakeStep', 'receive')).toEqual([]);
  const items = [
    { id: ditch, version: mine.version, task: receipt!.offer.target },
    { id: pond, version: null },
  ];

  const [signed, strange] = await ask(township, items, { type: 'TakeStep', do: 'receive' });

  expect(signed!.refused).toBeNull();
  expect(strange!.refused).toMatchObject({ obstacle: { code: 'wrong-seat' } });
  const leader = await office.at('youwang', 'leader-in-charge');
  const [claim] = may((await rowsOf(leader)).get(ditch)!, 'TakeStep', 'claim');
  expect(
    await ask(leader, [{ id: ditch, version: null, task: claim!.offer.target }], { type: 'TakeStep', do: 'claim' }),
  ).toMatchObject([{ refused: null }]);
});
