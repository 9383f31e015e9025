import { compile } from '../compile/pack.ts';
import type { Pack } from '../model.ts';
import { act, club } from './club.ts';

// courts of the club are looked at, mended and shown; a bad one goes on the list: every new word of the language stands here

const check = {
  id: 'check',
  title: { zh: '看场', en: 'Look at the court' },
  clause: '§1',
  routes: [
    {
      id: 'check',
      title: '看场',
      clause: '§1',
      steps: [
        {
          id: 'look',
          do: 'record',
          title: { zh: '查看', en: 'Look' },
          by: 'club.office/clerk',
          limit: { id: 'look-3', working: 3, from: 'opening', when: { court: 'clay' } },
          fills: 'verdict',
          outcomes: [
            { id: 'fine', title: { zh: '完好', en: 'Fine' }, next: 'end', closes: true },
            { id: 'worn', title: { zh: '有损', en: 'Worn' }, reaches: 'worn' },
          ],
        },
        {
          id: 'tell',
          do: 'issue',
          title: { zh: '通知', en: 'Tell' },
          by: 'silent',
          silent: true,
          to: 'case.keeper',
          copies: [{ to: 'club.office', when: { court: 'clay' } }],
        },
      ],
    },
  ],
};

const mending = {
  id: 'mending',
  title: { zh: '修补', en: 'Mending' },
  clause: '§1',
  routes: [
    {
      id: 'mending',
      title: '修补',
      clause: '§1',
      steps: [
        {
          id: 'mend',
          do: 'record',
          title: { zh: '修', en: 'Mend' },
          by: 'case.keeper/clerk',
          silent: true,
          evidence: [{ kind: 'photo', by: 'case.keeper', per: 'unit', anew: true }],
        },
        {
          id: 'show',
          do: 'publicity',
          title: { zh: '公示', en: 'Show' },
          by: ['club.office/clerk', 'case.keeper'],
          together: { lead: 'club.office/clerk' },
          dissent: 'returns',
          silent: true,
          earliest: { id: 'shown', working: 10 },
          objections: { by: 'club.office', 'settled-by': 'club.office/clerk', 'upheld-to': 'mend' },
          'returns-to': 'silent',
        },
        {
          id: 'sign',
          do: 'sign',
          title: { zh: '签字', en: 'Sign' },
          by: 'club.office/clerk',
          silent: true,
          closes: true,
          ruling: 'r1',
        },
      ],
    },
  ],
};

const court = {
  id: 'court',
  title: { zh: '球场', en: 'Court' },
  clause: '§1',
  ruling: 'r1',
  number: '场-{year}-{serial:3}',
  opens: { by: 'club.office/clerk', from: [{ id: 'letter', label: { zh: '来信', en: 'letter' } }] },
  reads: ['club.office', 'case.keeper'],
  sheet: [
    { id: 'where', label: { zh: '何处', en: 'Where' }, type: 'place', required: true },
    { id: 'court', label: { zh: '场地', en: 'Surface' }, type: 'choice', of: 'court' },
    { id: 'wet', label: { zh: '积水', en: 'Under water' }, type: 'yes-no' },
    { id: 'verdict', label: { zh: '结论', en: 'Finding' }, type: 'text', longest: 200, by: 'check/look' },
    {
      id: 'cost',
      label: { zh: '花费', en: 'Cost' },
      type: 'money',
      'at-least': 1.5,
      required: { when: { wet: 'yes' } },
    },
    { id: 'seen-by', label: { zh: '何人看见', en: 'Seen by' }, type: 'named-person', personal: true },
    {
      id: 'parts',
      label: { zh: '损处', en: 'Damage' },
      type: 'rows',
      columns: [{ id: 'spot', label: { zh: '位置', en: 'Spot' }, type: 'text' }],
    },
  ],
  'title-of': '{where:20}',
  facts: ['court', 'wet'],
  parts: ['case.keeper', 'case.helper'],
  holder: 'case.keeper',
  flow: [
    { run: 'check', begins: 'opened' },
    { run: 'mending', begins: ['worn', 'asked-again'], times: 'many', when: { wet: 'no' }, ruling: 'r1' },
  ],
  stages: [
    { id: 'open', title: { zh: '待看', en: 'To be seen' }, from: 'opened' },
    { id: 'worn', title: { zh: '待修', en: 'To be mended' }, from: ['worn', 'asked-again'] },
    { id: 'closed', title: { zh: '已了', en: 'Done' }, from: 'closed' },
  ],
  acts: {
    correct: act,
    again: {
      ...act,
      title: { zh: '再修', en: 'Mend again' },
      stages: 'closed',
      reaches: 'asked-again',
      fills: 'cost',
      says: true,
      ruling: 'r1',
    },
  },
  tells: [
    {
      id: 'sees',
      on: 'worn',
      when: { wet: 'yes' },
      open: 'round',
      with: { where: 'where' },
      link: 'next',
      clause: '§2',
    },
    { id: 'back', on: 'closed', reach: 'answered', linked: 'next', clause: '§2' },
  ],
};

const round = {
  id: 'round',
  title: { zh: '巡场', en: 'Round' },
  clause: '§2',
  number: '巡-{serial}',
  sheet: [{ id: 'where', label: { zh: '何处', en: 'Where' }, type: 'place' }],
  'title-of': '{where}',
  flow: [{ run: 'check', begins: 'opened' }],
  stages: [
    { id: 'open', title: { zh: '进行中', en: 'Going on' }, from: 'opened' },
    { id: 'answered', title: { zh: '已答复', en: 'Answered' }, from: 'answered' },
  ],
};

const rounds = {
  id: 'rounds',
  title: { zh: '巡查', en: 'Rounds' },
  clause: '§2',
  by: 'club.office',
  every: { yearly: ['--05-06', '--11-06'] },
  files: 'round',
  filer: 'case.keeper',
  nil: true,
  'opens-before': 30,
  'confirmed-by': 'club.office/clerk',
  reminds: 5,
  due: { inclusive: true },
};

const keeper = (id: string, zh: string, en: string) => ({
  id,
  label: { zh, en },
  among: 'club.office',
  required: true,
  clause: '§1',
});

/** The tennis club with kinds, as a whole pack. */
export const courts: Pack = compile(
  club([], undefined, {
    'evidence-kinds': [{ id: 'photo', label: { zh: '照片', en: 'Photo' } }],
    'case-roles': [keeper('case.keeper', '管场人', 'Keeper'), keeper('case.helper', '帮手', 'Helper')],
    acts: { urge: act, register: act },
    procedures: [check, mending],
    kinds: [court, round],
    duties: [rounds],
    rulings: [
      {
        id: 'r1',
        title: '谁签字',
        clauses: ['§1'],
        settles: [],
        reason: '规则没有写',
        by: '理事会',
        on: '2024-01-01',
        status: 'pending',
      },
    ],
  }),
).pack!;
