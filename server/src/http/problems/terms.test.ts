import { afterAll, expect, test } from 'vitest';
import type { Limit } from '@bihuan/core/policy';
import type { Law } from '@bihuan/core/procedure';
import { addDays, dueOf, plainDate, workingDays } from '@bihuan/core/time';
import { loadDemonstration } from '../../demonstration/load.ts';
import { impactOn } from '../../operations/calendar/calendar-impact.ts';
import { noteLapses } from '../../operations/dossiers/note-lapses.ts';
import { verifyLedger } from '../../operations/record/verify-ledger.ts';
import type { Services } from '../../services.ts';
import { visitor, type Visitor } from '../../testing/office.ts';
import { staffedOffice } from '../../testing/staff.ts';
import { buildServer } from '../door/server.ts';

const office = await staffedOffice();
const { services, cast, people } = office;

const by = { role: 'county.push-office', post: 'section-head' };
const words: Partial<Limit> = {
  extension: { times: 1, by, beforeDue: true, clause: '二(一)' },
  pause: { by, clause: '二(一)' },
};

/** The plan of the office, where the push office may extend and pause what is due at the city. */
function movable(law: Law): Law {
  const procedures = law.policy.procedures.map((procedure) => ({
    ...procedure,
    routes: procedure.routes.map((route) => ({
      ...route,
      steps: route.steps.map((step) => ({
        ...step,
        limits: step.limits.map((limit) => (limit.id.startsWith('P3-') ? { ...limit, ...words } : limit)),
      })),
    })),
  }));
  return { ...law, policy: { ...law.policy, procedures } };
}

const moving: Services = { ...services, law: (edition) => movable(services.law(edition)) };
await loadDemonstration(moving, people, () => {}, [
  {
    title: '（演示）延期一期',
    age: 10,
    problems: [
      {
        title: '（演示）甲沟污水直排',
        place: '（虚构）甲沟',
        township: 'youwang',
        field: 'sewage-garbage',
        facts: { origin: 'city', grade: 'general' },
        until: 'planning',
      },
    ],
  },
]);
const { id } = await services.db.selectFrom('problem').select('id').executeTakeFirstOrThrow();
const server = await buildServer(moving, { demonstration: true });
afterAll(() => server.close());
const cookie = await office.cookie(cast.holding('county-push-office', 'section-head').id);
const chief = visitor(server, cookie);
const silent = visitor(office.app, cookie);
const handler = visitor(server, await office.cookie(cast.holding('youwang', 'handler').id));

type Page = {
  readonly version: number;
  readonly row: { readonly light: { level: string; due: string | null; title: string | null } };
  readonly clocks: readonly {
    id: string;
    light: { level: string; due: string | null };
    term: { zh: string };
    days: readonly { date: string; counted: number | null; paused?: true; why: { zh: string } }[];
    moves: readonly object[];
  }[];
  readonly offers: readonly {
    type: string;
    target: string | null;
    clause: string;
    obstacle: object | null;
    needs: object;
  }[];
};
const CLOCK = 'P3-city-review';
const page = async (from: Visitor): Promise<Page> => (await from.get(`/problems/${id}`)).json<Page>();
const clockOf = ({ clocks }: Page) => clocks.find((clock) => clock.id === CLOCK)!;
const ask = async (from: Visitor, wish: object) =>
  from.post(`/problems/${id}/commands`, { version: (await page(from)).version, ask: { clock: CLOCK, ...wish } });
const offered = ({ offers }: Page, type: string) => offers.filter((offer) => offer.type === type);

test('under a plan without extensions the verb stays, blocked, and says that the plan provides none', async () => {
  expect(offered(await page(silent), 'ExtendTerm')).toMatchObject([
    { target: null, obstacle: { code: 'silent', topic: 'extension' } },
  ]);
  expect(offered(await page(silent), 'PauseTerm')).toEqual([]);

  const refused = await ask(silent, { type: 'ExtendTerm', units: 5, reason: '（演示）连日大雨' });
  expect([refused.statusCode, refused.json()]).toMatchObject([422, { detail: '本方案未设此项规定。' }]);
});

