import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { absent, evolve, offers, problemLines, type Ask } from '../problem/index.ts';
import type { Unit } from '../policy/index.ts';
import { addDays } from '../time/index.ts';
import {
  after,
  at,
  club,
  eventsOf,
  holderOf,
  MONDAY,
  reaching,
  recordedOn,
  refusal,
  taking,
  taskAt,
  type File,
} from '../testing/index.ts';
import type { Law } from './law.ts';

const clerk = holderOf('office/clerk');
const before = reaching('league', at('plan/superior-plan'));
const task = taskAt(before, 'plan/superior-plan');
const entered = (days: number, law: Law = club): File =>
  after(before, taking(before, clerk, task, { recorded: recordedOn(addDays(MONDAY, -days)) }), clerk, MONDAY, law);
const far = entered(6);
const noting = (text?: string): Ask => ({ type: 'NoteDays', task: `days:${task}`, ...(text ? { text } : {}) });
const linesOf = ({ problem }: File) => problemLines(problem, club).filter(({ what }) => what === 'days-apart');
const offered = ({ problem }: File, by = clerk) =>
  offers(problem, { by, on: MONDAY }, club).filter(({ type }) => type === 'NoteDays');

test('a paper entered far from its day is a line of the coordinator, beside the way: no light, no step', () => {
  expect(linesOf(far)).toMatchObject([
    { id: `days:${task}`, unit: 'office', post: 'clerk', clock: null, run: null, openedOn: MONDAY },
  ]);
  expect(linesOf(far)[0]!.title.zh).toMatch(/^核对日期：/);
  // whoever has it looks at it himself: nobody is reminded of it
  expect(refusal(far, { type: 'Urge', task: `days:${task}`, text: '请抓紧' }, clerk, MONDAY)).toMatchObject({
    obstacle: { code: 'nothing-to-do' },
  });
  expect(linesOf(entered(5))).toEqual([]);
  expect(linesOf(entered(6, { ...club, daysApart: 6 }))).toEqual([]);
  // the rest of the dossier goes on as without it
  expect(far.problem.tasks).toEqual(entered(5).problem.tasks);
});

test('it stays whatever else is done, until the coordinator settles it by one act, with words or without', () => {
  expect(offered(far)).toMatchObject([{ target: `days:${task}`, obstacle: null }]);
  for (const text of [undefined, '已电话核实']) {
    const now = after(far, noting(text), clerk, addDays(MONDAY, 3));
    expect(linesOf(now)).toEqual([]);
    expect(eventsOf(now, 'DaysNoted')).toMatchObject([
      { act: task, day: addDays(MONDAY, -6), enteredOn: MONDAY, text: text ?? null, by: { id: clerk.id } },
    ]);
    expect(now.log.reduce(evolve, absent)).toEqual(now.problem);
    expect(refusal(now, noting(), clerk, MONDAY)).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
  }
});

test('nobody else settles it, nor with words without end', () => {
  const other = holderOf('greens/captain');
  expect(offered(far, other)).toEqual([]);
  expect(refusal(far, noting(), other, MONDAY)).toMatchObject({
    obstacle: { code: 'wrong-seat', needs: [{ unit: 'office', post: 'clerk' }] },
  });
  expect(refusal(far, noting('长'.repeat(501)), clerk, MONDAY)).toMatchObject({
    code: 'bad-input',
    faults: [{ field: 'text', code: 'too-long' }],
  });
});

test('where the coordination goes to another unit, the line goes with it', () => {
  const day = addDays(MONDAY, 3);
  const role = club.policy.recorder.role;
  const moved = (unit: Unit): Unit => {
    if (unit.id === 'office')
      return { ...unit, roles: unit.roles.map((held) => (held.role === role ? { ...held, until: day } : held)) };
    return unit.id === 'nets' ? { ...unit, roles: [...unit.roles, { role, from: day }] } : unit;
  };
  const law = { ...club, units: club.units.map(moved) };
  const now = after(far, { type: 'FollowReform' }, theCalendar, day, law);
  expect(linesOf(now).map(({ unit }) => unit)).toEqual(['nets']);
});
