import { expect, test } from 'vitest';
import { localTime, plainDate, workingDays, type PlainDate } from '@bihuan/core/time';
import type { Limit, Step } from '@bihuan/core/policy';
import { visitor } from '../../testing/office.ts';
import { libraryLaw } from '../../testing/library.ts';
import { staffedOffice } from '../../testing/staff.ts';
import { officeMoment } from '../../clock.ts';
import { openCase } from '../cases/open.ts';
import { noteLapses } from './note-lapses.ts';
import { listCasesFor } from '../cases/list.ts';
import { readCase } from '../cases/read.ts';
import { readTasks, readWorkbench } from '../desk/read-workbench.ts';
import { tellOfDays } from '../notifications/tell-of-days.ts';
import { verifyLedger } from '../record/verify-ledger.ts';

const limit = (id: string, from: string, term: Limit['term']): Limit => ({
  id,
  title: { zh: id },
  clause: '§2',
  from,
  term,
});

/** The library answers within 24 hours, and not before the suggestion has hung out for two working days. */
function hasty(): ReturnType<typeof libraryLaw> {
  const law = libraryLaw();
  const hung = (step: Step): Step =>
    step.id === 'answer'
      ? {
          ...step,
          limits: [limit('answer-by', 'opened', { count: 'hours', hours: 24 })],
          earliest: limit('hung-out', 'opening', workingDays(2)),
        }
      : step;
  const procedures = law.policy.procedures.map((procedure) => ({
    ...procedure,
    routes: procedure.routes.map((route) => ({ ...route, steps: route.steps.map(hung) })),
  }));
  return { ...law, policy: { ...law.policy, procedures } };
}

const { services, app, cookie, cast } = await staffedOffice(hasty());
const TUESDAY = plainDate('2026-11-24');
const WEDNESDAY = plainDate('2026-11-25');

/** The office on a day, at this minute by the world's clock. */
const when = (day: PlainDate, utc: string) => ({ ...services, today: () => day, now: () => `${day}T${utc}:00.000Z` });

const clerk = cast.holding('desk', 'clerk');
const opened = await openCase(when(TUESDAY, '08:40'), {
  kind: 'suggestion',
  from: 'box',
  values: { what: '延长开馆' },
  by: clerk,
  key: 'k1',
  fingerprint: 'f1',
});
const id = 'done' in opened ? opened.done.id : JSON.stringify(opened);

test('the office’s day and minute are read together, whatever the machine believes its place to be', () => {
  expect(officeMoment(when(TUESDAY, '08:40'))).toEqual({ on: TUESDAY, instant: localTime('2026-11-24T16:40') });
});

test('a term in hours is kept with its minute, a term that must have run as none that runs out', async () => {
  const rows = await services.db.selectFrom('clock').select(['id', 'due', 'due_at', 'floor']).orderBy('id').execute();
  expect(rows).toEqual([
    { id: 'answer-by', due: '2026-11-25', due_at: '2026-11-25T16:40', floor: false },
    { id: 'hung-out', due: '2026-11-26', due_at: null, floor: true },
  ]);
});

test('the page shows the minute, and burns no light for days that must pass', async () => {
  const desk = visitor(app, await cookie(clerk.id));
  const { clocks, row } = (await desk.get(`/cases/${id}`)).json<{
    clocks: { id: string }[];
    row: { light: { due: string } };
  }>();
  expect(clocks.toSorted((a, b) => a.id.localeCompare(b.id))).toMatchObject([
    { id: 'answer-by', startAt: '2026-11-24T16:40', dueAt: '2026-11-25T16:40', floor: false },
    { id: 'hung-out', dueAt: null, floor: true, light: { level: 'none', due: '2026-11-26' } },
  ]);
  expect(row.light.due).toBe('2026-11-25');
  const tasks = await services.db.selectFrom('task').select(['post', 'due']).execute();
  expect(tasks).toEqual([{ post: 'head', due: '2026-11-25' }]);
});

test.each([
  ['in its last minute it is near', '08:40', 'amber', 0],
  ['a minute later it is late', '08:41', 'red', 1],
] as const)('%s: on the desk, in the list, on the page and in every count alike', async (_says, utc, level, late) => {
  const there = when(WEDNESDAY, utc);
  const head = cast.holding('office', 'head');
  const { counts, tasks } = await readWorkbench(there, head);
  const light = { level, due: '2026-11-25', dueAt: '2026-11-25T16:40' };

  expect(tasks).toMatchObject([{ dossier: id, light }]);
  expect(counts).toMatchObject({ todo: 1, near: 1 - late, overdue: late });
  expect((await readTasks(there, head, { kind: 'overdue' })).tasks).toHaveLength(late);
  expect((await readTasks(there, head, { kind: 'near' })).tasks).toHaveLength(1 - late);
  expect((await listCasesFor(there, { kind: 'suggestion' }, head)).rows).toMatchObject([{ id, light }]);
  for (const asked of ['red', 'amber'] as const)
    expect((await listCasesFor(there, { kind: 'suggestion', light: asked }, head)).rows).toHaveLength(
      asked === level ? 1 : 0,
    );
  const { row, clocks } = (await readCase(there, id, head))!;
  expect(row).toMatchObject({ light });
  expect(clocks.find((clock) => clock.id === 'answer-by')).toMatchObject({ light });
});

test('whoever answers for it is told once that it is close, and once its minute is over that it is late', async () => {
  const told = async (utc: string) => {
    await tellOfDays(when(WEDNESDAY, utc), 3);
    const rows = await services.db.selectFrom('notification').select('occasion').where('dossier', '=', id).execute();
    return [...new Set(rows.map(({ occasion }) => occasion))].filter((one) => /^(due-soon|overdue)$/.test(one));
  };

  expect(await told('08:40')).toEqual(['due-soon']);
  expect((await told('08:41')).toSorted()).toEqual(['due-soon', 'overdue']);
  expect(await tellOfDays(when(WEDNESDAY, '08:42'), 3)).toBe(0);
});

test('it is noted as over in the minute after, once; what must have run is never over', async () => {
  expect(await noteLapses(when(WEDNESDAY, '08:40'))).toBe(0);
  expect(await noteLapses(when(WEDNESDAY, '08:41'))).toBe(1);
  expect(await noteLapses(when(plainDate('2027-02-01'), '08:41'))).toBe(0);
  expect((await verifyLedger(services)).findings).toEqual([]);
});
