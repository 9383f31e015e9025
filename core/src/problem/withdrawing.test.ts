import { expect, test } from 'vitest';
import { after, clerk, club, foreman, noFile, refusal, storyWith } from '../testing/index.ts';
import { plainDate } from '../time/index.ts';
import { offers } from './offers.ts';

const given = storyWith(expect);
const day = plainDate('2030-03-04');
const { origin, ...basics } = {
  title: '球网破损',
  description: '球网破损',
  place: '',
  township: null,
  field: null,
  target: '',
  deadline: null,
  proposed: { holder: null, lead: null, person: '' },
  remarks: '',
  origin: club.policy.facts[0]!.values[0]!.id,
};
const registered = after(
  noFile,
  { type: 'RegisterProblem', number: 'T-1', basics, facts: { [club.policy.facts[0]!.id]: origin }, sources: [] },
  clerk,
  day,
);
const withdraw = { type: 'WithdrawProblem', reason: '重复登记' } as const;

test('what was entered by mistake is withdrawn with a reason; number and record stay, nobody has it to do', () => {
  given(registered).when(withdraw, clerk, day).yields({ type: 'ProblemWithdrawn', reason: '重复登记' });
  const { problem, log } = after(registered, withdraw, clerk, day);
  expect(problem).toMatchObject({ stage: 'withdrawn', number: 'T-1', tasks: [] });
  expect(log.at(0)).toMatchObject({ type: 'ProblemRegistered' });
  expect(problem.clocks.every(({ metOn }) => metOn !== null)).toBe(true);
});

test('without a reason, by somebody else, or twice, nothing is withdrawn', () => {
  given(registered)
    .when({ ...withdraw, reason: ' ' }, clerk, day)
    .faults({ field: 'reason', code: 'required' });
  given(registered)
    .when(withdraw, foreman, day)
    .refuses({ obstacle: { code: 'wrong-seat' } });
  const withdrawn = after(registered, withdraw, clerk, day);
  expect(refusal(withdrawn, withdraw, clerk, day)).toMatchObject({
    obstacle: { code: 'wrong-stage', stage: 'withdrawn', needs: ['registered'] },
  });
  expect(offers(withdrawn.problem, { by: clerk, on: day }, club).filter(({ obstacle }) => obstacle === null)).toEqual(
    [],
  );
});
