import { expect, test } from 'vitest';
import { staleView } from './stale-view.ts';

const taken = (task: string, id: string, name: string) => ({ type: 'StepTaken', task, by: { id, name } });

test('an approval that saw something else is told with the name of whoever gave it, as it was then', () => {
  const log = [
    taken('plan/review/1/0', 'p1', '陈丙（演示）'),
    { type: 'EvidenceAdded' },
    taken('plan/review/2/0', 'p2', '李丁（演示）'),
  ];
  const stale = { task: 'plan/review/1/0', step: 'review', person: 'p1', on: '2030-05-06' };

  expect(staleView([stale], log)).toEqual([{ ...stale, person: '陈丙（演示）' }]);
});
