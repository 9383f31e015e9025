import { duty, holderOf, twiceAYear } from '@bihuan/core/testing';
import { plainDate } from '@bihuan/core/time';
import { expect, test } from 'vitest';
import { clubInstallation } from '../../testing/club.ts';
import { followReform } from '../dossiers/follow-reform.ts';
import { verifyLedger } from '../record/verify-ledger.ts';
import { openDuties } from './open-duties.ts';
import { readDuties } from './read-duties.ts';
import { linesOf } from './wall.ts';

const rounds = duty(twiceAYear, { opensBefore: 30 });
const { services, setToday, setLaw } = await clubInstallation('2030-04-06', rounds);
const at = { duty: 'rounds', period: '2030-05-06' } as const;
await openDuties(services);
const before = new Map((await linesOf(services, at)).map((line) => [line.unit, line]));
const mine = async (seat: string) =>
  (await readDuties(services, holderOf(seat))).duties.flatMap(({ periods }) =>
    periods.flatMap((period) => period.mine.map(({ dossier }) => dossier)),
  );

test('after a reform whoever took over has the return of his predecessor among his own, and the wall names both', async () => {
  const [nets, greens] = [before.get('nets')!, before.get('greens')!];
  expect(await mine('greens/captain')).toEqual([greens.id]);

  const law = services.law();
  const succeededBy = { unit: 'greens', from: plainDate('2030-04-20') };
  await setLaw({ ...law, units: law.units.map((unit) => (unit.id === 'nets' ? { ...unit, succeededBy } : unit)) });
  setToday('2030-04-20');
  await followReform(services);

  const lines = await linesOf(services, at);
  const name = lines.find(({ id }) => id === nets.id)?.unit_name;
  expect(name).toBe(`${greens.unit_name}（原${nets.unit_name}）`);
  // its row is what its events say; the club’s rules were published without a record
  expect((await verifyLedger(services)).findings.filter(({ dossier }) => dossier !== '')).toEqual([]);
  // both are still owed, each in its own line
  expect(lines).toHaveLength(before.size);
  expect((await mine('greens/captain')).toSorted()).toEqual([greens.id, nets.id].toSorted());
});
