import { expect, test } from 'vitest';
import { at, clubWhere, eventsOf, inStage, reaching, walk } from '../testing/index.ts';

/** The club's rules where the draft goes straight to the review: nobody submits it, and the limits of submitting stay behind. */
const straight = clubWhere((step, route) =>
  route === 'joint' && step.id === 'draft' ? { ...step, next: 'review' } : step,
);

test('clocks of a step that the road went past run until the procedure ends and are dropped then, not met', () => {
  const along = { law: straight };
  const issuing = reaching('member', at('plan/issue'), along);
  const ended = walk(issuing, inStage('rectifying'), along);

  expect(issuing.problem.clocks.filter(({ metOn }) => metOn === null).map(({ id }) => id)).toEqual(['inner', 'outer']);
  expect(eventsOf(ended, 'ClockDropped')).toMatchObject([
    { clock: 'inner', clause: '§5', reason: '程序已结束，此步骤未经过' },
    { clock: 'outer', clause: '§5' },
  ]);
  expect(ended.problem.clocks.map(({ id }) => id)).not.toContain('inner');
  expect(ended.problem.clocks.map(({ id }) => id)).not.toContain('outer');
  expect(ended.problem.clocks.map(({ id }) => id)).toContain('receive-by');
});
