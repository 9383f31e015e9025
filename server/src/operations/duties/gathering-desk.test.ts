import { randomUUID } from 'node:crypto';
import type { Case, CaseAsk } from '@bihuan/core/case';
import { duty, holderOf, twiceAYear } from '@bihuan/core/testing';
import { expect, test } from 'vitest';
import { clubInstallation } from '../../testing/club.ts';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import { caseSubject } from '../cases/subject.ts';
import { readCase } from '../cases/read.ts';
import { readWorkbench } from '../desk/read-workbench.ts';
import { commandDossier } from '../dossiers/command-dossier.ts';
import { verifyLedger } from '../record/verify-ledger.ts';
import { untoldBegun } from '../../store/notifications.ts';
import { tellOfDays } from '../notifications/tell-of-days.ts';
import { openDuties } from './open-duties.ts';
import { linesOf } from './wall.ts';

const rounds = duty(twiceAYear, { opensBefore: 30, gathers: 'round-sheet' });
const { services, setToday } = await clubInstallation('2030-04-06', rounds);
const clerk = holderOf('office/clerk');
const chief = { ...holderOf('office/chief'), id: randomUUID() };
await openDuties(services);
const desk = async () => {
  const { tasks } = await readWorkbench(services, chief);
  return tasks.map(({ subject, unit }) => `${subject} / ${unit}`);
};
const waiting = ['巡场汇总 2030-05-06 / office'];
const gathering = (
  await services.db.selectFrom('case_file').select('id').where('kind', '=', 'round-sheet').executeTakeFirstOrThrow()
).id;

async function fileNil(dossier: string, unit: string) {
  const { version } = (await findDossiers<Case>(services.db, services.region, 'case', [dossier])).get(dossier)!;
  const ask: CaseAsk = { type: 'FileNil' };
  const named = { dossier, version, ask, by: holderOf(`${unit}/captain`), key: randomUUID(), fingerprint: 'the same' };
  const answer = await commandDossier(caseSubject, services, named);
  if (!('done' in answer)) throw new Error(JSON.stringify(answer));
}

test('a gathering is on no desk while its returns are still to come, and may be worked on all the same', async () => {
  expect(await desk()).toEqual([]);
  const { offers } = (await readCase(services, gathering, clerk))!;
  expect(offers.find(({ type }) => type === 'FreezeGathering')).toMatchObject({ obstacle: null });
  setToday('2030-05-05');
  expect(await desk()).toEqual([]);
});

test('from the day on which they are due it is', async () => {
  setToday('2030-05-06');
  expect(await desk()).toEqual(waiting);
});

test('it rings on that day, once, as what an act brings rings, and not before', async () => {
  const untold = (to: string) => untoldBegun(services.db, services.region, { from: '2030-04-10', to }, 10);
  expect(await untold('2030-05-05')).toEqual([]);
  expect(await untold('2030-05-06')).toMatchObject([{ dossier: gathering, unit: 'office', due: '2030-05-06' }]);

  setToday('2030-05-06');
  await tellOfDays(services, 15);
  expect(await untold('2030-05-06')).toEqual([]);
});

test('all of them filed before, it comes before', async () => {
  setToday('2030-04-20');
  const returns = await linesOf(services, { duty: 'rounds', period: '2030-05-06' });
  const [last, ...others] = returns;
  for (const { id, unit } of others) await fileNil(id, unit);
  expect(await desk()).toEqual([]);

  await fileNil(last!.id, last!.unit);

  expect(await desk()).toEqual(waiting);
  expect((await verifyLedger(services)).findings.filter(({ dossier }) => dossier !== '')).toEqual([]);
});
