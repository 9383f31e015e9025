import { expect, test } from 'vitest';
import { courts } from '../testing/courts.ts';
import { library } from '../testing/library.ts';
import { explain, explainKind } from './index.ts';

const kind = explainKind(courts, 'court')!;
const wordsOf = (
  list: readonly { readonly id: string; readonly words: { readonly zh: string; readonly en?: string } }[],
) => Object.fromEntries(list.map(({ id, words }) => [id, [words.zh, words.en]]));

test('who opens it, who reads it and who has it stand in sentences, in both languages', () => {
  expect([kind.opens, kind.reads, kind.holder]).toEqual([
    { zh: '由会所·文员立项，来源：来信', en: 'opened by 会所, 文员, from: letter' },
    { zh: '只有会所、管场人可以查看', en: 'read by 会所, Keeper and nobody else' },
    { zh: '由管场人承办；另有帮手', en: 'held by Keeper; with Helper' },
  ]);
});

test('a field says what it holds, who must fill it in and what is kept apart', () => {
  expect(wordsOf(kind.fields)).toEqual({
    where: ['地点，必填', 'a place, required'],
    court: ['单选（红土、草地）', 'one of (红土, 草地)'],
    wet: ['是或否', 'yes or no'],
    verdict: ['文字，最多 200，在“查看”填写', 'text, at most 200, written at "Look"'],
    cost: ['金额（元），不小于 1.5，积水为是时必填', 'an amount in yuan, from 1.5, required where Under water is yes'],
    'seen-by': ['人员姓名，个人信息，单独加密保存', 'a person by name, personal, kept encrypted apart'],
    parts: ['明细表（位置）', 'a table (Spot)'],
  });
  expect(kind.fields.at(-1)?.columns).toMatchObject([{ id: 'spot', words: { en: 'text' } }]);
});

test('each stretch says after what it begins, at which facts, and whether it comes again', () => {
  expect(kind.flow.map(({ run, words, ruling }) => [run, words, ruling])).toEqual([
    ['check', { zh: '立项后开始', en: 'begins after opening' }, null],
    [
      'mending',
      {
        zh: '“查看”的结果为“有损”或“再修”后开始，限于积水为否，可以多次',
        en: 'begins after "Look" ending in "Worn" or "Mend again", where Under water is no, as often as that comes',
      },
      'r1',
    ],
  ]);
  expect(kind.stages.map(({ words }) => words.zh)).toEqual(['立项', '“查看”的结果为“有损”或“再修”', '了结']);
});

test('a step says its outcomes, what it fills in, what the plan leaves open, how it is shown and who may object', () => {
  const [look, tell, mend, show] = kind.flow.flatMap(({ routes }) => routes.flatMap(({ steps }) => steps));

  expect(look?.also.map(({ zh }) => zh)).toEqual(['结果“完好”：程序到此结束，事项了结', '结果“有损”', '填写结论']);
  expect(look?.limits[0]?.words.zh).toBe('球场为红土的，自本环节开始起3个工作日（当日不计）');
  expect(tell?.also.map(({ en }) => en)).toEqual(['the plan does not say who takes it: the case asks']);
  expect(tell).toMatchObject({
    external: false,
    copies: [
      { who: { zh: '管场人' }, addressed: true, when: null },
      { who: { zh: '会所' }, addressed: false, when: { zh: '球场为红土' } },
    ],
  });
  expect(mend?.also.map(({ zh }) => zh)).toEqual(['“照片”由管场人提供，办理单位各一份，每一轮重新提供']);
  expect(show?.also.map(({ zh }) => zh)).toEqual([
    '退回到哪一环节，方案没有规定，退回时提请裁定',
    '有不同意见的，退回',
    '自本环节开始起10个工作日（当日不计）满后方可办结',
    '异议由会所登记，由会所·文员裁定；成立的回到“修”',
  ]);
});

test('acts say who does them, when, and what they reach; those of the plan stand beside the kind’s own', () => {
  expect(wordsOf(kind.acts)).toEqual({
    correct: ['由会所·文员办理', 'by 会所, 文员'],
    again: [
      '由会所·文员办理，限于已了阶段，填写花费，须写明说明，之后为“待修”',
      'by 会所, 文员, while Done, fills in Cost, in words, then "To be mended"',
    ],
    urge: ['由会所·文员办理', 'by 会所, 文员'],
  });
  expect(kind.acts.map(({ title }) => title.zh)).toEqual(['更正', '再修', '催办']);
});

test('what follows for other dossiers, and what is owed, stand with their clauses', () => {
  expect(wordsOf(kind.tells)).toEqual({
    sees: [
      '“查看”的结果为“有损”后，积水为是的，另立“巡场”并关联',
      'after "Look" ending in "Worn", where Under water is yes: a dossier of the kind "Round" is opened and linked',
    ],
    back: ['了结后，所关联的“巡场”转为“已答复”', 'after its end: the dossiers linked to it (Round) become "Answered"'],
  });
  expect(explainKind(courts, 'round')?.duties).toMatchObject([
    {
      clause: '§2',
      words: {
        zh: '由会所承担，每年5月6日、11月6日，截至当日，提前30日开始，可以零报告，由会所·文员确认，到期前5日提醒',
      },
    },
  ]);
  expect(explainKind(courts, 'round')?.opens.zh).toBe('由“巡查”按期立项');
});

test('every ruling and clause that the kind leans on is named, and no other', () => {
  expect(kind.rulings.map(({ id, status }) => [id, status])).toEqual([['r1', 'pending']]);
  expect(kind.clauses.map(({ id }) => id)).toEqual(['§1', '§2']);
  expect(explainKind(courts, 'round')?.rulings).toEqual([]);
});

test('whoever merges is told by what two of the kind look alike', () => {
  const merge = { clause: '§1', by: [{ role: 'hall', post: 'clerk' }] };
  const kinds = courts.policy.kinds!.map((each) =>
    each.id === 'court' ? { ...each, merges: ['where', 'court'], acts: { ...each.acts, merge } } : each,
  );
  const said = explainKind({ ...courts, policy: { ...courts.policy, kinds } }, 'court')!;
  const { title, words } = said.acts.find(({ id }) => id === 'merge')!;

  expect([title.zh, words.zh]).toEqual(['合并重复的一件', expect.stringContaining('按何处、场地提示相近的')]);
});

test('a kind that the pack does not have is none, and an edition from before kinds has its problem', () => {
  expect(explainKind(courts, 'hall')).toBeNull();
  expect(explainKind(library, 'problem')?.flow.map(({ run }) => run)).toEqual([
    'classification',
    'handover',
    'plan',
    'acceptance',
  ]);
});

test('facts of any kind choose the routes of all its procedures, and say what does not begin', () => {
  const [dry, under, unknown] = ['no', 'yes', null].map((wet) => explain(courts, wet === null ? {} : { wet }, 'court'));
  const routes = (explained: typeof dry) => explained?.procedures.map(({ id, route }) => [id, route && route.id]);

  expect(routes(dry)).toEqual([
    ['check', 'check'],
    ['mending', 'mending'],
  ]);
  expect(routes(under)).toEqual([
    ['check', 'check'],
    ['mending', null],
  ]);
  expect(under?.procedures[1]?.route).toBeNull();
  expect(unknown).toMatchObject({ kind: 'court', missing: ['wet'], plan: { id: null }, acceptance: { id: null } });
  expect(dry?.wouldChange).toMatchObject([{ fact: 'wet', value: 'yes', routes: { check: 'check', mending: null } }]);
});

test('an explanation of a kind is plain data', () => {
  expect(JSON.parse(JSON.stringify(kind))).toEqual(kind);
});