test('the seat that the plan names extends it by working days, and the page shows who, why and every day', async () => {
  const before = await page(chief);
  expect(offered(before, 'ExtendTerm').filter(({ target }) => target === CLOCK)).toMatchObject([
    { target: CLOCK, clause: '二(一)', obstacle: null, needs: { reason: true, lengthens: 'working' } },
  ]);
  for (const offer of offered(await page(handler), 'ExtendTerm'))
    expect(offer.obstacle).toMatchObject({ code: 'wrong-seat' });
  expect((await ask(handler, { type: 'ExtendTerm', units: 5, reason: '（演示）我来' })).statusCode).toBe(403);

  const answer = await ask(chief, { type: 'ExtendTerm', units: 5, reason: '（演示）连日大雨' });
  expect([answer.statusCode, answer.json()]).toMatchObject([200, { happened: ['TermExtended'] }]);

  const [was, after] = [clockOf(before).light.due!, clockOf(await page(chief))];
  const due = dueOf(plainDate(was), workingDays(5), services.law().calendar).due;
  expect(after).toMatchObject({
    light: { due },
    term: { zh: expect.stringContaining('15个工作日') },
    moves: [
      {
        kind: 'extended',
        was,
        due,
        length: { zh: '5个工作日' },
        reason: '（演示）连日大雨',
        clause: '二(一)',
        by: { post: 'section-head' },
      },
    ],
  });
  expect(after.term.zh).toContain('延长5个工作日');
  expect(after.days.at(-1)).toMatchObject({ date: due, counted: 20 });
  expect((await ask(chief, { type: 'ExtendTerm', units: 5, reason: '（演示）再来' })).json()).toMatchObject({
    obstacle: { code: 'extended-before', times: 1 },
  });
});

test('the same calendar finds nothing to move in what was extended', async () => {
  expect(await impactOn(moving, () => services.law().calendar)).toEqual([]);
});

test('a clock that stands still is nowhere overdue: not in the register, not on the workbench, not noted as lapsed', async () => {
  const inner = (await page(chief)).clocks.find((clock) => clock.id === 'P3-county-review')!;
  expect((await ask(chief, { type: 'PauseTerm', reason: '（演示）洪水未退' })).statusCode).toBe(200);
  expect(clockOf(await page(chief))).toMatchObject({ light: { level: 'paused', due: null } });
  // the inner limit runs on: it is the one that lists show
  expect((await page(chief)).row.light).toMatchObject({ due: inner.light.due });

  expect(offered(await page(chief), 'ResumeTerm')).toMatchObject([{ target: CLOCK, obstacle: null }]);

  expect((await ask(chief, { type: 'PauseTerm', clock: 'P3-county-review', reason: '（演示）同上' })).statusCode).toBe(
    200,
  );
  expect((await page(chief)).row.light).toMatchObject({ level: 'paused', due: null, title: expect.any(String) });
  const rows = async (light: string) =>
    (await chief.get(`/problems?light=${light}`)).json<{ rows: readonly { id: string }[] }>().rows.map((row) => row.id);
  expect([await rows('paused'), await rows('none'), await rows('red')]).toEqual([[id], [], []]);
  const { tasks } = (await handler.get('/tasks')).json<{ tasks: readonly { light: { level: string } }[] }>();
  expect(tasks.map((task) => task.light.level)).toEqual(['paused']);

  const noted = await noteLapses({ ...moving, today: () => addDays(services.today(), 200) });
  expect(noted).toBe(0);
});

test('resumed, the days it stood still are shown with the reason, not counted', async () => {
  office.setToday('2026-12-08');
  expect((await ask(chief, { type: 'ResumeTerm', reason: '（演示）洪水已退' })).statusCode).toBe(200);

  const clock = clockOf(await page(chief));
  const still = clock.days.filter((day) => day.paused);
  expect(still[0]).toMatchObject({ date: '2026-11-24', counted: null, why: { zh: '暂停计时：（演示）洪水未退' } });
  expect(still).toHaveLength(14);
  expect(clock.moves).toMatchObject([
    { kind: 'extended' },
    { kind: 'paused', due: null },
    { kind: 'resumed', due: clock.light.due },
  ]);
  expect(await impactOn(moving, () => services.law().calendar)).toEqual([]);
});

test('the record proves itself with extensions and pauses in it', async () => {
  expect(await verifyLedger(services)).toMatchObject({ findings: [] });
});
