import { expect, test } from 'vitest';
import {
  after,
  at,
  captain,
  chair,
  club,
  clubWhere,
  eventsOf,
  evidenceOf,
  foreman,
  inStage,
  MONDAY,
  reaching,
  refusal,
  storyWith,
  taking,
  taskAt,
  walk,
  type File,
} from '../testing/index.ts';
import { problemLines } from './charges.ts';

const given = storyWith(expect);

/** The chair has it to accept, everything is said to be done. */
const accepting = reaching('member', at('acceptance/accept'));
const back = (file: File, measures: readonly string[], to = 'self-check') => ({
  type: 'ReturnStep' as const,
  task: taskAt(file, 'acceptance/accept'),
  to,
  reason: '球网没有换',
  becauseOf: '§8',
  measures,
});
const returned = after(accepting, back(accepting, ['m2']), chair, MONDAY);
const measure = (file: File, id: string) => file.problem.measures.find((each) => each.id === id)!;

test('D5 · acceptance sent back because a measure is not done opens that measure, and no other, again', () => {
  const before = measure(accepting, 'm2').completedOn;
  expect(before).not.toBeNull();
  expect(measure(returned, 'm2')).toMatchObject({
    completedOn: null,
    percent: 0,
    reopened: { reason: '球网没有换', run: 'acceptance', round: 2, completedOn: before },
  });
  expect(measure(returned, 'm1').completedOn).not.toBeNull();
  expect(eventsOf(returned, 'MeasureCompleted').filter((event) => event.measure === 'm2')).toHaveLength(1);
  expect(problemLines(returned.problem, club).map(({ what }) => what)).toContain('measure');
});

test('D5 · the limit of the measure runs on from where it was', () => {
  const both = after(accepting, back(accepting, ['m1']), chair, MONDAY);
  const clock = both.problem.clocks.find(({ id }) => id === 'measure:m1');
  expect(clock).toMatchObject({
    metOn: null,
    due: accepting.problem.clocks.find(({ id }) => id === 'measure:m1')?.due,
  });
});

test('D5 · work goes on: progress, completion anew, and no check of it before', () => {
  expect(
    refusal(returned, taking(returned, foreman, taskAt(returned, 'acceptance/self-check', 'greens')), foreman, MONDAY),
  ).toMatchObject({ obstacle: { code: 'measures-open', measures: ['换球网'] } });

  const going = after(
    returned,
    { type: 'ReportProgress', measure: 'm2', percent: 60, pace: 'on-pace', text: '新网已到' },
    foreman,
    MONDAY,
  );
  const done = after(
    going,
    { type: 'CompleteMeasure', measure: 'm2', completedOn: MONDAY, text: '换好了' },
    foreman,
    MONDAY,
  );
  expect(eventsOf(done, 'MeasureCompleted').filter((event) => event.measure === 'm2')).toHaveLength(2);
  expect(walk(done, at('acceptance/accept')).problem.runs['acceptance']).toMatchObject({ step: 'accept', round: 2 });
});

test('whoever does the work may open one again himself when it came back, and not before', () => {
  const whole = after(accepting, back(accepting, []), chair, MONDAY);
  expect(eventsOf(whole, 'MeasuresReopened')).toEqual([]);
  const report = { type: 'ReportProgress', measure: 'm1', percent: 80, pace: 'behind', text: '补做' } as const;
  given(accepting).when(report, foreman, MONDAY).blocks({ code: 'nothing-to-do' });
  expect(measure(after(whole, report, foreman, MONDAY), 'm1')).toMatchObject({ completedOn: null, percent: 80 });
});

test('measures are named only where the work is checked again, and only those that were done', () => {
  const unknown = { field: 'measures', code: 'unknown' } as const;
  given(accepting)
    .when(back(accepting, ['m2'], 'on-site'), chair, MONDAY)
    .faults(unknown);
  given(accepting)
    .when(back(accepting, ['m9']), chair, MONDAY)
    .faults(unknown);
  const planning = reaching('member', at('plan/submit'));
  given(planning)
    .when(
      {
        type: 'ReturnStep',
        task: taskAt(planning, 'plan/submit'),
        to: 'draft',
        reason: '缺',
        becauseOf: '§5',
        measures: ['m1'],
      },
      captain,
      MONDAY,
    )
    .faults(unknown);
});

const proof = (file: string, measures: readonly string[]) => ({
  ...evidenceOf('after-photo', 70, MONDAY),
  id: `e-${file}`,
  digest: `d-${file}`,
  measure: measures[0] ?? null,
  ...(measures.length > 1 ? { measures } : {}),
});
const perMeasure = clubWhere((step) =>
  step.id === 'self-check' ? { ...step, evidence: [{ kind: 'after-photo', per: 'measure' as const }] } : step,
);
const working = reaching('member', ({ planInForce }) => planInForce !== null);

test('D12 · one report proves two measures and is filed once', () => {
  const filed = after(working, { type: 'AddEvidence', evidence: proof('报告', ['m1', 'm2']) }, foreman, MONDAY);
  expect(filed.problem.evidence.at(-1)).toMatchObject({ measures: ['m1', 'm2'] });

  const one = after(working, { type: 'AddEvidence', evidence: proof('报告', ['m1']) }, foreman, MONDAY);
  const too = after(one, { type: 'AddEvidence', evidence: { ...proof('报告', ['m2']), id: 'x' } }, foreman, MONDAY);
  expect(too.problem.evidence).toHaveLength(one.problem.evidence.length);
  expect(too.log.at(-1)).toMatchObject({ type: 'EvidenceProves', evidence: 'e-报告', measures: ['m2'] });
  given(too)
    .when({ type: 'AddEvidence', evidence: { ...proof('报告', ['m2']), id: 'y' } }, foreman, MONDAY)
    .faults({ field: 'evidence.file', code: 'malformed' });
  given(working)
    .when({ type: 'AddEvidence', evidence: proof('报告', ['m1', 'm9']) }, foreman, MONDAY)
    .faults({ field: 'evidence.measure', code: 'unknown' });
});

test('D12 · where each measure needs its proof, one paper is enough for two, and what was opened again needs a new one', () => {
  const filed = after(working, { type: 'AddEvidence', evidence: proof('报告', ['m1', 'm2']) }, foreman, MONDAY);
  const finished = walk(filed, inStage('accepting'), { law: perMeasure });
  const check = (file: File) =>
    refusal(file, taking(file, foreman, taskAt(file, 'acceptance/self-check', 'greens')), foreman, MONDAY, perMeasure);
  expect(check(finished)).toBeNull();

  const again = walk(finished, at('acceptance/accept'), { law: perMeasure });
  const reopened = after(again, back(again, ['m2']), chair, MONDAY, perMeasure);
  const done = after(
    reopened,
    { type: 'CompleteMeasure', measure: 'm2', completedOn: MONDAY, text: '换好了' },
    foreman,
    MONDAY,
  );
  expect(check(done)).toMatchObject({ obstacle: { code: 'evidence-missing' } });
  const proved = after(done, { type: 'AddEvidence', evidence: proof('新照片', ['m2']) }, foreman, MONDAY);
  expect(check(proved)).toBeNull();
});
