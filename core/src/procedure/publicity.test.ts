import { expect, test } from 'vitest';
import { theCalendar, type Actor } from '../access/index.ts';
import type { CaseAsk } from '../case/index.ts';
import { caseAfter, caseEvents, caseRefusal, offerOf, suggested } from '../testing/case-story.ts';
import { caseTaken, caseTaking, caseWalk, openAt } from '../testing/case-walk.ts';
import { chief, clerk, foreman, holderOf, surveyor, treasurer } from '../testing/index.ts';
import { calendarWith } from '../testing/law.ts';
import { kindsLaw } from '../testing/kinds.ts';
import { addDays, plainDate, type PlainDate } from '../time/index.ts';
import { movedBy } from './clocks.ts';

const { file: shown, on: since } = caseWalk(suggested(), openAt('building/show'));
const floor = (of: typeof shown) => of.dossier.clocks.find(({ floor: runs }) => runs);
const LAST = plainDate('2030-03-18');

const objection = (id: string, on: PlainDate): CaseAsk => ({
  type: 'RaiseObjection',
  id,
  task: 'building/show/1/0',
  from: '某会员（演示）',
  day: on,
  text: '长椅挡路',
});
const settled = (id: string, upheld: boolean): CaseAsk => ({
  type: 'SettleObjection',
  objection: id,
  upheld,
  reason: '已核实',
});

test('what is made public stands its ten working days, the last one whole, before the step can end', () => {
  expect(floor(shown)).toMatchObject({ id: 'shown', start: since, due: LAST, floor: true });
  const take = { type: 'TakeStep', task: 'building/show/1/0' } as const;
  expect(caseRefusal(shown, take, { on: LAST })).toMatchObject({
    obstacle: { code: 'too-early', from: addDays(LAST, 1) },
  });
  expect(offerOf(shown, 'TakeStep', null, { on: LAST })?.obstacle).toMatchObject({ code: 'too-early' });

  const ended = caseTaken(shown, 'building/show', clerk, {}, { on: addDays(LAST, 1) });
  expect(ended.dossier.tasks.map(({ step }) => step)).toEqual(['accept', 'accept']);
});

test('it is no deadline: it never lapses, is never late, and nobody lengthens it or lets it stand still', () => {
  const late = addDays(LAST, 40);
  expect(caseRefusal(shown, { type: 'NoteLapse', clock: 'shown' }, { by: theCalendar, on: late })).toMatchObject({
    obstacle: { code: 'nothing-to-do' },
  });
  const met = caseEvents(caseTaken(shown, 'building/show', clerk, {}, { on: late }), 'ClockMet');
  expect(met.filter(({ clock }) => clock === 'shown')).toMatchObject([{ day: late, late: false }]);
  const longer = { type: 'ExtendTerm', clock: 'shown', units: 1, reason: '再等等' } as const;
  expect(caseRefusal(shown, longer, { by: holderOf('survey/chief'), on: since })).toMatchObject({
    code: 'not-allowed',
  });
  expect(offerOf(shown, 'ExtendTerm', 'shown', { by: holderOf('survey/chief') })).toBeUndefined();
});

test('a notice that takes a working day out of it moves its end, and the step waits for that', () => {
  const calendar = calendarWith('2030-03-12');
  expect(movedBy(shown.dossier.clocks, calendar).map(({ clock }) => clock.id)).toContain('shown');

  const law = { ...kindsLaw, calendar };
  const moved = caseAfter(shown, { type: 'AmendClocks', reason: '新通知' }, { by: theCalendar, on: since, law });
  expect(floor(moved)).toMatchObject({ due: '2030-03-19' });
  const take = { type: 'TakeStep', task: 'building/show/1/0' } as const;
  expect(caseRefusal(moved, take, { on: addDays(LAST, 1), law })).toMatchObject({ obstacle: { code: 'too-early' } });
});

