import type { Limit, Outcome, Procedure, Step } from '../policy/index.ts';
import { naturalDays } from '../time/index.ts';
import { limit, seat, step, text } from './words.ts';

const way = (id: string, clause: string, steps: readonly Step[]): Procedure['routes'][number] => ({
  id,
  title: text(id),
  clause,
  steps,
});
const procedure = (id: string, clause: string, ...routes: Procedure['routes']): Procedure => ({
  id,
  title: text(id),
  clause,
  routes,
});
/** Whoever has the step to take moves no limit of it: another house does. */
const pause = { by: seat('survey/chief'), clause: '§10' } as const;
const often = { times: 3, by: seat('survey/chief'), beforeDue: false, clause: '§10' } as const;

const handBy: Limit = limit('hand-by', 'opened', { count: 'hours', hours: 24 }, '§4');
const weighBy: Limit = {
  ...limit('weigh-by', 'opening', 5, '§5'),
  when: { fact: 'about', oneOf: ['court'] },
  extension: often,
  pause,
};

/** One hands it on, one works it out, and three weigh it together: the chair leads, the others' opinions stand beside his. */
const weighing = way('weigh', '§4', [
  step('hand', 'hand-over', ['office/clerk', 'office/chief'], '§4', { reaches: 'handed-on', limits: [handBy] }),
  step('work-out', 'draft', ['case.answerer/foreman'], '§5', {
    silent: true,
    fills: ['share'],
    evidence: [{ kind: 'before-photo', by: 'case.answerer', anew: true }],
  }),
  step('weigh', 'meeting', ['committee/chair', 'office/chief', 'treasury/treasurer'], '§5', {
    together: { lead: seat('committee/chair') },
    coSign: [seat('keepers/head')],
    binds: 'sheet+evidence',
    returnsTo: ['hand', 'work-out'],
    limits: [weighBy],
  }),
]);

const ends: readonly Outcome[] = [
  { id: 'built', title: text('建成', 'Built'), reaches: 'accepted', next: 'end', closes: false },
  { id: 'again', title: text('重做', 'Again'), next: 'do', closes: false },
  {
    id: 'given-up',
    title: text('不做了', 'Given up'),
    reaches: 'given-up',
    next: 'end',
    closes: true,
    clause: '§9',
  },
];

/** Done by those who play a part, shown to the members for ten working days, accepted: done is not yet closed. */
const building = way('build', '§6', [
  step('do', 'self-check', ['case.answerer/foreman', 'case.builder/foreman'], '§6', {
    together: 'all',
    silent: true,
    evidence: [{ kind: 'after-photo', per: 'unit' }],
  }),
  step('show', 'publicity', ['office/clerk'], '§6', {
    earliest: limit('shown', 'opening', 10, '§6'),
    objections: {
      by: [seat('office/clerk')],
      settledBy: [seat('office/chief')],
      upheldTo: 'do',
      clause: '§7',
    },
    limits: [limit('show-by', 'handed-on', naturalDays(60), '§6')],
  }),
  step('accept', 'accept', ['survey/surveyor'], '§8', {
    coSign: [seat('treasury/treasurer')],
    dissent: 'returns',
    outcomes: ends,
    asks: ['where'],
    silent: true,
    binds: 'evidence',
  }),
]);

const filing = way('file', '§9', [
  step('file', 'record', ['office/clerk'], '§9', { silent: true, closes: true, copies: [copyTo('archive')] }),
]);

/** The rules do not say who answers; the press is written to, the league gets it for the record. */
const refusing = way('refuse', '§7', [
  step('answer', 'issue', [], '§7', {
    asks: ['who'],
    silent: true,
    fills: ['answered-on'],
    closes: true,
    copies: [{ ...copyTo('press'), written: true, addressed: true }, copyTo('league')],
  }),
]);

const reporting = way('report', '§10', [
  step('note', 'record', ['office/chief'], '§10', {
    limits: [limit('note-by', 'progress-told', 3, '§10')],
  }),
]);

const reopening = way('reopen', '§8', [
  step('redo', 'self-check', ['case.answerer/foreman'], '§8', {
    limits: [limit('redo-by', 'opening', naturalDays(10), '§8')],
  }),
  step('accept-again', 'accept', ['survey/surveyor'], '§8', { silent: true, returnsTo: ['redo'], closes: true }),
]);

const storing = way('store', '§9', [step('store', 'form', ['office/clerk'], '§9', { silent: true })]);
const clearing = way('clear', '§9', [step('clear', 'record', ['office/clerk'], '§9', { silent: true })]);

function copyTo(to: string): Step['copies'][number] {
  return { id: to, to, clause: '§9', written: false };
}

/** Procedures of the club's further kinds. */
export const kindProcedures: readonly Procedure[] = [
  procedure('weighing', '§4', weighing),
  procedure('building', '§6', building),
  procedure('filing', '§9', filing),
  procedure('refusing', '§7', refusing),
  procedure('reporting', '§10', reporting),
  procedure('reopening', '§8', reopening),
  procedure('storing', '§9', storing),
  procedure('clearing', '§9', clearing),
];
