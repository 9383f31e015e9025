import { randomUUID } from 'node:crypto';
import type { Case, CaseAsk } from '@bihuan/core/case';
import { duty, holderOf, twiceAYear } from '@bihuan/core/testing';
import { expect, test } from 'vitest';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import { clubInstallation } from '../../testing/club.ts';
import { caseSubject } from '../cases/subject.ts';
import { commandDossier } from '../dossiers/command-dossier.ts';
import { readCase } from '../cases/read.ts';
import { freezing } from './gathering.ts';
import { openDuties } from './open-duties.ts';
import { linesOf, readWall } from './wall.ts';

const rounds = duty(twiceAYear, {
  opensBefore: 30,
  gathers: 'round-sheet',
  confirmedBy: { role: 'office', post: 'clerk' },
});
const { services, setToday } = await clubInstallation('2030-04-06', rounds);
const at = { duty: 'rounds', period: '2030-05-06' } as const;
const [clerk, captain] = [holderOf('office/clerk'), holderOf('nets/captain')];
await openDuties(services);
const nets = (await linesOf(services, at)).find(({ unit }) => unit === 'nets')!.id;

async function ask(asked: CaseAsk, by: typeof clerk) {
  const { version } = (await findDossiers<Case>(services.db, services.region, 'case', [nets])).get(nets)!;
  const wish = { dossier: nets, version, ask: asked, by, key: randomUUID(), fingerprint: 'the same' };
  const answer = await commandDossier(caseSubject, services, wish);
  if (!('done' in answer)) throw new Error(JSON.stringify(answer));
}
const wall = async () => {
  const { rows, period } = (await readWall(services, clerk, at.duty, at.period))!;
  const cell = rows.find(({ unit }) => unit === 'nets')!.cells[0]!;
  return { state: cell.state, filedOn: cell.filedOn, filed: period.counts.filed, confirming: period.counts.confirming };
};
const member = async () => {
  const asked = await freezing(
    services,
    (await readWall(services, clerk, at.duty, at.period))!.period.gathering!.id,
    clerk,
  );
  return 'members' in asked ? asked.members.find(({ unit }) => unit === 'nets')!.state : null;
};
const fill = (round: number): CaseAsk => ({ type: 'TakeStep', task: `round/fill/${round}/0`, values: { holes: 2 } });

test('a return that its unit has filed waits for whoever confirms it: on the wall, in the figures, and where the list is frozen', async () => {
  setToday('2030-05-02');
  await ask(fill(1), captain);

  expect(await wall()).toEqual({ state: 'confirming', filedOn: '2030-05-02', filed: 0, confirming: 1 });
  expect(await member()).toBe('missing');
});

test('sent back it is the unit’s again; confirmed it counts, by the day on which the unit filed it', async () => {
  setToday('2030-05-04');
  const back = { type: 'ReturnStep', task: 'round/check/1/0', to: 'fill', reason: '不清楚', becauseOf: '§2' } as const;
  await ask(back, clerk);
  expect(await wall()).toMatchObject({ state: 'returned', confirming: 0 });

  setToday('2030-05-06');
  await ask(fill(2), captain);
  setToday('2030-05-20');
  const { offers } = (await readCase(services, nets, clerk))!;
  const { seen } = offers.find(({ type, target }) => type === 'TakeStep' && target === 'round/check/2/0')!;
  await ask({ type: 'TakeStep', task: 'round/check/2/0', seen: seen!.digest }, clerk);

  expect(await wall()).toEqual({ state: 'filed', filedOn: '2030-05-06', filed: 1, confirming: 0 });
  expect(await member()).toBe('filed');
});