test('an objection keeps the step open until it is settled; one that is dismissed is answered and no more', () => {
  const on = addDays(LAST, 1);
  const raised = caseAfter(shown, objection('o1', since), { on });
  const take = caseTaking(raised, 'building/show', clerk, {}, { on });
  expect(caseRefusal(raised, take, { on })).toMatchObject({ obstacle: { code: 'objections-open', count: 1 } });

  const answered = caseAfter(raised, settled('o1', false), { by: chief, on });
  expect(answered.dossier.objections).toMatchObject([
    { from: '某会员（演示）', raisedOn: since, outcome: { upheld: false } },
  ]);
  expect(caseRefusal(answered, take, { on })).toBeNull();
});

test('one that is upheld leads back; what is done anew is made public anew for all its days', () => {
  const on = addDays(LAST, 1);
  const back = caseAfter(caseAfter(shown, objection('o1', since), { on }), settled('o1', true), { by: chief, on });
  expect(back.dossier.tasks).toMatchObject([
    { step: 'do', round: 2 },
    { step: 'do', round: 2 },
  ]);

  const again = caseWalk(back, openAt('building/show'), { on });
  expect(floor(again.file)).toMatchObject({ start: on, due: '2030-04-02', metOn: null });
  const take = caseTaking(again.file, 'building/show', clerk, {}, { on });
  expect(caseRefusal(again.file, take, { on })).toMatchObject({ obstacle: { code: 'too-early' } });
});

test.each([
  ['nobody objects by a hand that the rules do not name', objection('o1', since), foreman, since, 'wrong-seat'],
  ['nobody settles what nobody raised', settled('o9', true), chief, since, 'nothing-to-do'],
])('%s', (_says, ask, by, on, code) => {
  expect(caseRefusal(shown, ask, { by, on })).toMatchObject({ obstacle: { code } });
});

test('whoever enters an objection does not settle it unless the rules say so', () => {
  const raised = caseAfter(shown, objection('o1', since), { on: since });
  expect(caseRefusal(raised, settled('o1', true), { by: clerk, on: since })).toMatchObject({
    obstacle: { code: 'wrong-seat' },
  });
});

test('nobody settles an objection to what he did himself, nor from the body that has the dossier, whatever seat he has besides', () => {
  const raised = caseAfter(shown, objection('o1', since), { on: since });
  const done = raised.dossier.runs['building']!.acts.find(({ step }) => step === 'do')!;
  const [holder] = raised.dossier.parts['case.answerer']!;
  const hats = { ...chief.postings[0]!, unit: holder!.unit, unitName: holder!.unitName, post: 'captain' };
  const settles = (by: Actor) => caseRefusal(raised, settled('o1', true), { by, on: since });

  expect(settles({ ...chief, id: done.person })).toMatchObject({ obstacle: { code: 'own-draft', step: 'do' } });
  expect(settles({ ...chief, postings: [...chief.postings, hats] })).toMatchObject({ obstacle: { code: 'own-work' } });
  expect(offerOf(raised, 'SettleObjection', 'o1', { by: { ...chief, id: done.person }, on: since })?.obstacle).toEqual({
    code: 'own-draft',
    step: 'do',
  });
  expect(settles(chief)).toBeNull();
});

test('an objection bears a day of the publicity, and comes once', () => {
  const faults = (ask: CaseAsk, of = shown) => caseRefusal(of, ask, { on: since });
  expect(faults(objection('o1', addDays(since, -1)))).toMatchObject({
    faults: [{ field: 'day', code: 'not-earlier' }],
  });
  expect(faults(objection('o1', addDays(since, 1)))).toMatchObject({
    faults: [{ field: 'day', code: 'in-the-future' }],
  });
  const raised = caseAfter(shown, objection('o1', since), { on: since });
  expect(faults(objection('o1', since), raised)).toMatchObject({ faults: [{ field: 'id', code: 'malformed' }] });
});

test('once the publicity is over nobody objects to it any more', () => {
  const on = addDays(LAST, 1);
  const ended = caseTaken(shown, 'building/show', clerk, {}, { on });
  expect(caseRefusal(ended, objection('o1', since), { on })).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
  expect([surveyor, treasurer].every((by) => offerOf(ended, 'RaiseObjection', null, { by, on }) === undefined)).toBe(
    true,
  );
});
