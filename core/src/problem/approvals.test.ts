import { expect, test } from 'vitest';
import { staleApprovals, type PlanContent, type Problem } from './index.ts';
import {
  after,
  at,
  captain,
  chair,
  club,
  eventsOf,
  evidenceOf,
  foreman,
  head,
  inStage,
  MONDAY,
  planFor,
  reaching,
  storyWith,
  surveyor,
  taking,
  taskAt,
  walk,
  type File,
} from '../testing/index.ts';
import { addDays, plainDate } from '../time/index.ts';

const given = storyWith(expect);
const stale = (file: File) => staleApprovals(file.problem, club).map((approval) => approval.task);
const present = ({ plan, measures }: Problem): PlanContent => ({
  ...plan!,
  measures: measures.map(({ id, text, deadline, unit, person }) => ({ id, text, deadline, unit, person })),
});

test('whoever decides decides on what he saw: other words in between, and he must look again', () => {
  const shown = reaching('visitor', at('plan/review'));
  const returned = after(
    shown,
    { type: 'ReturnStep', task: taskAt(shown, 'plan/review'), to: 'draft', reason: '重写', becauseOf: '§7' },
    head,
    MONDAY,
  );
  const rewritten = walk(
    after(returned, { type: 'WritePlan', plan: planFor(MONDAY, '另写') }, foreman, MONDAY),
    at('plan/review'),
  );
  const old = taking(shown, head, taskAt(shown, 'plan/review'), { task: 'plan/review/2/0' });

  given(rewritten).when(old, head, MONDAY).refuses({ code: 'content-changed', clause: '§7' });
  given(rewritten)
    .when(taking(shown, head, taskAt(shown, 'plan/review'), { task: 'plan/review/2/0', seen: undefined }), head, MONDAY)
    .refuses({ code: 'content-changed', shown: '' });
  given(rewritten)
    .when(taking(rewritten, head, 'plan/review/2/0'), head, MONDAY)
    .yields(
      { type: 'StepTaken' },
      { type: 'ProcedureFinished' },
      { type: 'PlanTookEffect' },
      { type: 'ClockStarted' },
      { type: 'ClockStarted' },
    );
});

test('an acceptance binds to the evidence that was shown', () => {
  const bare = reaching('member', at('acceptance/on-site'));
  const file = after(bare, { type: 'AddEvidence', evidence: evidenceOf('on-site-record', 8, MONDAY) }, foreman, MONDAY);
  const ask = taking(file, surveyor, taskAt(file, 'acceptance/on-site'));
  const more = after(file, { type: 'AddEvidence', evidence: evidenceOf('after-photo', 9, MONDAY) }, foreman, MONDAY);

  given(file)
    .when(ask, surveyor, MONDAY)
    .yields({ type: 'StepTaken', bound: { what: 'results' } }, { type: 'ClockMet' }, { type: 'StepOpened' });
  given(more).when(ask, surveyor, MONDAY).refuses({ code: 'content-changed' });
});

test('nothing is stale on the straight road', () => {
  expect(stale(reaching('member', inStage('rectifying')))).toEqual([]);
  expect(stale(reaching('member', inStage('closed')))).toEqual([]);
});

test('an amendment after approval lists the approvals it voids, and they are found stale', () => {
  const file = reaching('visitor', inStage('rectifying'));
  const amended = after(
    file,
    { type: 'WritePlan', plan: { ...present(file.problem), target: '写清楚些' }, reason: '措辞' },
    foreman,
    MONDAY,
  );

  expect(eventsOf(amended, 'PlanWritten').at(-1)).toMatchObject({
    voids: [{ task: 'plan/review/1/0', person: 'keepers.head', on: MONDAY }],
    reason: '措辞',
  });
  expect(stale(amended)).toEqual(['plan/review/1/0']);

  const twice = after(
    amended,
    { type: 'WritePlan', plan: { ...present(file.problem), target: '再写清楚些' }, reason: '措辞' },
    foreman,
    MONDAY,
  );
  expect(eventsOf(twice, 'PlanWritten').at(-1)).toMatchObject({ voids: [] });
});

