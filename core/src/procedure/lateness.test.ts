import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { addDays, plainDate } from '../time/index.ts';
import {
  after,
  at,
  calendarWith,
  clerk,
  clockOf,
  club,
  clubWhere,
  eventsOf,
  foreman,
  MONDAY,
  reaching,
  recordedOn,
  storyWith,
  taking,
  taskAt,
} from '../testing/index.ts';

const given = storyWith(expect);
const handedOver = reaching('member', at('handover/receive'));

test('work done on the last day is in time, a day later it is late', () => {
  for (const [day, late] of [
    ['2030-03-07', false],
    ['2030-03-08', true],
  ] as const) {
    const received = after(
      handedOver,
      taking(handedOver, foreman, taskAt(handedOver, 'handover/receive')),
      foreman,
      plainDate(day),
    );
    expect(eventsOf(received, 'ClockMet').at(-1)).toMatchObject({ clock: 'receive-by', late });
  }
});

test('a lapse is noted once, by the calendar alone, and not on the last day', () => {
  const day = plainDate('2030-03-08');
  const note = { type: 'NoteLapse', clock: 'receive-by' } as const;
  given(handedOver).when(note, theCalendar, plainDate('2030-03-07')).blocks({ code: 'nothing-to-do' });
  given(handedOver).when(note, clerk, day).blocks({ code: 'wrong-seat' });

  const noted = after(handedOver, note, theCalendar, day);
  expect(clockOf(noted, 'receive-by').lapsedOn).toBe(day);
  given(noted).when(note, theCalendar, addDays(day, 1)).blocks({ code: 'nothing-to-do' });
});

test('a lapse that a later notice takes back is noted again when the moved day has passed', () => {
  const law = { ...club, calendar: calendarWith('2030-03-06', '2030-03-07') };
  const noted = after(handedOver, { type: 'NoteLapse', clock: 'receive-by' }, theCalendar, plainDate('2030-03-08'));
  const moved = after(noted, { type: 'AmendClocks', reason: '补发' }, theCalendar, plainDate('2030-03-08'), law);

  expect(clockOf(moved, 'receive-by')).toMatchObject({ due: '2030-03-11', lapsedOn: null });
  expect(
    after(moved, { type: 'NoteLapse', clock: 'receive-by' }, theCalendar, plainDate('2030-03-12'), law).problem.clocks,
  ).toHaveLength(moved.problem.clocks.length);
});

test('an external act is late by the day on its paper, not by the day somebody typed it', () => {
  const law = lawWithExternalLimit();
  const file = reaching('league', at('plan/expert-review'), { law });
  const entered = addDays(MONDAY, 20);
  const chairOf = (unit: string) => taskAt(file, 'plan/expert-review', unit);
  const one = after(
    file,
    taking(file, clerk, chairOf('federation'), { recorded: recordedOn(addDays(MONDAY, 3)) }, { law }),
    clerk,
    entered,
    law,
  );
  const both = after(
    one,
    taking(one, clerk, chairOf('league'), { recorded: recordedOn(addDays(MONDAY, 2)) }, { law }),
    clerk,
    entered,
    law,
  );

  expect(eventsOf(both, 'ClockMet').at(-1)).toMatchObject({
    clock: 'expert-by',
    due: '2030-03-07',
    late: false,
    on: entered,
  });
  expect(eventsOf(both, 'ClockStarted').at(-1)).toMatchObject({ clock: 'issue-by', start: '2030-03-07' });
});

function lawWithExternalLimit() {
  const term = { count: 'working', days: 3, startCounted: false, roll: 'none' } as const;
  const limits = {
    'expert-review': { id: 'expert-by', from: 'handed-over' },
    issue: { id: 'issue-by', from: 'step:expert-review' },
  } as const;
  return clubWhere((step, route) => {
    const said = route === 'outside' ? limits[step.id as keyof typeof limits] : undefined; // a step without a limit finds none
    return said ? { ...step, limits: [{ ...said, title: step.title, clause: '§6', term }] } : step;
  });
}
