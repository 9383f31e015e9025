import { randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { theInstallation } from '@bihuan/core/person';
import { CALENDARS } from '../../calendars/index.ts';
import { loadDemonstration } from '../../demonstration/load.ts';
import { addDemonstrationPeople } from '../../demonstration/people.ts';
import { inventedFor } from '../../demonstration/invented.ts';
import { openLawBook } from '../../law-book.ts';
import type { Services } from '../../services.ts';
import { addConfirmed } from '../../store/policies.ts';
import { EDITION } from '../../testing/county.ts';
import { testOffice } from '../../testing/office.ts';
import { followCalendar, lagsBehindCalendar } from '../calendar/amend-clocks.ts';
import { applyNotice } from '../calendar/apply-notice.ts';
import { enterNotice } from '../calendar/enter-notice.ts';
import { impactOn, previewNotice } from '../calendar/calendar-impact.ts';
import { followLaw } from './follow-law.ts';

/** Problems of these weeks: their limits run. */
const HANDED_OVER = inventedFor('530521')!.problems!.slice(2, 3);
const { services } = await testOffice();
let people: Awaited<ReturnType<typeof addDemonstrationPeople>>;
beforeAll(async () => {
  people = await addDemonstrationPeople(services);
  await loadDemonstration(services, people, undefined, HANDED_OVER);
}, 60_000);

/** The same installation as another process sees it, which read the law at its own time. */
async function anotherProcess(calendars = CALENDARS): Promise<Services> {
  const { db, region, today } = services;
  const { law, renew } = await openLawBook({ db, region, today, calendars });
  return { ...services, law, renewLaw: renew };
}

const notice = (no: number, days: string) => `jurisdiction: "530521"
year: 2026
notices:
  - title: 演示放假通知
    number: 演示〔2026〕${no}号
    issued: 2026-11-20
    source: 虚构，仅供演示
    occasions:
      - name: { zh: 演示节, en: Demonstration Day }
        off: [${days}]
`;
async function putIn(those: Services, yaml: string) {
  const read = await previewNotice(services, yaml, theInstallation);
  const seen = 'preview' in read ? read.preview.digest : '';
  const intent = { key: randomUUID(), fingerprint: seen };
  const actor = { id: randomUUID(), name: '（演示）管理员', postings: [] };
  const first = { key: randomUUID(), fingerprint: seen };
  await enterNotice(those, { yaml, by: { actor, administrator: true }, intent: first });
  return applyNotice(those, { yaml, seen, by: theInstallation, intent });
}

const lagging = (those: Services) => impactOn(those, (edition) => those.law(edition).calendar);

test('a clock that another process started by the calendar of before follows when that process has read the notice', async () => {
  const other = await anotherProcess();
  const known = await followLaw(other, null);
  expect(await putIn(services, notice(1, '2026-11-25..2026-11-27'))).toHaveProperty('done');
  await loadDemonstration(other, people, undefined, HANDED_OVER);
  expect(await lagging(services)).not.toEqual([]);

  const after = await followLaw(other, known);

  expect(await lagging(services)).toEqual([]);
  expect(after.unsettled).toBe(true);
  expect((await followLaw(other, after)).unsettled).toBe(false);
}, 60_000);

test('days that a newer program brings move no clock because somebody confirms a ruling: the list comes first', async () => {
  const calendars = await mkdtemp(path.join(tmpdir(), 'calendars-'));
  await cp(CALENDARS, calendars, { recursive: true });
  await mkdir(path.join(calendars, '530521'));
  await writeFile(path.join(calendars, '530521/2026.yaml'), notice(2, '2026-11-30'));
  const newer = await anotherProcess(calendars);
  const known = await followLaw(newer, null);
  const before = await lagging(newer);
  expect(before).not.toEqual([]);

  const ruling = {
    edition: EDITION,
    ruling: 'R1',
    confirmed_by: '演示',
    confirmed_on: '2026-11-24',
    note: '',
  };
  await addConfirmed(services.db, services.region, ruling);

  expect(await followLaw(newer, known)).toMatchObject({ plans: known.plans + 1, notices: known.notices });
  expect(await lagging(newer)).toEqual(before);
});

test('a notice whose clocks had not followed when the program stopped is taken up by the next one that starts', async () => {
  const stopping = { ...services, renewLaw: () => Promise.reject(new Error('stopped')) };
  await expect(putIn(stopping, notice(3, '2026-12-01'))).rejects.toThrow('stopped');
  expect(await lagsBehindCalendar(services)).toBe(true);

  const started = await anotherProcess();
  expect(await lagging(started)).not.toEqual([]);
  expect(await followCalendar(started)).toBeGreaterThan(0);

  expect(await lagsBehindCalendar(services)).toBe(false);
  expect(await lagging(started)).toEqual([]);
});
