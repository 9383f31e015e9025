import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { addDays, plainDate } from '../time/index.ts';
import {
  after,
  at,
  calendarWith,
  chair,
  clockOf,
  club,
  doubleHats,
  eventsOf,
  foreman,
  head,
  MONDAY,
  reaching,
  storyWith,
  taskAt,
  walk,
} from '../testing/index.ts';

const given = storyWith(expect);
const handedOver = reaching('member', at('handover/receive'));
const pause = (id: string, reason = '洪水未退') => ({ type: 'PauseTerm', clock: id, reason }) as const;
const resume = (id: string, reason = '洪水已退') => ({ type: 'ResumeTerm', clock: id, reason }) as const;
const day = plainDate('2030-03-06');
const paused = after(handedOver, pause('outer'), chair, day);

test('a pause says its clause, reason and who, and leaves the clock without a last day', () => {
  given(handedOver)
    .when(pause('outer'), chair, day)
    .yields({
      type: 'TermPaused',
      clock: 'outer',
      clause: '§10',
      was: '2030-03-25',
      reason: '洪水未退',
      by: { id: chair.id },
    });
  expect(clockOf(paused, 'outer')).toMatchObject({ due: null, lapsedOn: null, metOn: null });
});

test('nothing lapses while it stands still, and a notice finds no day to move', () => {
  const law = { ...club, calendar: calendarWith('2030-03-07') };
  given(paused)
    .when({ type: 'NoteLapse', clock: 'outer' }, theCalendar, plainDate('2030-12-02'))
    .blocks({ code: 'nothing-to-do' });
  const amended = after(paused, { type: 'AmendClocks', reason: '甲〔2030〕2号' }, theCalendar, day, law);
  expect(eventsOf(amended, 'ClockMoved').map((event) => event.clock)).not.toContain('outer');
});

test('resumed, the days of the pause stand in the arithmetic, not counted, with the reason', () => {
  const resumed = after(paused, resume('outer'), chair, plainDate('2030-03-13'));
  // ten of the fifteen are counted from the 13th on: two were before
  expect(eventsOf(resumed, 'TermResumed')).toMatchObject([
    { clock: 'outer', clause: '§10', from: day, due: '2030-04-01', reason: '洪水已退', by: { id: chair.id } },
  ]);
  const { days } = eventsOf(resumed, 'TermResumed')[0]!;
  const still = days.filter((each) => each.why.kind === 'paused');
  expect(still.map((each) => each.date)).toEqual(
    ['06', '07', '08', '09', '10', '11', '12'].map((date) => `2030-03-${date}`),
  );
  expect(still.every((each) => each.counted === null)).toBe(true);
  expect(still[0]!.why).toEqual({ kind: 'paused', reason: '洪水未退' });
});

test('resumed under a newer notice, it counts by that one, and each further notice counts the pause as well', () => {
  const law = { ...club, calendar: calendarWith('2030-03-14') };
  const resumed = after(paused, resume('outer'), chair, plainDate('2030-03-13'), law);
  expect(clockOf(resumed, 'outer').due).toBe('2030-04-02');

  const later = { ...club, calendar: calendarWith('2030-03-14', '2030-03-15') };
  const amended = after(resumed, { type: 'AmendClocks', reason: '再补' }, theCalendar, plainDate('2030-03-13'), later);
  expect(clockOf(amended, 'outer').due).toBe('2030-04-03');
});

test('done while it stood still is done in time; sent back, it still stands still', () => {
  const late = plainDate('2030-06-03');
  const submitted = walk(paused, at('plan/review'), { on: late });
  expect(eventsOf(submitted, 'ClockMet').find((event) => event.clock === 'outer')).toMatchObject({
    due: null,
    late: false,
    day: late,
  });

  const back = {
    type: 'ReturnStep',
    task: taskAt(submitted, 'plan/review', 'keepers'),
    to: 'draft',
    reason: '不细',
    becauseOf: '§5',
  } as const;
  const returned = after(submitted, back, head, late);
  expect(clockOf(returned, 'outer')).toMatchObject({ metOn: null, due: null });
  given(returned).when(resume('outer'), chair, late).yields({ type: 'TermResumed', from: day });
});

test('a clock stands still and runs as often as the plan’s seat says', () => {
  const twice = [
    [resume('outer'), 3],
    [pause('outer', '第二次'), 4],
    [resume('outer'), 6],
  ] as const;
  const file = twice.reduce((now, [ask, days]) => after(now, ask, chair, addDays(MONDAY, days)), paused);
  expect(clockOf(file, 'outer').pauses).toMatchObject([
    { from: '2030-03-06', until: '2030-03-07' },
    { from: '2030-03-08', until: '2030-03-10', reason: '第二次' },
  ]);
  expect(clockOf(file, 'outer').due).toBe('2030-03-27'); // the 6th and the 8th are the two working days that fell out
});

test.each([
  ['whoever does not hold the seat', handedOver, pause('outer'), foreman, day, { code: 'wrong-seat' }],
  ['whoever does not hold the seat, to resume', paused, resume('outer'), foreman, day, { code: 'wrong-seat' }],
  ['the captain who sits in the chair as well', handedOver, pause('outer'), doubleHats[2]!, day, { code: 'own-term' }],
  ['a limit that knows no pause', handedOver, pause('inner'), chair, day, { code: 'silent', topic: 'pause' }],
  [
    'a clock that ran out: its lateness is not hidden',
    handedOver,
    pause('outer'),
    chair,
    plainDate('2030-03-26'),
    { code: 'term-over', due: '2030-03-25' },
  ],
  ['a clock that stands still already', paused, pause('outer'), chair, day, { code: 'term-paused' }],
  [
    'an extension while nobody knows the last day',
    paused,
    { type: 'ExtendTerm', clock: 'outer', units: 5, reason: '雨' },
    chair,
    day,
    { code: 'term-paused' },
  ],
  ['a clock that runs, to resume', handedOver, resume('outer'), chair, day, { code: 'nothing-to-do' }],
] as const)('%s is refused', (_what, file, ask, by, on, obstacle) => {
  given(file).when(ask, by, on).blocks(obstacle);
});

test('neither is done without a reason that can be read', () => {
  given(handedOver).when(pause('outer', ''), chair, day).faults({ field: 'reason', code: 'required' });
  given(handedOver)
    .when(pause('outer', '长'.repeat(201)), chair, day)
    .faults({ field: 'reason', code: 'too-long' });
  given(paused).when(resume('outer', ' '), chair, day).faults({ field: 'reason', code: 'required' });
});

test('extended and paused in turn, a clock keeps both', () => {
  const extended = after(handedOver, { type: 'ExtendTerm', clock: 'outer', units: 5, reason: '雨' }, chair, MONDAY);
  const stood = after(extended, pause('outer'), chair, day);
  const resumed = after(stood, resume('outer'), chair, plainDate('2030-03-08'));
  expect(clockOf(resumed, 'outer')).toMatchObject({ due: '2030-04-03', extensions: [5] });
});
