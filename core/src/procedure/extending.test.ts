import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { addDays, plainDate } from '../time/index.ts';
import {
  after,
  at,
  calendarWith,
  captain,
  chair,
  chief,
  clockOf,
  club,
  doubleHats,
  eventsOf,
  foreman,
  head,
  inStage,
  MONDAY,
  reaching,
  storyWith,
  taking,
  taskAt,
  walk,
} from '../testing/index.ts';
import { lawWhere } from '../testing/terms.ts';

const given = storyWith(expect);
const handedOver = reaching('member', at('handover/receive'));
const extend = (id: string, units: number, reason = '连日大雨') =>
  ({ type: 'ExtendTerm', clock: id, units, reason }) as const;

test('an extension says its clause, reason, who, both last days and every day between', () => {
  given(handedOver)
    .when(extend('outer', 5), chair, plainDate('2030-03-20'))
    .yields({
      type: 'TermExtended',
      clock: 'outer',
      clause: '§10',
      units: 5,
      unit: 'working',
      time: 1,
      times: 1,
      was: '2030-03-25',
      due: '2030-04-01',
      reason: '连日大雨',
      by: { id: chair.id },
      days: expect.arrayContaining([{ date: plainDate('2030-04-01'), counted: 20, why: { kind: 'working' } }]),
    });
});

test('what is lawfully extended is not overdue on its old last day, and is on its new one', () => {
  const extended = after(handedOver, extend('outer', 5), chair, plainDate('2030-03-25'));
  const note = { type: 'NoteLapse', clock: 'outer' } as const;

  given(extended).when(note, theCalendar, plainDate('2030-04-01')).blocks({ code: 'nothing-to-do' });
  given(extended).when(note, theCalendar, plainDate('2030-04-02')).yields({ type: 'TermLapsed', due: '2030-04-01' });
});

test.each([
  ['whoever does not hold the seat', extend('outer', 5), foreman, '2030-03-20', { code: 'wrong-seat' }],
  ['a limit that knows no extension', extend('inner', 5), chair, '2030-03-06', { code: 'silent', topic: 'extension' }],
  [
    'a limit that ran out, where it must come before',
    extend('outer', 5),
    chair,
    '2030-03-26',
    { code: 'term-over', due: '2030-03-25' },
  ],
  ['a clock that is met', extend('classify-by', 5), chair, '2030-03-06', { code: 'nothing-to-do' }],
  ['a clock that is not there', extend('nowhere', 5), chair, '2030-03-06', { code: 'nothing-to-do' }],
  [
    'the captain whose team must submit, though he is the chair as well',
    extend('outer', 5),
    doubleHats[2]!,
    '2030-03-20',
    { code: 'own-term', unitName: '草坪队' },
  ],
] as const)('%s is refused', (_what, ask, by, day, obstacle) => {
  given(handedOver).when(ask, by, plainDate(day)).blocks(obstacle);
});

test('the plan’s number of times is the end of it, each clock by itself', () => {
  const once = after(handedOver, extend('outer', 1), chair, MONDAY);
  given(once).when(extend('outer', 1), chair, MONDAY).blocks({ code: 'extended-before', times: 1 });

  const thrice = [1, 2, 3].reduce((file) => after(file, extend('receive-by', 1), chief, MONDAY), once);
  given(thrice).when(extend('receive-by', 1), chief, MONDAY).blocks({ code: 'extended-before', times: 3 });
  expect(clockOf(thrice, 'receive-by').due).toBe('2030-03-12');
});

test.each([
  [0, 'malformed'],
  [-3, 'malformed'],
  [1.5, 'malformed'],
  [100_000, 'too-long'],
])('by %s units it is not extended', (units, code) => {
  given(handedOver).when(extend('outer', units), chair, MONDAY).faults({ field: 'units', code });
});

test('an extension without a reason is none', () => {
  given(handedOver)
    .when(extend('outer', 5, ' '), chair, MONDAY)
    .faults({ field: 'reason', code: 'required' });
});

test('where the plan lets it, a term that ran out is extended past today, and its lapse is history', () => {
  const late = plainDate('2030-03-15');
  const lapsed = after(handedOver, { type: 'NoteLapse', clock: 'receive-by' }, theCalendar, late);
  given(lapsed).when(extend('receive-by', 2), chief, late).faults({ field: 'units', code: 'not-later' });

  const extended = after(lapsed, extend('receive-by', 6), chief, late);
  expect(clockOf(extended, 'receive-by')).toMatchObject({ due: '2030-03-15', lapsedOn: null });
});

test('days that a last day rolled over a weekend swallows are no extension', () => {
  const law = lawWhere('receive-by', { term: { count: 'natural', days: 5, startCounted: false, roll: 'forward' } });
  const file = reaching('member', at('handover/receive'), { law }); // Saturday the 9th, so Monday the 11th

  storyWith(
    expect,
    law,
  )(file)
    .when(extend('receive-by', 2), chief, MONDAY)
    .faults({ field: 'units', code: 'not-later' });
  storyWith(
    expect,
    law,
  )(file)
    .when(extend('receive-by', 3), chief, MONDAY)
    .yields({ due: '2030-03-12', unit: 'natural' });
});

