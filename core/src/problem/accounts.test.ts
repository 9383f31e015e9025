import { expect, test } from 'vitest';
import {
  after,
  at,
  clubWhere,
  MONDAY,
  reaching,
  refusal,
  surveyor,
  taking,
  taskAt,
  walk,
  type File,
} from '../testing/index.ts';
import { addDays } from '../time/index.ts';
import { datedEarly } from '../procedure/dating.ts';
import { offers } from './index.ts';

const law = clubWhere((step) =>
  step.id === 'on-site'
    ? { ...step, needs: { what: ['opinion', 'attended', 'held-on', 'manner'] as const } }
    : step.id === 'league-accept'
      ? { ...step, needs: { what: ['opinion', 'attended'] as const } }
      : step,
);
/** The check on site is open, and its record is there. */
const onSite = walk(
  reaching('member', at('acceptance/self-check')),
  ({ runs, evidence }) =>
    runs['acceptance']?.step === 'on-site' && evidence.some(({ kind }) => kind === 'on-site-record'),
  { law },
);
const account = { attended: '某甲、某乙', heldOn: MONDAY, manner: 'on-site' } as const;
const look = (change: object, file: File = onSite) =>
  taking(file, surveyor, taskAt(file, 'acceptance/on-site'), { opinion: '合格', account, ...change });

test('whoever looks at the work says who was there, which day, how, and what he thinks', () => {
  expect(refusal(onSite, look({ opinion: ' ', account: {} }), surveyor, MONDAY, law)).toMatchObject({
    faults: [
      { field: 'opinion', code: 'required' },
      { field: 'account.attended', code: 'required' },
      { field: 'account.heldOn', code: 'required' },
      { field: 'account.manner', code: 'required' },
    ],
  });
  const done = after(onSite, look({}), surveyor, MONDAY, law);
  expect(done.log.find((event) => event.type === 'StepTaken' && event.step === 'on-site')).toMatchObject({
    account,
    opinion: '合格',
  });
});

test('a day to come is refused, also where nobody asks for one', () => {
  const later = { ...account, heldOn: addDays(MONDAY, 1) };
  expect(refusal(onSite, look({ account: later }), surveyor, MONDAY, law)).toMatchObject({
    faults: [{ field: 'account.heldOn', code: 'in-the-future' }],
  });
  expect(refusal(onSite, look({ account: later }), surveyor, MONDAY)).toMatchObject({
    faults: [{ field: 'account.heldOn', code: 'in-the-future' }],
  });
});

test('a visit before the work was handed in for it is pointed at, with the day from which it could be', () => {
  const early = { ...account, heldOn: addDays(MONDAY, -3) };
  const [pointedAt] = datedEarly(after(onSite, look({ account: early }), surveyor, MONDAY, law).log).values();
  expect(pointedAt).toBe(MONDAY);
  expect(datedEarly(after(onSite, look({}), surveyor, MONDAY, law).log).size).toBe(0);
});

test('the form is told what is asked; nothing is where the plan asks for nothing', () => {
  const demanded = (known = law) =>
    offers(onSite.problem, { by: surveyor, on: MONDAY }, known).find(
      ({ type, obstacle }) => type === 'TakeStep' && obstacle === null,
    )?.needs.demands;
  expect(demanded()).toEqual(['opinion', 'attended', 'held-on', 'manner']);
  expect(demanded(clubWhere((step) => step))).toEqual([]);
});

test('of a unit outside the paper says what it thinks, and who enters it says the rest', () => {
  const league = walk(reaching('league', at('acceptance/self-check')), at('acceptance/league-accept'), { law });
  const task = league.problem.tasks.find(({ step }) => step === 'league-accept')!;
  const said = offers(league.problem, { by: surveyor, on: MONDAY }, law).find(({ target }) => target === task.id);
  expect(said?.needs.demands).toEqual(['attended']);
});
