import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { nearestClock, type Line } from '../procedure/index.ts';
import {
  at,
  clerk,
  club,
  consented,
  inStage,
  MONDAY,
  reaching,
  refusal,
  registered,
  storyWith,
  walk,
} from '../testing/index.ts';
import { history, live } from '../testing/lives.ts';
import { problemLines, type Problem } from './index.ts';

// so many histories take longer than one test is given elsewhere
vi.setConfig({ testTimeout: 180_000 });

const lines = (problem: Problem): readonly Line[] => problemLines(problem, club);
const whats = (problem: Problem): readonly string[] => lines(problem).map(({ what }) => what);
const dues = (found: readonly Line[]) => found.flatMap(({ clock }) => clock?.due ?? []).toSorted();

test('every limit that runs stands over somebody’s line: what is late in a list is late on a desk', () => {
  fc.assert(
    fc.property(history, (each) => {
      live(each, ({ file: { problem } }) => {
        const nearest = nearestClock(problem.clocks);
        expect(dues(lines(problem))[0] ?? null).toBe(nearest?.due ?? null);
        const names = lines(problem).map(({ id }) => id);
        expect(new Set(names).size).toBe(names.length);
      });
    }),
    { numRuns: 60 },
  );
});

test('as long as a problem is neither closed nor withdrawn, somebody answers for it', () => {
  fc.assert(
    fc.property(history, (each) => {
      live(each, ({ file: { problem } }) => {
        if (problem.closedOn !== null || problem.milestones['withdrawn']) return;
        // a plan that has no way for these facts says so where the problem stands; listed, the list has it
        if (problem.edition !== null && problem.handedOverOn === null) return;
        expect(lines(problem).length, `${problem.stage} ${JSON.stringify(problem.facts)}`).toBeGreaterThan(0);
      });
    }),
    { numRuns: 60 },
  );
});

test('D1 · handed over and never signed for, the line carries the limit that runs', () => {
  const waiting = reaching('member', at('handover/claim'));
  const claim = lines(waiting.problem).find(({ id }) => id.startsWith('handover/claim'));
  expect(claim?.clock?.due).toBe(nearestClock(waiting.problem.clocks)?.due);
  expect(claim?.clock).not.toBeNull();
});

test('D2 · in rectification the work is a line of the holder, and every measure of its unit, with its day', () => {
  const { problem } = reaching('member', inStage('rectifying'));
  const work = lines(problem).find(({ what }) => what === 'work');
  expect(work).toMatchObject({ unit: problem.parts['case.holder']![0]!.unit, part: 'decide' });
  expect(work!.clock).not.toBeNull();
  const dated = problem.measures.filter(({ deadline }) => deadline?.date);
  expect(whats(problem).filter((what) => what === 'measure')).toHaveLength(dated.length);
});

test('D2 · a measure that is done leaves the desk', () => {
  const { problem } = reaching('member', inStage('rectifying'));
  const done: Problem = {
    ...problem,
    measures: problem.measures.map((measure) => ({ ...measure, completedOn: MONDAY })),
  };
  expect(whats(done)).toEqual(['work']);
});

test('the work can be urged though no step is open for it, and the reminder stands on its line', () => {
  const file = reaching('member', inStage('rectifying'));
  storyWith(expect)(file)
    .when({ type: 'Urge', task: 'work', text: '请抓紧。' }, clerk, MONDAY)
    .yields({ type: 'Urged', task: 'work' });
  const urged: Problem = { ...file.problem, urged: { work: MONDAY } };
  expect(lines(urged).find(({ id }) => id === 'work')?.urgedOn).toBe(MONDAY);
});

test('what nobody answers for cannot be urged', () => {
  const file = reaching('member', inStage('rectifying'));
  const urge = { type: 'Urge', task: 'measure:nowhere', text: '请抓紧。' } as const;
  expect(refusal(file, urge, clerk, MONDAY)).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
});

test('classified and in no list: whoever forms the list has it', () => {
  const classified = walk(
    registered('member'),
    (problem) => problem.facts['grade'] !== undefined && problem.tasks.length === 0,
  );
  expect(whats(classified.problem)).toEqual(['listing']);
  expect(whats(consented(classified).problem)).not.toContain('listing');
});

test('a dispute is a line of whoever decides it, beside the step that waits', () => {
  const waiting = reaching('member', at('handover/claim'));
  const contested: Problem = {
    ...waiting.problem,
    contested: { reason: '不属本队', becauseOf: '1', person: 'x', on: MONDAY },
  };
  expect(whats(contested)).toContain('contest');
});
