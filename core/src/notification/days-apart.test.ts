import { expect, test } from 'vitest';
import { problemLines, type Problem } from '../problem/index.ts';
import type { Law } from '../procedure/index.ts';
import { addDays } from '../time/index.ts';
import { after, at, club, holderOf, MONDAY, reaching, recordedOn, taking, taskAt } from '../testing/index.ts';
import { toldByAct } from './index.ts';

const clerk = holderOf('office/clerk');
const before = reaching('league', at('plan/superior-plan'));
const task = taskAt(before, 'plan/superior-plan');
const desk = (problem: Problem) => ({ dossier: problem, lines: problemLines(problem, club) });

/** Who is told of the days, where the paper is entered so many days after its own. */
function told(days: number, law: Law = club) {
  const ask = taking(before, clerk, task, { recorded: recordedOn(addDays(MONDAY, -days)) });
  const { problem } = after(before, ask, clerk, MONDAY, law);
  return toldByAct(desk(before.problem), desk(problem), law).filter(({ occasion }) => occasion === 'days-apart');
}

test('an act that counts on the day of a paper far from its entry is told to whoever coordinates', () => {
  expect(told(6)).toMatchObject([{ about: `days:${task}`, to: [{ unit: 'office', post: 'clerk' }] }]);
});

test('how far is far the office says; five days are not', () => {
  expect(told(5)).toEqual([]);
  expect(told(6, { ...club, daysApart: 6 })).toEqual([]);
  expect(told(3, { ...club, daysApart: 2 })).toHaveLength(1);
});

test('it is told once, with the act', () => {
  const ask = taking(before, clerk, task, { recorded: recordedOn(addDays(MONDAY, -9)) });
  const { problem } = after(before, ask, clerk, MONDAY);
  expect(toldByAct(desk(problem), desk(problem), club)).toEqual([]);
});
