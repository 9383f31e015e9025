import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import { readAnew } from '../../testing/read-anew.ts';
import { town, TOWN } from '../../testing/town.ts';
import type { Visitor } from '../../testing/office.ts';

const { office, seat, view, ask, hazard, sendBack } = await town();
const { services } = office;
const FIRST = 'qingchuan/2026-01-01';
const SECOND = 'qingchuan/2026-01-01.r2';
const THIRD = 'qingchuan/2026-01-01.r3';

type Line = {
  readonly dossier: string;
  readonly seen: string;
  readonly number: string;
  readonly misfits: readonly object[];
  readonly clocks: readonly { readonly days: readonly { readonly date: string }[] }[];
};
type Result = {
  readonly dossier: string;
  readonly outcome: string;
  readonly refused: { readonly code: string } | null;
};
const at = (edition: string, what: string) => `/policies/${encodeURIComponent(edition)}${what}`;
const impact = async (edition: string, by: Visitor = seat.director) =>
  (await by.get(at(edition, '/impact'))).json<{ lines: readonly Line[]; next: string | null }>();
const adopt = async (
  edition: string,
  dossiers: readonly object[],
  more: object = {},
  by: Visitor = seat.director,
  key = randomUUID(),
) => {
  const answer = await by.post(at(edition, '/adopt'), { reason: '统一按新解读办理', dossiers, ...more }, key);
  return { status: answer.statusCode, results: answer.json<{ results: readonly Result[] }>().results };
};
const chosen = (lines: readonly Line[]) => lines.map(({ dossier, seen }) => ({ dossier, seen }));
const outcomes = async (answer: ReturnType<typeof adopt>) => (await answer).results.map(({ outcome }) => outcome);

const accepting = await hazard('一', 'first');
const asking = await hazard('二');
await sendBack(asking);
const other = await hazard('三');
const ruled = await hazard('四');
await sendBack(ruled);
const { id: question, key } = (await view(seat.director, ruled)).questions[0]!;
const rule = { type: 'RuleQuestion', question, choice: 'first', reason: '退初验单位', scope: 'edition' };
await ask(seat.director, ruled, rule);
await readAnew(services, TOWN, 2, {
  'working: 3, from: opening': 'working: 5, from: opening',
  'by: case.local/director\n            limit': 'by: case.local/warden\n            limit',
  'village, case.premises]': 'village, case.premises, case.local]',
  'returns-to: silent': 'returns-to: first',
});

test('of two readings the later is in force; what is open keeps the reading it entered under', async () => {
  const later = await hazard('五', 'first');

  expect((await view(seat.director, accepting)).policy).toBe(FIRST);
  expect((await view(seat.director, later)).policy).toBe(SECOND);
  const { policies } = (await seat.village.get('/policies')).json<{ policies: object[] }>();
  expect(policies).toMatchObject([
    { edition: SECOND, reading: 2, later: null },
    { edition: FIRST, reading: 1, later: SECOND },
  ]);
});

test('the rules page shows each reading, what changed and why, and what it says otherwise than the one before', async () => {
  const rules = (await seat.inspector.get(at(SECOND, ''))).json<{ differences: readonly object[] }>();

  expect(rules).toMatchObject({
    revision: { no: 2, changed: { zh: '第2次解读改了几处' }, why: { zh: '前一次解读没有写明' } },
    before: FIRST,
    readings: [
      { edition: SECOND, no: 2, current: true },
      { edition: FIRST, no: 1, current: false },
    ],
  });
  const words = (zh: string) => ({ zh: expect.stringContaining(zh) });
  expect(rules.differences).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        what: 'limit',
        how: 'changed',
        said: [
          {
            side: 'words',
            was: expect.objectContaining(words('3个工作日')),
            now: expect.objectContaining(words('5个工作日')),
          },
        ],
      }),
      expect.objectContaining({ what: 'step', how: 'changed', id: expect.stringContaining('/second') }),
    ]),
  );
  const first = (await seat.inspector.get(at(FIRST, ''))).json();
  expect(first).toMatchObject({ current: false, revision: null, before: null, differences: [] });
});

test('a ruling for the edition holds for its later readings too', () => {
  expect(services.law(FIRST).answers?.[key]).toMatchObject({ choice: 'first' });
  expect(services.law(SECOND).answers?.[key]).toMatchObject({ choice: 'first' });
});

test('the list says of each open dossier what bringing it over would mean, each day with its arithmetic', async () => {
  const { lines, next } = await impact(SECOND);
  const of = (id: string) => lines.find(({ dossier }) => dossier === id)!;

  expect([lines.length, next]).toEqual([4, null]);
  expect(of(accepting)).toMatchObject({
    policy: FIRST,
    misfits: [],
    clocks: [{ clock: 'first-3', how: 'moves', was: '2026-11-27', due: '2026-12-01', clause: expect.any(String) }],
    reopened: [
      {
        step: 'first',
        was: [{ post: { en: 'Director' } }],
        now: [{ role: 'case.local', post: { en: 'Fire warden' } }],
      },
    ],
  });
  expect(of(accepting).clocks[0]!.days.at(-1)!.date).toBe('2026-12-01');
  expect(of(asking)).toMatchObject({ clocks: [], settled: [{ zh: expect.stringContaining('退回到哪一环节') }] });
  expect(of(other)).toMatchObject({ clocks: [], settled: [] });
});

