import { expect, test } from 'vitest';
import type { Problem } from '@bihuan/core/problem';
import { findDossier } from '../../store/dossiers/dossiers.ts';
import { registration, staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();
const { services } = office;
const clerk = await office.at('county-ecology', 'handler');
const stateOf = async (id: string) => (await findDossier<Problem>(services.db, services.region, id))!.state;

const TITLE = '甲河口养殖场污水直排';
const plain = registration(TITLE);
const basics = { ...plain.basics, township: 'youwang', place: '（虚构）甲河口' };
type Made = { id: string; number: string };
type Alike = { rows: { row: Made & { title: string }; percent: number; because: { zh: string }[] }[] };

const alike = async (query: Record<string, string>) =>
  (await clerk.get(`/problems/alike?${new URLSearchParams(query).toString()}`)).json<Alike>().rows;

const first = (await clerk.post('/problems', { ...plain, basics })).json<Made>();

test('a registration by hand holds all that a row of a list carries, its files among the evidence', async () => {
  const photo = await clerk.file('排口.png');
  const deadline = { date: '2026-12-31', longTerm: false, raw: '2026年底前' };
  const answer = await clerk.post('/problems', {
    ...registration('乙沟垃圾堆放'),
    basics: {
      ...registration('乙沟垃圾堆放').basics,
      deadline,
      proposed: { holder: 'youwang', lead: 'county-water', person: '张三（虚构）' },
    },
    carried: { measures: '1.清运；2.复绿', cooperating: '（演示）某局' },
    sources: [{ list: '（演示）保督函〔2026〕9号', number: '3', date: '2026-11-01' }],
    files: [{ file: photo, kind: 'before-photo', takenOn: '2026-11-02', note: '来文所附' }],
  });
  const state = await stateOf(answer.json<Made>().id);

  const { id } = answer.json<Made>();
  const rows = (await clerk.get(`/problems?id=${id}&id=${first.id}`)).json<{ rows: (Made & object)[] }>().rows;

  expect(answer.statusCode).toBe(201);
  // what the list said stands in the register, apart from what the plan will say
  expect(rows.find((row) => row.id === id)).toMatchObject({
    listedDue: '2026-12-31',
    listedHolderName: expect.stringContaining('由旺'),
    holderName: null,
  });
  expect(rows.find((row) => row.id === first.id)).toMatchObject({ listedDue: null, listedHolderName: null });
  expect(state.basics).toMatchObject({ deadline, proposed: { holder: 'youwang', person: '张三（虚构）' } });
  expect(state.basics.remarks).toBe('配合单位：（演示）某局');
  expect(state.basics.description).toContain('整改措施：1.清运；2.复绿');
  expect(state.sources).toEqual([{ list: '（演示）保督函〔2026〕9号', number: '3', date: '2026-11-01' }]);
  expect(state.evidence).toMatchObject([{ kind: 'before-photo', name: '排口.png', note: '来文所附', measure: null }]);
});

test('a file that is not here, and a day to come, are refused at their fields and nothing is registered', async () => {
  const files = [{ file: first.id, kind: 'before-photo', takenOn: null, note: '' }];
  const unknown = await clerk.post('/problems', { ...registration('丙'), files });
  const photo = await clerk.file('明日.png');
  const early = await clerk.post('/problems', {
    ...registration('丙'),
    files: [{ file: photo, kind: 'no-such', takenOn: '2026-12-25', note: '' }],
  });

  expect([unknown.statusCode, early.statusCode]).toEqual([422, 422]);
  expect(unknown.body).toContain('files.0.file');
  expect(early.body).toContain('files.0.kind');
  expect(early.body).toContain('files.0.takenOn');
});

test('likely doubles are pointed at while it is written, each with its reasons', async () => {
  const found = await alike({ title: `（演示）${TITLE}了`, township: 'youwang', place: '甲河口' });

  expect(found.map(({ row }) => row.number)).toEqual([first.number]);
  expect(found[0]!.because.map(({ zh }) => zh)).toEqual([
    expect.stringMatching(/^文字相似 \d\d%$/),
    '同一乡镇',
    '地点相同：（虚构）甲河口',
  ]);
  expect(await alike({ title: `（演示）${TITLE}`, township: 'renhe' })).toEqual([]);
  expect(await alike({ title: '完全不相干的另一件事' })).toEqual([]);
  expect(await alike({ title: '1' })).toEqual([]);
});

test('that it is another problem is kept with who said so, and is not pointed at again', async () => {
  const reason = '两处排口，不是同一家';
  const made = (
    await clerk.post('/problems', { ...plain, basics, apart: [{ dossier: first.id, reason }] })
  ).json<Made>();
  const events = (await clerk.get(`/problems/${made.id}/events`)).json<{
    entries: { type: string; by: { name: string }; detail: Record<string, unknown> }[];
  }>().entries;
  const told = events.find(({ type }) => type === 'ToldApart');
  const of = async (id: string) => (await clerk.get(`/problems/${id}/alike`)).json<Alike>().rows;

  expect(told).toMatchObject({ detail: { apart: [{ number: first.number, reason }] } });
  expect(told?.by.name).toBeTruthy();
  expect([await of(made.id), await of(first.id)]).toEqual([[], []]);
  // the control: nobody looked at this pair
  const again = (await clerk.post('/problems', { ...plain, basics })).json<Made>();
  expect((await of(again.id)).map(({ row }) => row.number)).toEqual(
    expect.arrayContaining([first.number, made.number]),
  );
});

test('what is no problem has no doubles', async () => {
  const none = '00000000-0000-4000-8000-000000000000';
  const edition = (await clerk.post('/editions', { title: '（演示）一期', problems: [first.id] })).json<Made>();

  expect((await clerk.get(`/problems/${none}/alike`)).statusCode).toBe(404);
  expect((await clerk.get(`/problems/${edition.id}/alike`)).statusCode).toBe(404);
  expect((await clerk.get(`/problems/${first.id}/alike`)).statusCode).toBe(200);
});

test('a double that is not there, and one without a reason, are refused', async () => {
  const none = '00000000-0000-4000-8000-000000000000';
  const answers = [
    await clerk.post('/problems', { ...plain, basics, apart: [{ dossier: none, reason: '不同' }] }),
    await clerk.post('/problems', { ...plain, basics, apart: [{ dossier: first.id, reason: ' ' }] }),
  ];

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422]);
  expect(answers.map(({ body }) => /apart\.0\.(dossier|reason)/.exec(body)?.[1])).toEqual(['dossier', 'reason']);
});
