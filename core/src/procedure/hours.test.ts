import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { caseAfter, caseEvents, caseRefusal, suggested, type CaseFile } from '../testing/case-story.ts';
import { caseTaking } from '../testing/case-walk.ts';
import { clerk, holderOf, MONDAY } from '../testing/index.ts';
import { stepWhere } from '../testing/kinds.ts';
import { localTime, plainDate } from '../time/index.ts';

const TUESDAY = plainDate('2030-03-05');
const at = (time: string) => ({ instant: localTime(time) });
const opened = suggested({}, at('2030-03-04T16:40'));
const clockOf = ({ dossier }: CaseFile, id = 'hand-by') => dossier.clocks.find((clock) => clock.id === id);

test('a limit in hours runs from the instant of the act to an instant: 24 hours are not a day', () => {
  expect(clockOf(opened)).toMatchObject({
    start: '2030-03-04',
    startAt: '2030-03-04T16:40',
    due: '2030-03-05',
    dueAt: '2030-03-05T16:40',
  });
  expect(caseEvents(opened, 'ClockStarted')).toMatchObject([
    { dueAt: '2030-03-05T16:40', instant: '2030-03-04T16:40' },
  ]);
});

test('where the instant was not recorded it runs from the midnight before: early rather than late', () => {
  expect(clockOf(suggested())).toMatchObject({ due: '2030-03-05', dueAt: '2030-03-05T00:00' });
  expect(clockOf(suggested())).not.toHaveProperty('startAt');
});

test.each([
  ['in its last minute it is in time', '2030-03-05T16:40', false],
  ['a minute later it is late, though the day is the same', '2030-03-05T16:41', true],
])('%s', (_says, time, late) => {
  const hand = caseTaking(opened, 'weighing/hand', clerk, {}, { on: TUESDAY });
  const handed = caseAfter(opened, hand, { on: TUESDAY, ...at(time) });

  expect(caseEvents(handed, 'ClockMet')).toMatchObject([
    { clock: 'hand-by', late, dueAt: '2030-03-05T16:40', metAt: time },
  ]);
  expect(clockOf(handed)).toMatchObject({ metOn: '2030-03-05', metAt: time });
});

test('the calendar notes that it ran out once its minute is over, and not on the morning of its day', () => {
  const note = { type: 'NoteLapse', clock: 'hand-by' } as const;
  const along = { by: theCalendar, on: TUESDAY };
  expect(caseRefusal(opened, note, { ...along, ...at('2030-03-05T16:40') })).toMatchObject({
    obstacle: { code: 'nothing-to-do' },
  });

  const lapsed = caseAfter(opened, note, { ...along, ...at('2030-03-05T16:41') });
  expect(caseEvents(lapsed, 'TermLapsed')).toMatchObject([{ due: '2030-03-05', dueAt: '2030-03-05T16:40' }]);
  expect(caseRefusal(lapsed, note, { ...along, ...at('2030-03-05T18:00') })).toMatchObject({
    obstacle: { code: 'nothing-to-do' },
  });
});

const elsewhere = { by: { role: 'survey', post: 'chief' }, clause: '§10' };
const moving = stepWhere('weighing/hand', ({ limits }) => ({
  limits: limits.map((limit) => ({
    ...limit,
    extension: { ...elsewhere, times: 2, beforeDue: true },
    pause: elsewhere,
  })),
}));
const surveyChief = holderOf('survey/chief');

test('it is lengthened by hours, also within one day, and never once its minute is over', () => {
  const file = suggested({}, { ...at('2030-03-04T10:00'), law: moving });
  const extend = { type: 'ExtendTerm', clock: 'hand-by', units: 2, reason: '等图纸' } as const;
  const along = { by: surveyChief, on: TUESDAY, law: moving };

  const longer = caseAfter(file, extend, { ...along, ...at('2030-03-05T09:00') });
  expect(clockOf(longer)).toMatchObject({ due: '2030-03-05', dueAt: '2030-03-05T12:00' });
  expect(caseRefusal(file, extend, { ...along, ...at('2030-03-05T10:01') })).toMatchObject({
    obstacle: { code: 'term-over', due: '2030-03-05' },
  });
  expect(caseRefusal(longer, { ...extend, units: 0 }, { ...along, ...at('2030-03-05T09:00') })).toMatchObject({
    faults: [{ field: 'units', code: 'malformed' }],
  });
});

test('days on which it stands still are left out whole, and the instant is known again when it runs on', () => {
  const file = suggested({}, { ...at('2030-03-04T10:00'), law: moving });
  const along = { by: surveyChief, law: moving };
  const still = caseAfter(
    file,
    { type: 'PauseTerm', clock: 'hand-by', reason: '停水' },
    { ...along, on: MONDAY, ...at('2030-03-04T11:00') },
  );
  expect(clockOf(still)).toMatchObject({ due: null });
  expect(clockOf(still)).not.toHaveProperty('dueAt');

  const resume = { type: 'ResumeTerm', clock: 'hand-by', reason: '来水' } as const;
  const on = caseAfter(still, resume, { ...along, on: plainDate('2030-03-06'), ...at('2030-03-06T08:00') });
  expect(clockOf(on)).toMatchObject({ due: '2030-03-07', dueAt: '2030-03-07T10:00' });
});

test('what was done on paper of another day counts from that day; its hour nobody knows', () => {
  const document = { number: '会〔2030〕1号', date: MONDAY, scan: 's1' };
  const hand = caseTaking(opened, 'weighing/hand', clerk, { document }, { on: TUESDAY });
  const handed = caseAfter(opened, hand, { on: TUESDAY, ...at('2030-03-05T17:00') });

  const [met] = caseEvents(handed, 'ClockMet');
  expect(met).toMatchObject({ day: '2030-03-04', late: false });
  expect(met).not.toHaveProperty('metAt');
});