test('a dossier is in the list of its readers alone, and for others as if it were not there', async () => {
  expect((await impact(SECOND, seat.village)).lines).toHaveLength(4);
  expect(await impact(SECOND, seat.stranger)).toEqual({ lines: [], next: null });
  const [line] = (await impact(SECOND)).lines;
  const nowhere = { dossier: randomUUID(), seen: line!.seen };
  const [there, none] = (await adopt(SECOND, [...chosen([line!]), nowhere], {}, seat.stranger)).results;

  expect(there).toEqual({ ...none, dossier: line!.dossier });
  expect(there).toMatchObject({ number: '', outcome: 'refused' });
});

test('whoever does not lead the coordinator brings nothing over, and is told by which clause', async () => {
  for (const by of [seat.inspector, seat.village]) {
    const { results } = await adopt(SECOND, chosen((await impact(SECOND)).lines), {}, by);
    expect(results).toHaveLength(4);
    for (const result of results)
      expect(result).toMatchObject({ outcome: 'refused', refused: { code: 'not-allowed', clause: '第1条' } });
  }
  expect((await office.stranger.get(at(SECOND, '/impact'))).statusCode).toBe(401);
  expect((await impact(SECOND)).lines).toHaveLength(4);
});

test('one dossier is brought over as its line was shown: its limit moves, with a trace that says why', async () => {
  const line = (await impact(SECOND)).lines.find(({ dossier }) => dossier === accepting)!;

  expect((await adopt(SECOND, chosen([line]), { reason: ' ' })).status).toBe(422);
  expect((await adopt(SECOND, [{ dossier: accepting, seen: 'x' }])).results).toMatchObject([
    { outcome: 'refused', refused: { code: 'content-changed' } },
  ]);
  expect(await outcomes(adopt(SECOND, chosen([line])))).toEqual(['brought']);
  const { policy, clocks } = await view(seat.director, accepting);
  expect([policy, clocks.find(({ id }) => id === 'first-3')!.light.due]).toEqual([SECOND, '2026-12-01']);
  const { entries } = (await seat.director.get(`/cases/${accepting}/events`)).json<{ entries: { type: string }[] }>();
  expect(entries.map(({ type }) => type)).toEqual(expect.arrayContaining(['RevisionAdopted', 'ClockMoved']));
});

test('a run that stopped half-way goes on: what was brought over stays so, and the same wish is answered as the first time', async () => {
  const { lines } = await impact(SECOND);
  const [one, ...rest] = chosen(lines);
  const wish = randomUUID();
  const first = await adopt(SECOND, [one!], {}, seat.director, wish);

  expect(await adopt(SECOND, [one!], {}, seat.director, wish)).toEqual(first);
  expect(await outcomes(adopt(SECOND, [one!, ...rest]))).toEqual(['already', 'brought', 'brought']);
  expect(await impact(SECOND)).toEqual({ lines: [], next: null });
});

test('what the reading answers waits no longer', async () => {
  expect((await view(seat.director, asking)).questions).toEqual([]);
  expect((await seat.director.get('/questions')).json()).toMatchObject({ open: [] });
  const back = { type: 'ReturnStep', to: 'first', reason: '后门仍上锁', becauseOf: '第8条' };
  const task = (await view(seat.inspector, asking)).tasks[0]!.id;
  expect((await ask(seat.inspector, asking, { ...back, task })).status).toBe(200);
});

test('what a reading has no place for keeps the one it has, and says why; the others are brought over', async () => {
  await readAnew(services, TOWN, 3, {
    'id: second\n': 'id: inspection\n',
    'about: [second]': 'about: [inspection]',
    'upheld-to: second': 'upheld-to: inspection',
    'returns-to: second': 'returns-to: inspection',
    'returns-to: silent': 'returns-to: first',
  });
  const { lines } = await impact(THIRD);

  expect(lines.filter(({ misfits }) => misfits.length > 0).map(({ dossier }) => dossier)).toEqual([other]);
  const { results } = await adopt(THIRD, chosen(lines));
  expect(results.filter(({ outcome }) => outcome === 'brought')).toHaveLength(4);
  expect(results.find(({ dossier }) => dossier === other)).toMatchObject({
    outcome: 'refused',
    refused: { zh: expect.stringContaining('新的解读中没有'), clause: '第1条' },
  });
  expect((await view(seat.director, other)).policy).toBe(SECOND);
  expect((await view(seat.director, accepting)).policy).toBe(THIRD);
});

test('a published reading is never published otherwise, and the record of what was brought over holds', async () => {
  const again = readAnew(services, TOWN, 2, { 'working: 3, from: opening': 'working: 9, from: opening' });

  await expect(again).rejects.toThrow('edition-immutable');
  expect((await verifyLedger(services)).findings).toEqual([]);
});
