import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { caseAfter, caseEvents, caseRefusal, noCaseFile, offerOf, suggested } from '../testing/case-story.ts';
import { caseWalk, closed, openAt } from '../testing/case-walk.ts';
import { clerk, foreman } from '../testing/index.ts';
import { kindsLaw } from '../testing/kinds.ts';
import { evolveCase, noCase, tellsOf } from './index.ts';

const court = suggested({
  about: 'court',
  where: { words: '一号场' },
  team: 'greens',
  member: { personal: 'p1' },
  urgent: true,
});
const built = caseWalk(court, openAt('filing/file'));

test('reaching a milestone opens a dossier of another kind with what this one has, and never what is personal', () => {
  expect(tellsOf(noCase, built.file.dossier, kindsLaw)).toEqual([
    {
      tell: 'store',
      clause: '§9',
      open: { kind: 'locker', values: { title: '添两张长椅', team: 'greens' }, link: 'source' },
    },
  ]);
});

test('it tells nothing at facts that do not call for it, and nothing twice', () => {
  const bar = caseWalk(suggested(), openAt('filing/file')).file.dossier;
  expect(tellsOf(noCase, bar, kindsLaw)).toEqual([]);
  expect(tellsOf(built.file.dossier, built.file.dossier, kindsLaw)).toEqual([]);
});

const locker = { how: 'kept-in', dossier: 'l1', kind: 'locker', number: '柜-1', title: '一号柜' } as const;

test('dossiers that are linked as the tell says hear of its closing, others do not', () => {
  const linked = caseAfter(built.file, { type: 'Link', link: locker }, { by: clerk, on: built.on });
  const other = caseAfter(
    linked,
    { type: 'Link', link: { ...locker, how: 'see', dossier: 'l2' } },
    { by: clerk, on: built.on },
  );
  const { file } = caseWalk(other, closed, { on: built.on });

  expect(tellsOf(other.dossier, file.dossier, kindsLaw)).toEqual([
    { tell: 'hear', clause: '§9', reach: { milestone: 'heard', dossiers: ['l1'], how: 'kept-in' } },
  ]);
});

const opened = caseAfter(
  noCaseFile,
  { type: 'OpenCase', kind: 'locker', number: '柜-1', values: { title: '添两张长椅' }, links: [], told: true },
  { by: foreman },
);
const from = { how: 'kept-in', dossier: 's1', kind: 'suggestion', number: '建议-2030-001', title: '添两张长椅' };
const heard = { type: 'ReachTold', milestone: 'heard', from } as const;

test('what a tell opens is opened by the act that told, whoever may open one', () => {
  expect(opened.dossier).toMatchObject({ kind: 'locker', stage: 'filling' });
  const own = { type: 'OpenCase', kind: 'locker', number: '柜-2', values: { title: '柜' } } as const;
  expect(caseRefusal(noCaseFile, own, { by: foreman })).toMatchObject({ obstacle: { code: 'wrong-seat' } });
});

test('what is told reaches its milestone here, says from where, and sets going what waits for it', () => {
  const { file, on } = caseWalk(opened, ({ stage }) => stage === 'full');
  const told = caseAfter(file, heard, { by: theCalendar, on });

  expect(caseEvents(told, 'MilestoneReached').at(-1)).toMatchObject({ milestone: 'heard', told: from });
  expect(told.dossier.links).toEqual([from]);
  expect(told.dossier.milestones['heard']).toMatchObject({ day: on });
  expect(told.dossier.tasks).toMatchObject([{ run: 'clearing', step: 'clear' }]);
});

test('a dossier that was told when that was an event of its own reads as it did', () => {
  const { file, on } = caseWalk(opened, ({ stage }) => stage === 'full');
  const signed = { by: file.log[0]!.by, on, clause: '§9' };
  const before = [
    ...file.log,
    { type: 'CaseLinked', link: from, ...signed },
    { type: 'MilestoneReached', milestone: 'heard', day: on, document: null, stage: null, ...signed },
  ] as const;

  const old = before.reduce(evolveCase, noCase);
  expect(old).toMatchObject({ links: [from], milestones: { heard: { day: on } } });
  expect(caseAfter({ dossier: old, log: before }, heard, { by: theCalendar, on }).dossier.links).toEqual([from]);
});

test('what only the program comes to is told to nobody', () => {
  const told = { ...heard, milestone: 'ended/storing' };
  expect(caseRefusal(opened, told, { by: theCalendar })).toMatchObject({ faults: [{ field: 'milestone' }] });
});

test('no person tells: only a dossier does, by the calendar’s hand', () => {
  expect(caseRefusal(opened, heard, { by: clerk })).toMatchObject({ obstacle: { code: 'nothing-to-do' } });
  expect(offerOf(opened, 'ReachTold')).toBeUndefined();
});

test('told again it begins nothing anew where it happens once', () => {
  const { file, on } = caseWalk(opened, ({ stage }) => stage === 'full');
  const twice = caseAfter(caseAfter(file, heard, { by: theCalendar, on }), heard, { by: theCalendar, on });
  expect(Object.keys(twice.dossier.runs)).toEqual(['storing', 'clearing']);
});

test('at a fact that nobody knows yet it tells nothing', () => {
  const { about: _unknown, ...facts } = built.file.dossier.facts;

  expect(tellsOf(noCase, { ...built.file.dossier, facts }, kindsLaw)).toEqual([]);
});