test('an approval of a round that was returned is history, not a stale approval', () => {
  const file = reaching('member', at('plan/vote'));
  const returned = after(
    file,
    { type: 'ReturnStep', task: taskAt(file, 'plan/vote', 'committee'), to: 'draft', reason: '重写', becauseOf: '§5' },
    chair,
    MONDAY,
  );
  const rewritten = after(returned, { type: 'WritePlan', plan: planFor(MONDAY, '另写') }, foreman, MONDAY);
  expect(stale(rewritten)).toEqual([]);

  const again = walk(rewritten, at('plan/vote'));
  expect(stale(again)).toEqual([]);
  expect(again.problem.runs['plan']!.acts.filter((act) => act.bound).map((act) => act.task)).toContain(
    'plan/review/1/0',
  );
});

test('a return to the middle leaves earlier approvals standing', () => {
  const file = reaching('member', at('plan/review'));
  const back = after(
    file,
    { type: 'ReturnStep', task: taskAt(file, 'plan/review', 'keepers'), to: 'submit', reason: '补签', becauseOf: '§5' },
    head,
    MONDAY,
  );
  const standing = back.problem.runs['plan']!.acts.filter((act) => act.standing).map((act) => act.task);
  expect(standing).toEqual(['plan/draft/1/0']);
});

const inForce = reaching('visitor', inStage('rectifying'));
const kept = present(inForce.problem);
const later = { date: plainDate('2030-12-31'), longTerm: false, raw: '年底' };

test.each([
  [
    'its date moved',
    { ...kept, deadline: later },
    { field: 'plan.deadline', code: 'fixed', bound: kept.deadline.date! },
  ],
  [
    'its date made a habit',
    { ...kept, deadline: { ...kept.deadline, longTerm: true } },
    { field: 'plan.deadline', code: 'fixed', bound: kept.deadline.date! },
  ],
  [
    'a measure’s date moved',
    {
      ...kept,
      measures: [{ ...kept.measures[0]!, deadline: { ...later, date: addDays(MONDAY, 40) } }, kept.measures[1]!],
    },
    { field: 'plan.measures.0.deadline', code: 'fixed', bound: kept.measures[0]!.deadline!.date! },
  ],
  [
    'a measure’s date taken away',
    { ...kept, measures: [{ ...kept.measures[0]!, deadline: null }, kept.measures[1]!] },
    { field: 'plan.measures.0.deadline', code: 'fixed', bound: kept.measures[0]!.deadline!.date! },
  ],
  [
    'a measure left out',
    { ...kept, measures: kept.measures.slice(0, 1) },
    { field: 'plan.measures', code: 'left-out', bound: kept.measures[1]!.text },
  ],
])('a plan in force is not amended with %s', (_what, plan, fault) => {
  given(inForce).when({ type: 'WritePlan', plan, reason: '拖一拖' }, foreman, MONDAY).faults(fault);
});

test('an amendment needs its reason, and a measure it adds runs its own clock', () => {
  const measure = {
    id: 'm3',
    text: '补种草',
    deadline: { date: addDays(MONDAY, 20), longTerm: false, raw: '二十天' },
    unit: null,
    person: '',
  };
  const plan = { ...kept, measures: [...kept.measures, measure] };

  given(inForce).when({ type: 'WritePlan', plan }, foreman, MONDAY).faults({ field: 'reason', code: 'required' });
  given(inForce)
    .when({ type: 'WritePlan', plan, reason: '加一条' }, foreman, addDays(MONDAY, 2))
    .yields({ type: 'PlanWritten' }, { type: 'ClockStarted', clock: 'measure:m3', measure: 'm3', due: '2030-03-24' });
});

test('a plan is written by whoever has it to write, not before and not by others', () => {
  const waiting = reaching('member', at('handover/claim'));
  given(waiting)
    .when({ type: 'WritePlan', plan: planFor(MONDAY) }, foreman, MONDAY)
    .blocks({ code: 'wrong-stage' });

  const drafting = reaching('member', at('plan/draft'));
  given(drafting)
    .when({ type: 'WritePlan', plan: planFor(MONDAY) }, captain, MONDAY)
    .blocks({ code: 'wrong-seat' });
  given(reaching('member', at('plan/submit')))
    .when({ type: 'WritePlan', plan: planFor(MONDAY) }, foreman, MONDAY)
    .blocks({ code: 'out-of-turn' });
});

test('a measure may not end after the plan that it belongs to', () => {
  const drafting = reaching('member', at('plan/draft'));
  const plan = planFor(MONDAY);
  const late = { ...plan, measures: [{ ...plan.measures[0]!, deadline: later }] };
  given(drafting)
    .when({ type: 'WritePlan', plan: late }, foreman, MONDAY)
    .faults({ field: 'plan.measures.0.deadline', code: 'after-plan', bound: plan.deadline.date! });
});
