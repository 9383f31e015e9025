import { expect, test } from 'vitest';
import { after, captain, inStage, MONDAY, reaching, walk } from '../testing/index.ts';
import { evolve } from './evolve.ts';

test('a report of progress from before it was counted among the hands folds as it was written', () => {
  const ask = { type: 'ReportProgress', measure: 'm1', percent: 50, pace: 'on-pace', text: '过半' } as const;
  const file = reaching('member', inStage('rectifying'));
  const event = after(file, ask, captain, MONDAY).log.at(-1)!;
  const older = Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'hand')) as typeof event; // as it was stored then

  expect(evolve(file.problem, older).hands).toEqual(file.problem.hands);
  expect(evolve(file.problem, event).hands).not.toEqual(file.problem.hands);
});

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
