import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { beginnings } from '../testing/case-histories.ts';
import { caseAfter, caseEvents, caseRefusal, noCaseFile, offerOf, suggested } from '../testing/case-story.ts';
import { caseTaken, caseWalk, closed, openAt } from '../testing/case-walk.ts';
import { chief, clerk, foreman, surveyor } from '../testing/index.ts';
import { kindsLaw, kindWhere } from '../testing/kinds.ts';
import { addDays } from '../time/index.ts';
import { numberFor, passToOpen, seriesOf } from './index.ts';

const opened = suggested();
const suggestion = kindsLaw.policy.kinds!.find(({ id }) => id === 'suggestion')!;

test('a suggestion is opened by whom its kind names, by one of its channels, under a number of its series', () => {
  const day = opened.dossier.openedOn!;
  expect(opened.dossier).toMatchObject({ kind: 'suggestion', stage: 'weighing', from: 'desk', title: '添两张长椅' });
  expect([seriesOf(suggestion, day), numberFor(suggestion, day, 7)]).toEqual(['suggestion/2030', '建议-2030-007']);
  expect(passToOpen(suggestion, clerk, kindsLaw, day)).toHaveProperty('posting');
});

const open = { type: 'OpenCase', kind: 'suggestion', number: '建议-1', values: { what: '椅' }, from: 'desk' } as const;
test.each([
  ['by a hand that its kind does not name', open, chief, { obstacle: { code: 'wrong-seat' } }],
  ['of a kind that there is not', { ...open, kind: 'riddle' }, clerk, { obstacle: { code: 'unknown-dossier' } }],
  [
    'by no person where only a duty opens it',
    { ...open, kind: 'round-return' },
    clerk,
    { obstacle: { code: 'silent' } },
  ],
  [
    'by a channel that there is not',
    { ...open, from: 'dream' },
    clerk,
    { faults: [{ field: 'from', code: 'unknown' }] },
  ],
  ['without a number', { ...open, number: '' }, clerk, { faults: [{ field: 'number', code: 'required' }] }],
] as const)('nothing is opened %s', (_says, ask, by, refused) => {
  expect(caseRefusal(noCaseFile, ask, { by })).toMatchObject(refused);
});

test('what is opened is not opened again', () => {
  expect(caseRefusal(opened, open)).toMatchObject({ obstacle: { code: 'already-registered' } });
});

const withdraw = { type: 'Withdraw', reason: '重复' } as const;

test('what was entered by mistake is withdrawn by who entered it, while nobody has worked on it; it stays on record', () => {
  const gone = caseAfter(opened, withdraw);
  expect(gone.dossier).toMatchObject({ stage: 'withdrawn', tasks: [], clocks: [], number: '建议-2030-001' });
  expect(caseRefusal(gone, { type: 'FillSheet', values: { what: 'x' }, reason: 'y' })).toMatchObject({
    obstacle: { code: 'wrong-stage' },
  });
});

test('it is withdrawn by nobody else, and by nobody once a step was taken', () => {
  expect(caseRefusal(opened, withdraw, { by: chief })).toMatchObject({ obstacle: { code: 'wrong-seat' } });
  const handed = caseTaken(opened, 'weighing/hand', clerk);
  expect(caseRefusal(handed, withdraw)).toMatchObject({ obstacle: { code: 'wrong-stage' } });
});

test('what is frozen is not withdrawn, frozen again or decided on before', () => {
  const law = kindWhere('round-sheet', ({ acts }) => ({
    acts: { ...acts, withdraw: { clause: '§2', by: acts['freeze']!.by } },
  }));
  const gathering = beginnings['gathering']!();
  expect(offerOf(gathering, 'TakeStep', null, { by: chief })?.obstacle).toEqual({ code: 'members-open' });

  const frozen = caseAfter(gathering, { type: 'FreezeGathering', members: [] }, { law });
  expect(caseRefusal(frozen, { type: 'FreezeGathering', members: [] }, { law })).toMatchObject({
    obstacle: { code: 'frozen' },
  });
  expect(caseRefusal(frozen, withdraw, { law })).toMatchObject({ obstacle: { code: 'frozen' } });
  expect(offerOf(frozen, 'TakeStep', null, { by: chief })?.obstacle).toBeNull();
});

const { file: doing, on } = caseWalk(opened, openAt('building/do'));
const tell = { type: 'DoAct', act: 'tell', text: '过半', values: { share: 50 } } as const;

test('an act of the pack’s own brings its words and its fields, and reaches its milestone', () => {
  const told = caseAfter(doing, tell, { by: foreman, on });
  expect(caseEvents(told, 'ActDone')).toMatchObject([{ act: 'tell', text: '过半', title: { zh: '通报进展' } }]);
  expect(caseEvents(told, 'SheetFilled').at(-1)).toMatchObject({ at: 'tell', values: { share: 50 } });
  expect(told.dossier.milestones['progress-told']).toMatchObject({ day: on });
});

test.each([
  ['without its words', { ...tell, text: '' }, foreman, { faults: [{ field: 'text', code: 'required' }] }],
  [
    'with what it does not fill',
    { ...tell, values: { share: 5, cost: 1 } },
    foreman,
    { faults: [{ code: 'unknown' }] },
  ],
  ['by a hand that it is not given to', tell, surveyor, { obstacle: { code: 'wrong-seat' } }],
  ['that the kind does not have', { ...tell, act: 'sing' }, foreman, { obstacle: { code: 'nothing-to-do' } }],
  ['that has its own verb', { ...tell, act: 'correct' }, clerk, { obstacle: { code: 'nothing-to-do' } }],
] as const)('no act is done %s', (_says, ask, by, refused) => {
  expect(caseRefusal(doing, ask, { by, on })).toMatchObject(refused);
});

test('an act that reaches what was reached, and sets nothing going again, is not done twice', () => {
  const { file } = caseWalk(beginnings['locker']!(), ({ stage }) => stage === 'full');
  const hear = { type: 'DoAct', act: 'hear' } as const;
  const heard = caseAfter(file, hear, { by: chief });
  expect(caseRefusal(heard, hear, { by: chief })).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
});

test('a closing bears the day of its paper, and the record the day of its entry', () => {
  const { file, on: today } = caseWalk(suggested(), openAt('filing/file'));
  const later = addDays(today, 3);
  const document = { number: '会〔2030〕3号', date: today, scan: 's1' };
  const { dossier } = caseTaken(file, 'filing/file', clerk, { document }, { on: later });
  expect(dossier.closedOn).toBe(today);
  expect(dossier.milestones['closed']).toMatchObject({ day: today, on: later, document });
});

test('a day that was only claimed moves nothing', () => {
  const { file, on: today } = caseWalk(suggested(), openAt('filing/file'));
  const take = { type: 'TakeStep', task: 'filing/file/1/0' } as const;
  const { dossier, log } = caseAfter(file, take, { by: clerk, on: today, claimedOn: addDays(today, -1) });
  expect(dossier.closedOn).toBe(today);
  expect(log.at(-1)).toMatchObject({ claimedOn: addDays(today, -1), day: today });
});

test('what is closed stays closed: nothing in it is filled, proved or urged any more', () => {
  const { file, on: end } = caseWalk(suggested(), closed);
  const fill = { type: 'FillSheet', values: { cost: 1 }, reason: 'x' } as const;
  expect(caseRefusal(file, fill, { on: end })).toMatchObject({ obstacle: { code: 'closed' } });
  expect(caseRefusal(file, { type: 'NoteLapse', clock: 'show-by' }, { by: theCalendar, on: end })).not.toBeNull();
});
