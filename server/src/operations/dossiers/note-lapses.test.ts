import { beforeAll, expect, test } from 'vitest';
import { addDays } from '@bihuan/core/time';
import { loadDemonstration } from '../../demonstration/load.ts';
import { onDay } from '../../demonstration/day.ts';
import { addDemonstrationPeople } from '../../demonstration/people.ts';
import { testOffice } from '../../testing/office.ts';
import { noteLapses } from './note-lapses.ts';
import { verifyLedger } from '../record/verify-ledger.ts';

const { services } = await testOffice({ demonstration: true });
beforeAll(async () => loadDemonstration(services, await addDemonstrationPeople(services)), 60_000);

const openClocks = () => services.db.selectFrom('clock').select(['dossier', 'id', 'due', 'lapsed_on']).execute();

test('every open term that ran out is noted once, on the day it is seen, and no other', async () => {
  const later = onDay(services, addDays(services.today(), 40));
  const overdue = (await openClocks()).filter(({ due, lapsed_on }) => due! < later.today() && lapsed_on === null);
  expect(overdue.length).toBeGreaterThan(0);

  expect(await noteLapses(later)).toBe(overdue.length);
  expect(await noteLapses(later)).toBe(0);

  const noted = (await openClocks()).filter(({ lapsed_on }) => lapsed_on === later.today());
  expect(noted.map(({ dossier, id }) => dossier + id).toSorted()).toEqual(
    overdue.map(({ dossier, id }) => dossier + id).toSorted(),
  );
  expect((await verifyLedger(services)).findings).toEqual([]);
});
