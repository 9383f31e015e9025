import { expect, test } from 'vitest';
import { loadDemonstration } from '../../demonstration/load.ts';
import { uploadPicture } from '../../demonstration/papers.ts';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, people, cast } = office;
await loadDemonstration(services, people, () => {}, [
  {
    title: '（演示）待市级论证一期',
    age: 120,
    problems: [
      {
        title: '（演示）某矿弃渣占用沟道',
        place: '（虚构）',
        township: 'youwang',
        field: 'mining',
        facts: { origin: 'city', grade: 'key' },
        until: 'at-city',
      },
    ],
  },
]);
const { id } = await services.db.selectFrom('problem').select('id').executeTakeFirstOrThrow();
const coordinator = await office.at('county-push-office', 'handler');
const township = await office.at('youwang', 'handler');

type Line = { readonly id: string; readonly dossier: string; readonly title: { readonly zh: string } };
type Standing = {
  readonly version: number;
  readonly tasks: readonly { readonly id: string; readonly external: boolean; readonly unitName: string }[];
  readonly offers: readonly {
    readonly type: string;
    readonly target: string;
    readonly seen: { readonly digest: string } | null;
  }[];
};
const standing = async (): Promise<Standing> => (await coordinator.get(`/problems/${id}`)).json<Standing>();
const act = async (desk: typeof coordinator, ask: object) =>
  desk.post(`/problems/${id}/commands`, { version: (await standing()).version, ask });
const days = async (desk = coordinator): Promise<readonly Line[]> => {
  const { tasks } = (await desk.get('/tasks?kind=todo&size=100')).json<{
    tasks: readonly (Line & { task: string })[];
  }>();
  return tasks.filter((line) => line.dossier === id && line.title.zh.startsWith('核对日期'));
};

test('a paper entered weeks after its day is a line of the coordinator that opening does not take away', async () => {
  expect(await days()).toEqual([]);
  const scan = await uploadPicture(services, '来文扫描件', cast.holding('county-push-office', 'handler'));
  const { tasks, offers } = await standing();
  const task = tasks.find((open) => open.external)!;
  const seen = offers.find((offer) => offer.target === task.id)?.seen?.digest;
  const document = { number: '保推演示〔2026〕9号', date: '2026-10-20', scan: scan.file };
  const recorded = { unitName: task.unitName, document };
  expect((await act(coordinator, { type: 'TakeStep', task: task.id, seen, recorded })).statusCode).toBe(200);

  expect(await days()).toMatchObject([{ title: { zh: expect.stringMatching(/^核对日期：市/) } }]);
  await coordinator.get(`/problems/${id}`);
  await coordinator.post('/notifications/read', { dossier: id });
  expect(await days()).toHaveLength(1);
  expect(await days(township)).toEqual([]);
});

test('he settles it by one act that the record keeps; nobody else does, and nothing settles it twice', async () => {
  const { offers } = await standing();
  const { target } = offers.find(({ type }) => type === 'NoteDays')!;
  const noting = { type: 'NoteDays', task: target, text: '（演示）来文在途，已电话核实' };
  expect((await act(township, noting)).json()).toMatchObject({ obstacle: { code: 'wrong-seat' } });
  expect((await act(coordinator, { ...noting, text: '长'.repeat(501) })).statusCode).toBe(400);

  expect((await act(coordinator, noting)).statusCode).toBe(200);

  expect(await days()).toEqual([]);
  expect((await act(coordinator, noting)).json()).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
  const { entries } = (await coordinator.get(`/problems/${id}/events`)).json<{
    entries: { type: string; detail: object }[];
  }>();
  expect(entries.findLast(({ type }) => type === 'DaysNoted')).toMatchObject({
    detail: { day: '2026-10-20', enteredOn: '2026-11-24', text: noting.text },
  });
  expect((await verifyLedger(services)).findings).toEqual([]);
});
