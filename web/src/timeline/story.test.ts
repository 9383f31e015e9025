import { expect, test } from 'vitest';
import type { Entry, Names } from './entry.ts';
import { clocksNamed, isAct, storyOf, wordsOf } from './story.ts';
import { words } from './words.ts';

const names: Names = {
  unit: (name) => name ?? '',
  text: (text) => text?.zh ?? '',
  fact: (_fact, value) => (value === 'general' ? '一般性问题' : value),
  evidence: () => '整改后照片',
  length: (units, unit) => `${units} ${unit}`,
  listed: (each) => each.filter(Boolean).join('、'),
  fields: (ids) => ids.map((id) => (id === 'name' ? '名称' : id)),
};

const entry = (type: string, detail: Entry['detail'] = {}, more: Partial<Entry> = {}): Entry => ({
  version: 1,
  type,
  on: '2026-11-24',
  claimedOn: null,
  recordedAt: '2026-11-24T02:00:00Z',
  by: { name: '金丁（演示）', unitName: '水长乡', post: 'handler', aside: null },
  clause: '二(一).5',
  title: { zh: '县级审核' },
  unitName: '水长乡',
  document: null,
  recorded: null,
  detail,
  digest: '00',
  ...more,
});

test.each([
  ['StepTaken', { verdict: 'agree', part: 'decide' }, 'StepTaken.agree', { title: '县级审核', outcome: '' }, 'act'],
  ['StepTaken', { verdict: 'agree', part: 'co-sign' }, 'StepTaken.co-sign', { title: '县级审核', outcome: '' }, 'act'],
  ['StepTaken', { verdict: 'object', part: 'decide' }, 'StepTaken.object', { title: '县级审核', outcome: '' }, 'back'],
  [
    'StepTaken',
    { verdict: 'agree', part: 'decide', outcome: { id: 'part', title: { zh: '部分属实' } } },
    'StepTaken.outcome',
    { title: '县级审核', outcome: '部分属实' },
    'act',
  ],
  [
    'StepTaken',
    { verdict: 'object', part: 'co-sign' },
    'StepTaken.dissent',
    { title: '县级审核', outcome: '' },
    'back',
  ],
  ['StepReturned', { reason: '措施不具体' }, 'StepReturned', { title: '县级审核' }, 'back'],
  [
    'SeatsAskedAnew',
    { why: 'dissent', tasks: [{ unitName: '甲局' }] },
    'SeatsAskedAnew.dissent',
    { title: '县级审核', who: '甲局' },
    'back',
  ],
  ['HandOverArbitrated', { outcome: 'redirected' }, 'HandOverArbitrated.redirected', { unit: '水长乡' }, 'act'],
  ['PlanWritten', { plan: { measures: [{}, {}] } }, 'PlanWritten', { count: 2 }, 'act'],
  ['FactsSettled', { facts: { grade: 'general' } }, 'FactsSettled', { facts: '一般性问题' }, 'act'],
  [
    'StepOpened',
    { tasks: [{ unitName: '甲局' }, { unitName: '乙局' }, { unitName: '甲局' }] },
    'StepOpened',
    { who: '甲局、乙局' },
    'note',
  ],
  ['ClockMet', { due: '2026-11-25', late: true }, 'ClockMet.late', { title: '县级审核', due: '2026-11-25' }, 'warning'],
  [
    'TermExtended',
    { was: '2026-11-25', due: '2026-12-02', units: 5, unit: 'working', time: 1, times: 1 },
    'TermExtended',
    { title: '县级审核', was: '2026-11-25', due: '2026-12-02', length: '5 working', time: '1', times: '1' },
    'warning',
  ],
  ['TermPaused', { was: '2026-11-25' }, 'TermPaused', { title: '县级审核', was: '2026-11-25' }, 'warning'],
  ['ProblemClosed', {}, 'ProblemClosed', {}, 'end'],
  [
    'CaseOpened',
    { kindTitle: { zh: '工作专班' }, title: '砂石整治', owed: null },
    'CaseOpened',
    { kind: '工作专班', title: '砂石整治', due: '' },
    'act',
  ],
  [
    'CaseOpened',
    { kindTitle: { zh: '联络员名单' }, title: '', owed: { unit: 'nets', due: '2030-03-01' } },
    'CaseOpened.owed',
    { kind: '联络员名单', title: '', due: '2030-03-01' },
    'act',
  ],
  [
    'CaseOpened',
    {
      kindTitle: { zh: '建议' },
      title: '长椅',
      owed: null,
      imported: { workbook: '建议.xlsx', sheet: '清单', rows: [4], digest: 'ab' },
    },
    'CaseOpened.imported',
    { kind: '建议', title: '长椅', due: '', workbook: '建议.xlsx', sheet: '清单', rows: '4' },
    'act',
  ],
  ['SheetFilled', { values: { name: '新名' }, at: null }, 'SheetFilled.corrected', { fields: '名称' }, 'act'],
  [
    'GatheringFrozen',
    { frozen: { members: [{}, {}], digest: 'ab' } },
    'GatheringFrozen',
    { count: 2, digest: 'ab' },
    'act',
  ],
  [
    'MilestoneReached',
    { milestone: 'standing', stage: { id: 'standing', title: { zh: '运行' } } },
    'MilestoneReached.stage',
    { milestone: 'standing', stage: '运行' },
    'note',
  ],
  [
    'MilestoneReached',
    { milestone: 'heard', stage: { id: 'heard', title: { zh: '已答复' } }, told: null },
    'MilestoneReached.told.stage',
    { milestone: 'heard', stage: '已答复' },
    'act',
  ],
  [
    'ReformFollowed',
    {
      units: [{ from: 'a', fromName: '甲局', to: 'b', toName: '乙局' }],
      tasks: [{ task: 't', from: 'a', fromName: '甲局', to: 'b', toName: '乙局' }],
    },
    'ReformFollowed',
    { moves: '甲局 → 乙局' },
    'warning',
  ],
  [
    'ClockStarted',
    { due: '2026-11-25', dueAt: '2026-11-25T16:40' },
    'ClockStarted',
    { title: '县级审核', due: '2026-11-25 16:40' },
    'note',
  ],
  [
    'ClockMet',
    { due: '2026-12-08', late: false, floor: true },
    'ClockMet.floor',
    { title: '县级审核', due: '2026-12-08' },
    'note',
  ],
  ['QuestionOpened', { question: { text: { zh: '由谁验收' } } }, 'QuestionOpened', { text: '由谁验收' }, 'warning'],
  [
    'QuestionRuled',
    { scope: 'edition', ruledBy: { by: { name: '段甲' }, on: '2030-01-02' } },
    'QuestionRuled.again',
    { title: '县级审核', who: '段甲', day: '2030-01-02' },
    'act',
  ],
  ['ObjectionRaised', { objection: { from: '村民' } }, 'ObjectionRaised', { from: '村民' }, 'back'],
  ['ObjectionSettled', { upheld: false }, 'ObjectionSettled.dismissed', {}, 'act'],
])('%s %o is told as %s', (type, detail, key, fill, tone) => {
  expect(storyOf(entry(type, detail), names)).toEqual({ key, fill, tone });
  expect(words.zh).toHaveProperty([key]);
});

