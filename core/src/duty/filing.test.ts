import { expect, test } from 'vitest';
import { theCalendar, type Actor } from '../access/index.ts';
import { contentDigest, decideCase, evolveCase, noCase, type Case, type CaseAsk } from '../case/index.ts';
import { confirms } from '../policy/index.ts';
import { clubWith, duty, twiceAYear } from '../testing/duties.ts';
import { holderOf } from '../testing/people.ts';
import { plainDate } from '../time/index.ts';
import { confirmersSteps, filersSteps, filersTasks, filingOf, periodsOf, stateOf } from './index.ts';

const on = plainDate;
const rounds = duty(twiceAYear, { opensBefore: 30, gathers: 'round-sheet' });
const law = clubWith(rounds);
const steps = filersSteps(law.policy, 'case.filer');
const [captain, clerk] = [holderOf('nets/captain'), holderOf('office/clerk')];
const [period] = periodsOf(rounds, on('2030-05-01'), on('2030-05-01'), law.calendar);

function after(file: Case, ask: CaseAsk, by: Actor, day: string): Case {
  const decision = decideCase({ ...ask, by, on: on(day) }, file, law);
  if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
  return decision.events.reduce(evolveCase, file);
}

const refusal = (file: Case, ask: CaseAsk, by: Actor, day: string) => {
  const decision = decideCase({ ...ask, by, on: on(day) }, file, law);
  return 'refused' in decision ? decision.refused : null;
};

const owed = {
  duty: 'rounds',
  period: '2030-05-06',
  unit: 'nets',
  field: null,
  due: period!.due.due,
  openedLate: false,
};
const open: CaseAsk = {
  type: 'OpenCase',
  kind: 'round-return',
  number: '巡场-2030-0001',
  values: {},
  parts: { 'case.filer': [{ unit: 'nets', unitName: '球网队', person: null }] },
  owed,
  limit: { start: on('2029-11-07'), term: period!.due.term },
};
const opened = after(noCase, open, theCalendar, '2030-04-06');
const fill: CaseAsk = { type: 'TakeStep', task: 'round/fill/1/0', values: { holes: 3 } };
const check = (file: Case, round = 1): CaseAsk => ({
  type: 'TakeStep',
  task: `round/check/${round}/0`,
  seen: contentDigest(file, 'sheet', law),
});
const back: CaseAsk = { type: 'ReturnStep', task: 'round/check/1/0', to: 'fill', reason: '数目不对', becauseOf: '§2' };
const standing = (file: Case) => filingOf(file, steps);

test('a return that the calendar opened stands with its unit, under the limit of its period', () => {
  expect(standing(opened)).toEqual({ filedOn: null, confirmed: true, nil: false, returned: false, withdrawn: false });
  expect(filersTasks(opened, steps)).toMatchObject([{ step: 'fill', unit: 'nets' }]);
  expect(opened.clocks).toMatchObject([
    { id: 'owed', due: '2030-05-06', title: { zh: '巡场' }, target: { step: 'fill' }, metOn: null },
  ]);
});

test('it is filed on the day its unit has done its part, whoever confirms it when', () => {
  const filed = after(opened, fill, captain, '2030-05-02');

  expect(standing(filed)).toMatchObject({ filedOn: '2030-05-02', returned: false });
  expect(filed.clocks).toMatchObject([{ metOn: '2030-05-02' }]);
  expect(standing(after(filed, check(filed), clerk, '2030-05-20'))).toMatchObject({ filedOn: '2030-05-02' });
});

test('sent back it is not filed any more and its limit runs on; filed anew, the day of the last filing counts', () => {
  const returned = after(after(opened, fill, captain, '2030-05-02'), back, clerk, '2030-05-05');
  const again = after(returned, { ...fill, task: 'round/fill/2/0' }, captain, '2030-05-08');

  expect(standing(returned)).toMatchObject({ filedOn: null, returned: true });
  expect(returned.clocks).toMatchObject([{ metOn: null, due: '2030-05-06' }]);
  expect(standing(again)).toMatchObject({ filedOn: '2030-05-08', returned: false });
});

const overseen = clubWith(duty(twiceAYear, { gathers: 'round-sheet', confirmedBy: { role: 'office', post: 'clerk' } }));
const confirming = confirmersSteps(overseen.policy, overseen.policy.duties.find(({ id }) => id === 'rounds')!.runs!);
const state = (file: Case, today = '2030-05-30') =>
  stateOf({ ...filingOf(file, steps, confirming), due: on('2030-05-06') }, on(today));

test('where the plan says who confirms it, a return counts as filed only from then on, by the day on which it was filed', () => {
  const filed = after(opened, fill, captain, '2030-05-02');

  expect([...confirming]).toEqual(['round/check']);
  expect(state(filed)).toBe('confirming');
  expect(state(after(filed, check(filed), clerk, '2030-05-20'))).toBe('filed');
});

test('what whoever confirms sends back has not been filed, and is to be confirmed anew', () => {
  const late = after(opened, fill, captain, '2030-05-08');
  const returned = after(late, back, clerk, '2030-05-10');
  const again = after(returned, { ...fill, task: 'round/fill/2/0' }, captain, '2030-05-12');

  expect([state(late), state(returned), state(again)]).toEqual(['confirming', 'returned', 'confirming']);
  expect(state(after(again, check(again, 2), clerk, '2030-05-14'))).toBe('late');
});

test('a seat beside others of which any may decide confirms nothing by itself', () => {
  const seats = [
    { role: 'office', post: 'clerk' },
    { role: 'office', post: 'chief' },
  ];
  expect(confirms({ by: seats, together: 'any' }, seats[0]!)).toBe(false);
  expect(confirms({ by: seats, together: 'all' }, seats[0]!)).toBe(true);
});

test('nothing to report is a return like any other', () => {
  const nil = after(opened, { type: 'FileNil' }, captain, '2030-05-02');

  expect(standing(nil)).toMatchObject({ filedOn: '2030-05-02', nil: true });
});

test('a duty that knows no nil return takes none', () => {
  const strict = clubWith(duty(twiceAYear, { nil: false }));
  const decision = decideCase({ type: 'FileNil', by: captain, on: on('2030-05-02') }, opened, strict);

  expect(decision).toMatchObject({ refused: { obstacle: { code: 'silent', topic: 'nil' } } });
});

test('nobody opens a return but the calendar', () => {
  expect(refusal(noCase, open, captain, '2030-04-06')).toMatchObject({ code: 'not-allowed' });
  expect(refusal(noCase, open, clerk, '2030-04-06')).toMatchObject({ code: 'not-allowed' });
});

test('the unit that owed it opens a correction of its own, and no other unit does', () => {
  const link = { how: 'corrects', dossier: 'first', kind: 'round-return', number: '巡场-2030-0001', title: '' };
  const correction: CaseAsk = { ...open, number: '巡场-2030-0009', links: [link] };

  expect(after(noCase, correction, captain, '2030-06-01')).toMatchObject({ owed, links: [link] });
  expect(refusal(noCase, correction, holderOf('greens/captain'), '2030-06-01')).toMatchObject({ code: 'not-allowed' });
});

test('the calendar reminds of an open return, and of nothing else', () => {
  const urge: CaseAsk = { type: 'Urge', task: 'round/fill/1/0', text: '请按期报送' };

  expect(after(opened, urge, theCalendar, '2030-05-01').tasks).toMatchObject([{ urgedOn: '2030-05-01' }]);
  expect(refusal(after(opened, fill, captain, '2030-05-02'), urge, theCalendar, '2030-05-03')).toMatchObject({
    obstacle: { code: 'nothing-to-do' },
  });
});
