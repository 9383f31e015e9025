import type { CaseRole, Kind, KindAct, Policy, Step } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import { clubWith, duty, twiceAYear } from './duties.ts';
import { kindProcedures } from './kind-procedures.ts';
import { lockerSheet, suggestionSheet } from './kind-sheets.ts';
import { seat, text } from './words.ts';

const act = (clause: string, by: readonly string[], more: Partial<KindAct> = {}): KindAct => ({
  clause,
  by: by.map(seat),
  ...more,
});

const acts: Kind['acts'] = {
  correct: act('§1', ['office/clerk']),
  'assign-parts': act('§4', ['office/chief']),
  'add-evidence': act('§10', ['case.answerer', 'case.builder', 'office']),
  urge: act('§10', ['office/clerk']),
  link: act('§1', ['office/clerk']),
  merge: act('§1', ['office/clerk']),
  'record-copy': act('§9', ['office/clerk']),
  'acknowledge-copy': act('§9', ['archive/clerk']),
  'show-personal': act('§1', ['office/clerk', 'office/chief']),
  'erase-personal': act('§1', ['office/chief']),
};

/** What a member suggests (建议): weighed, then built or refused as the verdict says; told of on the way; taken up again. */
const suggestion: Kind = {
  id: 'suggestion',
  title: text('建议', 'Suggestion'),
  clause: '§4',
  is: 'plain',
  number: '建议-{year}-{serial:3}',
  opens: {
    by: [seat('office/clerk')],
    from: [
      { id: 'letter', label: text('来信') },
      { id: 'desk', label: text('前台') },
    ],
  },
  reads: ['office', 'archive', 'committee', 'treasury', 'keepers', 'survey', 'case.answerer', 'case.builder'].map(seat),
  sheet: suggestionSheet,
  titleOf: '{what:8}',
  facts: ['about', 'urgent', 'verdict'],
  list: { columns: ['number', 'what', 'stage', 'holder', 'due'], filters: ['about'] },
  parts: ['case.answerer', 'case.builder', 'case.checker'],
  holder: 'case.answerer',
  flow: [
    { run: 'weighing', begins: ['opened'], ends: 'weighed', times: 'once' },
    { run: 'building', begins: ['weighed'], when: { fact: 'verdict', oneOf: ['good'] }, times: 'once' },
    {
      run: 'refusing',
      begins: ['weighed'],
      ends: 'answered',
      when: { fact: 'verdict', oneOf: ['bad'] },
      times: 'once',
    },
    { run: 'filing', begins: ['accepted'], times: 'once' },
    { run: 'reporting', begins: ['progress-told'], times: 'many' },
    { run: 'reopening', begins: ['taken-up'], times: 'many' },
  ],
  stages: [
    { id: 'weighing', title: text('研究中'), from: ['opened'] },
    { id: 'doing', title: text('办理中'), from: ['weighed'] },
    { id: 'accepted', title: text('已验收'), from: ['accepted'] },
    { id: 'again', title: text('重新办理'), from: ['taken-up'] },
    { id: 'closed', title: text('已办结'), from: ['closed'] },
    { id: 'given-up', title: text('未采纳'), from: ['given-up'] },
  ],
  acts: {
    ...acts,
    tell: act('§10', ['case.answerer/foreman', 'case.builder/foreman'], {
      title: text('通报进展', 'Tell of progress'),
      stages: ['doing', 'again'],
      reaches: 'progress-told',
      says: true,
      fills: ['share'],
    }),
    'take-up': act('§8', ['office/chief'], {
      title: text('重新提出', 'Take up again'),
      stages: ['closed'],
      reaches: 'taken-up',
    }),
  },
  tells: [
    {
      id: 'store',
      on: 'accepted',
      when: { fact: 'about', oneOf: ['court'] },
      clause: '§9',
      open: 'locker',
      with: { title: 'what', team: 'team', member: 'member' },
      link: 'source',
    },
    { id: 'hear', on: 'closed', clause: '§9', reach: 'heard', linked: 'kept-in' },
  ],
  merges: ['what', 'about'],
};

/** A locker that every office reads: filled on its own or by a suggestion that was built, cleared when that is heard to be closed. */
const locker: Kind = {
  id: 'locker',
  title: text('储物柜', 'Locker'),
  clause: '§9',
  is: 'plain',
  number: '柜-{serial}',
  opens: { by: [seat('office/clerk')], from: [] },
  sheet: lockerSheet,
  titleOf: '{title}',
  facts: [],
  list: { columns: ['number', 'title'], filters: [] },
  parts: [],
  flow: [
    { run: 'storing', begins: ['opened'], ends: 'stored', times: 'once' },
    { run: 'clearing', begins: ['heard'], ends: 'closed', times: 'once' },
  ],
  stages: [
    { id: 'filling', title: text('存放中'), from: ['opened'] },
    { id: 'full', title: text('已存放'), from: ['stored'] },
    { id: 'closed', title: text('已清空'), from: ['closed'] },
  ],
  acts: {
    correct: act('§9', ['office/clerk']),
    urge: act('§10', ['office/clerk']),
    hear: act('§9', ['office/chief'], { reaches: 'heard' }),
  },
  tells: [],
};

const parts: readonly CaseRole[] = [
  { id: 'case.answerer', label: text('承办队'), among: ['team'], many: false, required: true, clause: '§4' },
  { id: 'case.builder', label: text('施工队'), among: ['team'], many: true, required: true, clause: '§4' },
  {
    id: 'case.checker',
    label: text('核查部'),
    among: ['department'],
    many: false,
    required: { when: { fact: 'about', oneOf: ['court'] } },
    clause: '§4',
  },
];

const base = clubWith(duty(twiceAYear, { opensBefore: 30, gathers: 'round-sheet' }));

/** The club's law with its further kinds: suggestions, lockers, returns of a duty and the sheet that gathers them. */
export const kindsLaw: Law = withPolicy(
  (policy) => ({
    ...policy,
    kinds: [...(policy.kinds ?? []), suggestion, locker],
    procedures: [...policy.procedures, ...kindProcedures],
    caseRoles: [...policy.caseRoles, ...parts],
  }),
  base,
);

/** The law with its policy changed as a test needs it. */
export function withPolicy(change: (policy: Policy) => Policy, law: Law = kindsLaw): Law {
  return { ...law, policy: change(law.policy) };
}

/** The law with one kind changed. */
export const kindWhere = (id: string, change: (kind: Kind) => Partial<Kind>): Law =>
  withPolicy((policy) => ({
    ...policy,
    kinds: policy.kinds!.map((kind) => (kind.id === id ? { ...kind, ...change(kind) } : kind)),
  }));

/** The law with the steps at one place changed, `weighing/weigh`. */
export const stepWhere = (place: string, change: (step: Step) => Partial<Step>): Law =>
  withPolicy((policy) => ({
    ...policy,
    procedures: policy.procedures.map((procedure) => ({
      ...procedure,
      routes: procedure.routes.map((route) => ({
        ...route,
        steps: route.steps.map((step) =>
          `${procedure.id}/${step.id}` === place ? { ...step, ...change(step) } : step,
        ),
      })),
    })),
  }));
