import type { RunningDuty } from '../duty/index.ts';
import type { Every, Kind, Procedure } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { club } from './law.ts';
import { seat, step, text } from './words.ts';

type Runs = RunningDuty['runs'];

/** A duty of the club: every team reports on its courts. What a test says of it replaces what stands here. */
export function duty(every: Every, more: Partial<Runs> & { readonly by?: readonly string[] } = {}): RunningDuty {
  const { by = ['team'], ...runs } = more;
  const due =
    every.every === 'yearly'
      ? { on: 'day', inclusive: true, roll: 'forward' }
      : { on: 'after', count: 'natural', days: 5, roll: 'forward' };
  return {
    id: 'rounds',
    title: text('巡场', 'Rounds of the courts'),
    clause: '§2',
    by,
    limits: [],
    runs: {
      every,
      files: 'round-return',
      filer: 'case.filer',
      nil: true,
      covers: 'all',
      due: due as Runs['due'],
      ...runs,
    }, // two of its words
  };
}

/** Twice a year, before the season and after it. */
export const twiceAYear: Every = { every: 'yearly', days: ['--05-06', '--11-06'] };

/** Whenever the office's chief says so. */
export const byOrder: Every = { every: 'order', by: [seat('office/chief')] };

/** What a team files of its round, checked by the office, and the sheet in which the office gathers all of them. */
const kinds: readonly Kind[] = [
  {
    id: 'round-return',
    title: text('巡场记录', 'Round of a court'),
    clause: '§2',
    is: 'plain',
    number: '巡场-{year}-{serial:4}',
    sheet: [
      { id: 'holes', label: text('坑洼处数'), type: 'number', required: true, personal: false },
      { id: 'words', label: text('说明'), type: 'text', longest: 200, required: false, personal: false },
    ],
    titleOf: '{words:24}',
    facts: [],
    list: { columns: ['number', 'holes', 'stage', 'due'], filters: ['stage'] },
    parts: ['case.filer'],
    holder: 'case.filer',
    flow: [{ run: 'round', begins: ['opened'], ends: 'closed', times: 'once' }],
    stages: [
      { id: 'owed', title: text('待报送'), from: ['opened'] },
      { id: 'closed', title: text('已核对'), from: ['closed'] },
    ],
    acts: {
      correct: { clause: '§2', by: [seat('case.filer')] },
      urge: { clause: '§2', by: [seat('office/clerk')] },
      merge: { clause: '§2', by: [seat('office/clerk')] },
    },
    tells: [],
    merges: ['words'],
  },
  {
    id: 'round-sheet',
    title: text('巡场汇总', 'Sheet of the rounds'),
    clause: '§2',
    is: 'gathering',
    number: '汇总-{year}-{serial:2}',
    sheet: [],
    titleOf: '',
    facts: [],
    list: { columns: ['number', 'stage'], filters: [] },
    parts: [],
    flow: [{ run: 'gathering', begins: ['opened'], ends: 'closed', times: 'once' }],
    stages: [{ id: 'gathering', title: text('汇总中'), from: ['opened'] }],
    acts: { freeze: { clause: '§2', by: [seat('office/clerk')] } },
    tells: [],
    gathers: 'rounds',
  },
];

const filing: Procedure[] = [
  {
    id: 'round',
    title: text('巡场报送'),
    clause: '§2',
    routes: [
      {
        id: 'round',
        title: text('填报、核对'),
        clause: '§2',
        steps: [
          step('fill', 'submit', ['case.filer'], '§2', { silent: true, fills: ['holes', 'words'] }),
          step('check', 'review', ['office/clerk'], '§2', {
            silent: true,
            binds: 'sheet',
            returnsTo: ['fill'],
            closes: true,
          }),
        ],
      },
    ],
  },
  {
    id: 'gathering',
    title: text('汇总'),
    clause: '§2',
    routes: [
      {
        id: 'gathering',
        title: text('汇总、公布'),
        clause: '§2',
        steps: [step('publish', 'sign', ['office/chief'], '§2', { silent: true, binds: 'members', closes: true })],
      },
    ],
  },
];

/** The club's law with duties of its own, and the kinds that their returns are of. */
export function clubWith(...duties: readonly RunningDuty[]): Law {
  const { policy } = club;
  const filer = { id: 'case.filer', label: text('填报队'), among: [], many: false, required: true, clause: '§2' };
  return {
    ...club,
    policy: {
      ...policy,
      kinds: [...(policy.kinds ?? []), ...kinds],
      procedures: [...policy.procedures, ...filing],
      caseRoles: [...policy.caseRoles, filer],
      duties,
    },
  };
}
