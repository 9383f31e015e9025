import { expect, test } from 'vitest';
import { at, inStage, reaching, registered, walk } from '../testing/index.ts';

test.each(['member', 'league', 'visitor'])('a problem from a %s goes round the loop by offers alone', (origin) => {
  const { problem } = reaching(origin, inStage('closed'));

  expect(problem.stage).toBe('closed');
  expect(problem.tasks).toEqual([]);
  expect(Object.values(problem.runs).map((run) => run.finishedOn)).not.toContain(null);
});

test('a problem without a road stops at the hand-over and nowhere later', () => {
  const { problem } = reaching('stranger', at('handover/hand-over'));

  expect(problem.handedOverOn).toBeNull();
  expect(() => walk({ problem, log: [] }, inStage('planning'))).toThrow('nobody goes on');
});

test('a problem that nobody takes on stays where it is', () => {
  expect(() => walk(registered('member'), inStage('listed'))).toThrow('nobody goes on at registered');
});
