import { expect, test } from 'vitest';
import { after, at, clerk, clubWhere, eventsOf, inStage, reaching, taking, walk } from '../testing/index.ts';
import { limit } from '../testing/words.ts';
import { plainDate } from '../time/index.ts';

/** The club's rules with a limit on the look of the federation, and on checking oneself, from steps of the plan. */
const law = clubWhere((step, route) =>
  route === 'above' && step.id === 'self-check'
    ? { ...step, limits: [limit('check-by', 'step:plan/superior-plan', 30, '§8')] }
    : step,
);

test('a limit that starts from a step of another procedure runs from the day that step bears, also when it is entered later', () => {
  const waiting = reaching('league', at('plan/superior-plan'), { law });
  const on = plainDate('2030-03-20');
  const task = waiting.problem.tasks[0]!.id;
  const recorded = {
    unitName: '联盟',
    document: { number: '联〔2030〕3号', date: plainDate('2030-03-11'), scan: 'f1' },
  };
  const entered = after(waiting, taking(waiting, clerk, task, { recorded }, { on, law }), clerk, on, law);

  expect(waiting.problem.clocks.map(({ id }) => id)).not.toContain('check-by');
  expect(entered.problem.clocks.find(({ id }) => id === 'check-by')).toMatchObject({
    start: '2030-03-11',
    event: 'step:plan/superior-plan',
    target: { run: 'acceptance', step: 'self-check' },
  });
});

test('it starts once, and is met when its step is done', () => {
  const closed = walk(reaching('league', at('acceptance/self-check'), { law }), inStage('closed'), { law });

  expect(eventsOf(closed, 'ClockStarted').filter(({ clock }) => clock === 'check-by')).toHaveLength(1);
  expect(eventsOf(closed, 'ClockMet').map(({ clock }) => clock)).toContain('check-by');
});

test('a problem whose road does not pass the step has no such clock', () => {
  const closed = reaching('member', inStage('closed'), { law });

  expect(eventsOf(closed, 'ClockStarted').map(({ clock }) => clock)).not.toContain('check-by');
});