test('an inner limit is not extended past the outer one, and not offered where no day is left', () => {
  const extension = { times: 9, by: { role: 'committee', post: 'chair' }, beforeDue: true, clause: '§10' };
  const law = lawWhere('inner', { extension });
  const file = reaching('member', at('handover/receive'), { law });

  storyWith(expect, law)(file).when(extend('inner', 6), chair, MONDAY).faults({ field: 'units', code: 'beyond-outer' });
  const full = after(file, extend('inner', 5), chair, MONDAY, law);
  expect(clockOf(full, 'inner').due).toBe(clockOf(full, 'outer').due);
  storyWith(
    expect,
    law,
  )(full)
    .when(extend('inner', 1), chair, MONDAY)
    .blocks({ code: 'outer-limit', title: { zh: 'outer' }, due: '2030-03-25' });
});

test('a notice that comes later counts the longer term anew, and nothing of the extension is lost', () => {
  const law = { ...club, calendar: calendarWith('2030-03-06', '2030-03-28') };
  const extended = after(handedOver, extend('outer', 5), chair, MONDAY);
  const amended = after(extended, { type: 'AmendClocks', reason: '甲〔2030〕2号' }, theCalendar, MONDAY, law);

  expect(clockOf(amended, 'outer')).toMatchObject({ due: '2030-04-03', extensions: [5] });
  expect(eventsOf(amended, 'ClockMoved').find((event) => event.clock === 'outer')).toMatchObject({ was: '2030-04-01' });
  storyWith(
    expect,
    law,
  )(amended)
    .when({ type: 'AmendClocks', reason: '再来' }, theCalendar, MONDAY)
    .blocks({ code: 'nothing-to-do' });
});

test('a step done on the new last day is in time; a return lets the longer term run on', () => {
  const extended = after(handedOver, extend('outer', 5), chair, MONDAY);
  const submitted = walk(extended, at('plan/review'), { on: plainDate('2030-04-01') });
  expect(eventsOf(submitted, 'ClockMet').find((event) => event.clock === 'outer')).toMatchObject({ late: false });

  const back = {
    type: 'ReturnStep',
    task: taskAt(submitted, 'plan/review', 'keepers'),
    to: 'draft',
    reason: '不细',
    becauseOf: '§5',
  } as const;
  const returned = after(submitted, back, head, plainDate('2030-04-01'));
  expect(clockOf(returned, 'outer')).toMatchObject({ metOn: null, due: '2030-04-01', extensions: [5] });
  given(returned).when(extend('outer', 5), chair, plainDate('2030-04-01')).blocks({ code: 'extended-before' });
});

test('the plan’s own date is extended by natural days where its limit says so, never by the holder, nor a measure’s date', () => {
  const extension = { times: 1, by: { role: 'committee', post: 'chair' }, beforeDue: true, clause: '§10' };
  const law = lawWhere('look-by', { term: { count: 'plan-date', roll: 'none' }, extension }, 'quiet');
  const file = reaching('visitor', inStage('rectifying'), { law });
  const story = storyWith(expect, law)(file);

  story
    .when(extend('plan-deadline', 10), chair, MONDAY)
    .yields({ was: '2030-05-03', due: '2030-05-13', unit: 'natural' });
  story.when(extend('plan-deadline', 10), doubleHats[2]!, MONDAY).blocks({ code: 'own-term' });
  story.when(extend('plan-deadline', 10), captain, MONDAY).blocks({ code: 'wrong-seat' });
  story.when(extend('measure:m1', 10), chair, MONDAY).blocks({ code: 'silent', topic: 'extension' });
});

test('a plan that knows no extension says so to everybody', () => {
  const silent = lawWhere('*', { extension: undefined, pause: undefined });
  const file = reaching('member', at('handover/receive'), { law: silent });
  expect(file.problem.clocks).not.toEqual([]);
  for (const by of [chair, foreman])
    storyWith(expect, silent)(file).when(extend('outer', 5), by, MONDAY).blocks({ code: 'silent', topic: 'extension' });
});

test('a closed step’s clock is history: neither extended nor paused', () => {
  const received = after(
    handedOver,
    taking(handedOver, foreman, taskAt(handedOver, 'handover/receive')),
    foreman,
    MONDAY,
  );
  for (const ask of [extend('receive-by', 5), { type: 'PauseTerm', clock: 'receive-by', reason: '停' }] as const)
    given(received)
      .when(ask, ask.type === 'PauseTerm' ? chair : chief, addDays(MONDAY, 1))
      .blocks({ code: 'nothing-to-do' });
});