test('a record of a kind this page does not know is shown as a record', () => {
  expect(storyOf(entry('SomethingNew'), names).key).toBe('other');
});

test('the short timeline keeps what people did and leaves out what the program did by itself', () => {
  const shown = ['StepTaken', 'StepReturned', 'EvidenceAdded', 'Urged', 'TermLapsed'].filter((type) =>
    isAct(entry(type)),
  );
  expect(shown).toHaveLength(5);
  expect(['StepOpened', 'ClockStarted', 'CopyFiled'].some((type) => isAct(entry(type)))).toBe(false);
  expect(isAct(entry('ClockMet', { late: false }))).toBe(false);
  expect(isAct(entry('ClockMet', { late: true }))).toBe(true);
});

test('the reason of a return stands with it', () => {
  expect(wordsOf(entry('StepReturned', { reason: '措施不具体', opinion: null }))).toBe('措施不具体');
  expect(wordsOf(entry('ObjectionRaised', { objection: { from: '村民', text: '没有公示满期' } }))).toBe('没有公示满期');
});

test('a term that ran out says which one it was, though only its start bears the title', () => {
  const told = clocksNamed([
    entry('ClockStarted', { clock: 'review', due: '2026-11-20' }, { title: { zh: '报县级审核' } }),
    entry('TermLapsed', { clock: 'review', due: '2026-11-20' }, { title: null }),
    entry('TermLapsed', { clock: 'unknown', due: '2026-11-20' }, { title: null }),
  ]);
  expect(told.map((one) => storyOf(one, names).fill['title'])).toEqual(['报县级审核', '报县级审核', '']);
});
