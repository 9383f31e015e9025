import { expect, test } from 'vitest';
import { after, captain, inStage, MONDAY, reaching, walk } from '../testing/index.ts';
import { evolve } from './evolve.ts';

test('a finish recorded before who reports it was counted among the hands folds as it was written', () => {
  const file = walk(reaching('member', inStage('rectifying')), ({ measures }) =>
    measures.every((measure) => measure.completedOn !== null),
  );
  const finished = after(file, { type: 'ReportFinish', text: '全部完成' }, captain, MONDAY);
  const event = finished.log.findLast((each) => each.type === 'FinishReported')!;
  const { hand: _since, ...older } = event;

  expect(evolve(file.problem, older).hands).toEqual(file.problem.hands);
  expect(evolve(file.problem, event).hands.at(-1)).toMatchObject({ what: 'work', person: captain.id });
});
