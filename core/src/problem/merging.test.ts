import { expect, test } from 'vitest';
import { chief, clerk, club, consented, MONDAY, registered } from '../testing/index.ts';
import { after, type File } from '../testing/story.ts';
import { addDays, plainDate } from '../time/index.ts';
import type { Law } from '../procedure/index.ts';
import {
  absorbedOf,
  problemDays,
  decide,
  evolve,
  absent,
  offers,
  pointOf,
  problemLines,
  type Ask,
  type Problem,
} from './index.ts';

const law: Law = {
  ...club,
  policy: {
    ...club.policy,
    acts: { ...club.policy.acts, merge: { clause: '§1', by: [{ role: 'office', post: 'clerk' }] } },
  },
};
const into = { dossier: 'survivor', number: 'T-1', title: '一号场坑洼' };
const reason = '两张清单写的是同一处';
const merge: Ask = { type: 'MergeInto', into, reason };

const double = registered('member', MONDAY, law);
const merged = after(double, merge, clerk, MONDAY, law);

const obstacleOf = (ask: Ask, problem: Problem, by = clerk, on = MONDAY) => {
  const decided = decide({ ...ask, by, on }, problem, law);
  return 'refused' in decided && 'obstacle' in decided.refused ? decided.refused.obstacle : null;
};

test('a double is closed as merged: nothing in it waits or runs, and it says where it goes on', () => {
  expect(double.problem.tasks.length).toBeGreaterThan(0);
  expect(merged.problem).toMatchObject({
    stage: 'merged',
    tasks: [],
    closedOn: null,
    merged: { into, reason, on: MONDAY },
  });
  expect(pointOf(merged.problem, law)).toBe('merged');
  expect(problemLines(merged.problem, law)).toEqual([]);
  expect(
    obstacleOf({ type: 'CorrectProblem', basics: { title: 'x' }, facts: {}, reason }, merged.problem),
  ).toMatchObject({
    code: 'wrong-stage',
  });
});

test('set apart again it stands as it stood, with its limits as they were; nobody wins time', () => {
  const apart = after(merged, { type: 'Unmerge', reason: '是两处' }, clerk, addDays(MONDAY, 40), law);

  expect({ ...apart.problem, hands: [] }).toEqual({ ...double.problem, hands: [] });
  expect(apart.log.length).toBeGreaterThan(double.log.length + 1);
});

test('only the seat that the plan names merges, and under a plan that names none nobody does', () => {
  expect(obstacleOf(merge, double.problem, chief)).toMatchObject({ code: 'wrong-seat' });
  const silent = decide({ ...merge, by: clerk, on: MONDAY }, double.problem, club);
  expect(silent).toMatchObject({ refused: { obstacle: { code: 'silent' } } });
});

test('without a reason nothing is merged', () => {
  expect(decide({ ...merge, reason: ' ', by: clerk, on: MONDAY }, double.problem, law)).toMatchObject({
    refused: { faults: [{ field: 'reason', code: 'required' }] },
  });
});

test('what stands in a list that is formed or agreed to is not merged', () => {
  expect(obstacleOf(merge, consented(double, MONDAY, law).problem)).toMatchObject({ code: 'wrong-stage' });
});

const absorb = (problem: Problem, days = problemDays(double.problem, MONDAY)): Ask => ({
  type: 'AbsorbDouble',
  double: absorbedOf('double', problem),
  days,
  reason,
});

test('the survivor keeps every source and both texts, and gives them back', () => {
  const survivor = registered('visitor', MONDAY, law);
  const whole = after(survivor, absorb(double.problem), clerk, MONDAY, law);

  expect(whole.problem.absorbed).toMatchObject([{ dossier: 'double', number: 'T-1', sources: double.problem.sources }]);
  expect(whole.problem.clocks).toEqual(survivor.problem.clocks);
  const twin = { dossier: 'double', number: 'T-1', title: 'x' };
  const alone = after(whole, { type: 'ReleaseDouble', double: twin, reason }, clerk, MONDAY, law);
  expect(alone.problem).toEqual(survivor.problem);
});

const day = (due: string) => ({ title: { zh: '某时限' }, due: plainDate(due) });
const lateSince = (due: string): File => {
  const file = registered('visitor', MONDAY, law);
  const clocks = file.problem.clocks.map((clock) => ({ ...clock, due: plainDate(due) }));
  return { ...file, problem: { ...file.problem, clocks } };
};

test('no day that has passed vanishes with a double: the one that is late since earlier goes on', () => {
  const days = { overdue: day('2030-02-20'), work: null };
  const survivor = registered('visitor', MONDAY, law).problem;

  expect(obstacleOf(absorb(double.problem, days), survivor)).toMatchObject({ code: 'day-lost', due: '2030-02-20' });
  expect(obstacleOf(absorb(double.problem, days), lateSince('2030-02-25').problem)).toMatchObject({ code: 'day-lost' });
  // the controls: late since as early a day, and nothing late
  expect(obstacleOf(absorb(double.problem, days), lateSince('2030-02-20').problem)).toBeNull();
  expect(obstacleOf(absorb(double.problem), survivor)).toBeNull();
});

test('no deadline of the work moves back by a merger', () => {
  const days = { overdue: null, work: day('2030-12-31') };
  const work = (due: string): Problem => {
    const { problem } = registered('visitor', MONDAY, law);
    return { ...problem, clocks: [{ ...problem.clocks[0]!, id: 'listed-deadline', due: plainDate(due) }] };
  };

  expect(obstacleOf(absorb(double.problem, days), work('2031-06-30'))).toMatchObject({ code: 'day-lost' });
  expect(obstacleOf(absorb(double.problem, days), work('2030-12-31'))).toBeNull();
});

test('while something lies before somebody to sign, neither side is merged', () => {
  const contested = { reason: '不在辖区', becauseOf: '§1', person: 'x', on: MONDAY };
  const problem: Problem = { ...double.problem, contested };

  expect(obstacleOf(merge, problem)).toMatchObject({ code: 'signature-pending' });
  expect(obstacleOf(absorb(double.problem), problem)).toMatchObject({ code: 'signature-pending' });
});

test('what is offered is what is accepted, and the two sides of a merger are nobody’s to ask alone', () => {
  const types = (problem: Problem) =>
    offers(problem, { by: clerk, on: MONDAY }, law)
      .filter(({ obstacle }) => obstacle === null)
      .map(({ type }) => type);

  expect(types(double.problem)).toContain('MergeInto');
  expect(types(merged.problem)).toEqual(['Unmerge']);
  expect(types(double.problem)).not.toContain('AbsorbDouble');
  expect(merged.log.reduce(evolve, absent)).toEqual(merged.problem);
});
