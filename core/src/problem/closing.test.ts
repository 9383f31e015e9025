import { expect, test } from 'vitest';
import type { Step } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import {
  after,
  at,
  captain,
  chair,
  club,
  eventsOf,
  inStage,
  MONDAY,
  reaching,
  surveyor,
  taking,
  taskAt,
  walk,
  type File,
} from '../testing/index.ts';
import { addDays } from '../time/index.ts';

const later = addDays(MONDAY, 90);
const deadline = (file: File) => file.problem.clocks.find((clock) => clock.id === 'plan-deadline')!;
const onSite = reaching('member', at('acceptance/on-site'));

const sentBack = (file: File, to: string) =>
  after(
    file,
    { type: 'ReturnStep', task: file.problem.tasks[0]!.id, to, reason: '仍有坑洼', becauseOf: '§8' },
    file.problem.tasks[0]!.step === 'accept' ? chair : surveyor,
    later,
  );

test('a finish that acceptance sends back did not happen: the plan’s own clock runs on', () => {
  expect(deadline(onSite)).toMatchObject({ metOn: MONDAY, due: addDays(MONDAY, 60) });

  const returned = sentBack(onSite, 'self-check');
  expect(eventsOf(returned, 'StepReturned').at(-1)?.reopens).toEqual(['plan-deadline']);
  expect(deadline(returned)).toEqual({ ...deadline(onSite), metOn: null });
});

test('it is met again when the check is done anew, and late is late', () => {
  const again = walk(sentBack(onSite, 'self-check'), at('acceptance/on-site'), { on: later });

  expect(deadline(again).metOn).toBe(later);
  expect(eventsOf(again, 'ClockMet').filter((event) => event.clock === 'plan-deadline')).toMatchObject([
    { day: MONDAY, late: false },
    { day: later, late: true },
  ]);
});

test('a return among those who judge leaves the finish as it was', () => {
  const accepting = walk(onSite, at('acceptance/accept'));

  expect(deadline(sentBack(accepting, 'on-site')).metOn).toBe(MONDAY);
  expect(eventsOf(sentBack(accepting, 'on-site'), 'StepReturned').at(-1)?.reopens).toEqual(['look-by']);
});

function accepted(change: Partial<Step>): Law {
  const procedures = club.policy.procedures.map((procedure) => ({
    ...procedure,
    routes: procedure.routes.map((route) => ({
      ...route,
      steps: route.steps.map((step) =>
        procedure.id === 'acceptance' && step.id === 'accept' ? { ...step, ...change } : step,
      ),
    })),
  }));
  return { ...club, policy: { ...club.policy, procedures } };
}

test.each([
  ['closes the problem', { closes: true }, 'closed', 1],
  ['does not close it where the law does not say so', { closes: false }, 'accepting', 0],
] as const)('the end of acceptance %s', (_what, change, stage, closures) => {
  const law = accepted({ ...change, ...(change.closes ? {} : { reaches: undefined }) });
  const file = reaching('member', at('acceptance/accept'), { law });
  const done = after(file, taking(file, chair, taskAt(file, 'acceptance/accept'), {}, { law }), chair, MONDAY, law);

  expect(done.problem.stage).toBe(stage);
  expect(eventsOf(done, 'ProblemClosed')).toHaveLength(closures);
  expect(eventsOf(done, 'ProcedureFinished').at(-1)).toMatchObject({ run: 'acceptance', closes: change.closes });
});

test('a unit may contest a hand-over also where the law knows no receipt', () => {
  const procedures = club.policy.procedures.map((procedure) =>
    procedure.id === 'handover'
      ? {
          ...procedure,
          routes: procedure.routes.map((route) => ({
            ...route,
            steps: route.steps.filter((step) => step.id !== 'receive'),
          })),
        }
      : procedure,
  );
  const law: Law = { ...club, policy: { ...club.policy, procedures } };
  const file = reaching('member', inStage('handed-over'), { law });
  const contest = { type: 'ContestHandOver', reason: '不归我队', becauseOf: '§4' } as const;
  const contested = after(file, contest, captain, MONDAY, law);
  const to = { unit: 'nets', unitName: '球网队', person: { name: '某人（演示）' } };
  const redirect = { type: 'ArbitrateHandOver', outcome: 'redirect', to, reason: '归你队' } as const;

  expect(after(contested, redirect, chair, MONDAY, law).problem.tasks).toMatchObject([{ step: 'claim', unit: 'nets' }]);
});
