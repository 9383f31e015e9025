import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { loadDemonstration } from '../../demonstration/load.ts';
import type { InventedProblem } from '../../demonstration/problems.ts';
import { uploadPicture } from '../../demonstration/papers.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services, people, cast } = office;
const problem = (title: string, until: InventedProblem['until']): InventedProblem => ({
  title: `（演示）${title}`,
  place: '（虚构）',
  township: 'youwang',
  field: 'mining',
  facts: { origin: 'city', grade: 'key' },
  until,
});
await loadDemonstration(services, people, () => {}, [
  {
    title: '（演示）待市级论证一期',
    age: 120,
    problems: [
      problem('某矿弃渣占用沟道', 'at-city'),
      problem('某村污水直排', 'returned'),
      problem('某渠淤积', 'rectifying'),
    ],
  },
]);
const rows = await services.db.selectFrom('problem').select(['id', 'title']).execute();
const idOf = (title: string): string => rows.find((row) => row.title.includes(title))!.id;
const id = idOf('某矿');
const coordinator = await office.at('county-push-office', 'handler');

type Act = {
  readonly title: { readonly zh: string };
  readonly round: number;
  readonly verdict: string;
  readonly document: object | null;
  readonly recorded: boolean;
  readonly day: string;
  readonly standing: boolean;
  readonly before: string | null;
};
type Standing = {
  readonly version: number;
  readonly tasks: readonly { readonly id: string; readonly external: boolean; readonly unitName: string }[];
  readonly offers: readonly { readonly target: string; readonly seen: { readonly digest: string } | null }[];
  readonly runs: readonly { readonly id: string; readonly acts: readonly Act[] }[];
};
const standing = async (of = id): Promise<Standing> => (await coordinator.get(`/problems/${of}`)).json<Standing>();

/** The city's act, recorded with this scan. */
async function record(scan: string, date: string = services.today()) {
  const { version, tasks, offers } = await standing();
  const task = tasks.find((open) => open.external)!;
  const seen = offers.find((offer) => offer.target === task.id)?.seen?.digest;
  const document = { number: '保推演示〔2026〕9号', date, scan };
  const ask = { type: 'TakeStep', task: task.id, seen, recorded: { unitName: task.unitName, document } };
  return coordinator.post(`/problems/${id}/commands`, { version, ask });
}

test('an act of a superior is not recorded with a scan that nobody ever filed', async () => {
  const before = await standing();

  const answer = await record(randomUUID());

  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({
    code: 'bad-input',
    faults: [{ field: 'recorded.document.scan', code: 'unknown' }],
  });
  expect((await standing()).version).toBe(before.version);
});

test('the record holds name and digest of the scan, and the dossier shows the act as it stands there', async () => {
  const scan = await uploadPicture(services, '来文扫描件', cast.holding('county-push-office', 'handler'));

  const answer = await record(scan.file);

  expect(answer.statusCode).toBe(200);
  const { file, ...scanned } = scan;
  const filed = { number: '保推演示〔2026〕9号', date: services.today(), scan: file, scanned };
  const { runs } = await standing();
  expect(runs.find((run) => run.id === 'plan')!.acts.at(-1)).toMatchObject({
    recorded: true,
    standing: true,
    document: filed,
  });
  const { entries } = (await coordinator.get(`/problems/${id}/events`)).json<{
    entries: { type: string; recorded: object | null }[];
  }>();
  expect(entries.findLast((entry) => entry.type === 'StepTaken')?.recorded).toMatchObject({ document: filed });
  expect((await coordinator.get(`/files/${scan.file}`)).statusCode).toBe(200);
});

test('a paper of years ago is recorded and pointed at, with the day its step began', async () => {
  const scan = await uploadPicture(services, '另一扫描件', cast.holding('county-push-office', 'handler'));

  expect((await record(scan.file, '2011-05-04')).statusCode).toBe(200);
  const acts = (await standing()).runs.find((run) => run.id === 'plan')!.acts;
  expect(acts.map(({ before }) => before).slice(0, -1)).toEqual(acts.slice(0, -1).map(() => null));
  expect(acts.at(-1)).toMatchObject({ day: '2011-05-04', before: acts.at(-3)!.day });
});

test('a measure said to be done before the hand-over is entered and pointed at', async () => {
  type Measure = { readonly id: string; readonly completedOn: string | null; readonly strange: readonly string[] };
  type Now = { readonly version: number; readonly measures: readonly Measure[]; readonly parts: Parts };
  type Parts = Readonly<Record<'case.holder', readonly { readonly unit: string }[]>>;
  const canal = idOf('某渠');
  const now = async () => (await coordinator.get(`/problems/${canal}`)).json<Now>();
  const { version, measures, parts } = await now();
  const open = measures.find((measure) => measure.completedOn === null)!;
  const holder = await office.at(parts['case.holder'][0]!.unit, 'handler');
  const ask = { type: 'CompleteMeasure', measure: open.id, completedOn: '2011-05-04', text: '早已完成' };

  expect((await holder.post(`/problems/${canal}/commands`, { version, ask })).statusCode).toBe(200);
  expect((await now()).measures.flatMap(({ id: which, strange }) => strange.map((why) => [which, why]))).toEqual([
    [open.id, 'before-hand-over'],
    [open.id, 'long-past'],
  ]);
});

test('what was done before a return stays in sight, in its round, and is said to hold no longer', async () => {
  const { runs } = await standing(idOf('某村'));

  const acts = runs.find((run) => run.id === 'plan')!.acts;

  const back = acts.findIndex((act) => act.verdict === 'returned');
  expect(acts[back]!.round).toBe(1);
  expect(acts.slice(0, back).map(({ round, standing: holds }) => [round, holds])).toEqual(
    acts.slice(0, back).map(() => [1, false]),
  );
  expect(back).toBeGreaterThan(0);
  const again = acts.slice(back + 1);
  expect(again.length).toBeGreaterThan(0);
  expect(again.map(({ round, standing: holds }) => [round, holds])).toEqual(again.map(() => [2, true]));
});

test('copies are entered as read together, each once, also two of one dossier; nobody reads those of another unit', async () => {
  type Listed = { readonly copies: readonly { readonly dossier: string; readonly copy: string }[] };
  const filed = async () => (await coordinator.get('/copies?state=filed')).json<Listed>().copies;
  const items = (await filed()).map(({ dossier, copy }) => ({ id: dossier, version: null, copy }));
  const body = { items, ask: { type: 'AcknowledgeCopy' } };
  const read = async (by: typeof coordinator, key: string) =>
    (await by.post('/problems/commands', body, key)).json<{ results: { done: object | null }[] }>().results;
  expect(items.filter((item) => item.id === id).length).toBeGreaterThan(1);

  const strange = await read(await office.at('youwang', 'handler'), randomUUID());
  const key = randomUUID();
  const done = await read(coordinator, key);

  expect(strange.filter((one) => one.done !== null)).toEqual([]);
  expect(done.filter((one) => one.done === null)).toEqual([]);
  expect(await filed()).toEqual([]);
  expect(await read(coordinator, key)).toEqual(done);
});
