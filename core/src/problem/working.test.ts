import { expect, test } from 'vitest';
import { theCalendar } from '../access/index.ts';
import { addDays } from '../time/index.ts';
import { offers, type Ask } from './index.ts';
import {
  after,
  at,
  captain,
  chief,
  clerk,
  club,
  everybody,
  evidenceOf,
  foreman,
  holderOf,
  inStage,
  MONDAY,
  noFile,
  paper,
  part,
  planFor,
  reaching,
  refusal,
  registered,
  storyWith,
  taking,
  taskAt,
} from '../testing/index.ts';

const given = storyWith(expect);
const start = registered('member');
const rectifying = reaching('visitor', inStage('rectifying'));
const closed = reaching('member', inStage('closed'));
const { basics } = start.problem;
const register = { type: 'RegisterProblem', number: 'T-1', basics, facts: { origin: 'member' }, sources: [] } as const;

test.each([
  ['without a number', { number: '' }, { field: 'number', code: 'required' }],
  ['without a title', { basics: { ...basics, title: ' ' } }, { field: 'basics.title', code: 'required' }],
  ['without an origin', { facts: {} }, { field: 'facts.origin', code: 'required' }],
  ['from an origin nobody knows', { facts: { origin: 'moon' } }, { field: 'facts.origin', code: 'unknown' }],
  [
    'with a fact nobody knows',
    { facts: { origin: 'member', weather: 'wet' } },
    { field: 'facts.weather', code: 'unknown' },
  ],
  ['in a field nobody knows', { basics: { ...basics, field: 'sand' } }, { field: 'basics.field', code: 'unknown' }],
  [
    'on a list of tomorrow',
    { sources: [{ list: '清单', number: '1', date: addDays(MONDAY, 1) }] },
    { field: 'sources.0.date', code: 'in-the-future' },
  ],
])('a problem %s is not registered', (_what, change, fault) => {
  given(noFile)
    .when({ ...register, ...change }, clerk, MONDAY)
    .faults(fault);
});

test('a description of five thousand signs is taken, one sign more is too long', () => {
  const described = (signs: number) => ({ ...register, basics: { ...basics, description: '长'.repeat(signs) } });

  expect(refusal(noFile, described(5000), clerk, MONDAY)).toBeNull();
  given(noFile).when(described(5001), clerk, MONDAY).faults({ field: 'basics.description', code: 'too-long' });
});

test('a problem is registered once, under the edition in force, by those who keep the list', () => {
  given(noFile)
    .when(register, clerk, MONDAY)
    .yields(
      { type: 'ProblemRegistered', policy: 'tennis/2030-01-01', clause: '§1' },
      { type: 'ProcedureStarted' },
      { type: 'StepOpened' },
      { type: 'ClockStarted' },
    );
  given(noFile).when(register, foreman, MONDAY).blocks({ code: 'wrong-seat' });
  given(start).when(register, clerk, MONDAY).blocks({ code: 'already-registered' });
  given(noFile).when({ type: 'WithdrawProblem', reason: '无' }, clerk, MONDAY).blocks({ code: 'unknown-dossier' });
});

test('facts are corrected while the problem is only registered, never past a step that settles them', () => {
  const correct = (facts: Record<string, string>): Ask => ({
    type: 'CorrectProblem',
    basics: {},
    facts,
    reason: '录错',
  });
  given(start)
    .when(correct({ origin: 'league' }), clerk, MONDAY)
    .yields({ type: 'ProblemCorrected', facts: { origin: 'league' } });
  given(start)
    .when(correct({ grade: 'major' }), clerk, MONDAY)
    .faults({ field: 'facts.grade', code: 'unknown' });
  given(rectifying)
    .when(correct({ origin: 'league' }), clerk, MONDAY)
    .faults({ field: 'facts.origin', code: 'unknown' });
});

test('a correction corrects something, and leaves the problem a title', () => {
  const correct = (changed: object): Ask => ({ type: 'CorrectProblem', basics: changed, facts: {}, reason: '录错' });
  given(start)
    .when(correct({ title: '  ' }), clerk, MONDAY)
    .faults({ field: 'basics.title', code: 'required' });
  given(start).when(correct({}), clerk, MONDAY).faults({ field: 'basics', code: 'required' });
  given(start)
    .when(correct({ title: '网柱歪斜' }), clerk, MONDAY)
    .yields({ type: 'ProblemCorrected', basics: { title: '网柱歪斜' } });
});

test('a measure is completed once, on a day that has come', () => {
  const complete = { type: 'CompleteMeasure', measure: 'm1', completedOn: MONDAY, text: '完成' } as const;
  given(rectifying)
    .when({ ...complete, completedOn: addDays(MONDAY, 1) }, foreman, MONDAY)
    .faults({ field: 'completedOn', code: 'in-the-future' });
  given(rectifying)
    .when({ ...complete, measure: 'm9' }, foreman, MONDAY)
    .faults({ field: 'measure', code: 'unknown' });
  given(after(rectifying, complete, foreman, MONDAY))
    .when(complete, foreman, MONDAY)
    .faults({ field: 'measure', code: 'unknown' });
  given(rectifying).when(complete, holderOf('nets/foreman'), MONDAY).blocks({ code: 'wrong-seat' });
});

test.each([
  ['101 percent', { percent: 101 }, { field: 'percent', code: 'malformed' }],
  ['half a percent', { percent: 0.5 }, { field: 'percent', code: 'malformed' }],
  ['done by another word than completion', { pace: 'done' }, { field: 'pace', code: 'unknown' }],
  ['nothing to say', { text: '' }, { field: 'text', code: 'required' }],
] as const)('progress of %s is not reported', (_what, change, fault) => {
  given(rectifying)
    .when(
      { type: 'ReportProgress', measure: 'm1', percent: 50, pace: 'on-pace', text: '过半', ...change },
      foreman,
      MONDAY,
    )
    .faults(fault);
});

test('finish is not reported while measures are open, and names them', () => {
  given(rectifying)
    .when({ type: 'ReportFinish', text: '全部完成' }, captain, MONDAY)
    .blocks({ code: 'measures-open', measures: ['换红土', '换球网'] });
});

test('a plan without its words is not handed in', () => {
  const file = reaching('visitor', (problem) => at('plan/draft')(problem) && problem.plan === null);
  given(file)
    .when(taking(file, foreman, taskAt(file, 'plan/draft')), foreman, MONDAY)
    .blocks({ code: 'plan-missing', missing: ['target', 'deadline', 'measures'] });
});

test.each([
  ['of a kind the law does not know', { kind: 'poem' }, { field: 'evidence.kind', code: 'unknown' }],
  ['taken tomorrow', { takenOn: addDays(MONDAY, 1) }, { field: 'evidence.takenOn', code: 'in-the-future' }],
  ['for a measure that is not there', { measure: 'm9' }, { field: 'evidence.measure', code: 'unknown' }],
  [
    'for one that is not there beside an empty list',
    { measure: 'm9', measures: [] },
    { field: 'evidence.measure', code: 'unknown' },
  ],
])('evidence %s is not added', (_what, change, fault) => {
  given(rectifying)
    .when({ type: 'AddEvidence', evidence: { ...evidenceOf('after-photo', 1, MONDAY), ...change } }, foreman, MONDAY)
    .faults(fault);
});

test('the same file is not evidence twice', () => {
  const add = { type: 'AddEvidence', evidence: evidenceOf('after-photo', 1, MONDAY) } as const;
  given(after(rectifying, add, foreman, MONDAY))
    .when({ ...add, evidence: { ...add.evidence, id: 'other' } }, foreman, MONDAY)
    .faults({ field: 'evidence.file', code: 'malformed' });
});

test('a closed dossier takes copies and cross-references and nothing else, from anybody', () => {
  const task = 'acceptance/accept/1/0';
  const asks: readonly Ask[] = [
    { type: 'TakeStep', task },
    { type: 'ReturnStep', task, to: 'self-check', reason: '重来', becauseOf: '§8' },
    { type: 'WritePlan', plan: planFor(MONDAY), reason: '改' },
    { type: 'AddEvidence', evidence: evidenceOf('after-photo', 9, MONDAY) },
    { type: 'ReportProgress', measure: 'm1', percent: 1, pace: 'behind', text: '退' },
    { type: 'CompleteMeasure', measure: 'm1', completedOn: MONDAY, text: '又' },
    { type: 'ReportFinish', text: '又' },
    { type: 'AssignParts', parts: { 'case.helper': [part('nets')] }, reason: '换' },
    { type: 'ContestHandOver', reason: '不归', becauseOf: '§4' },
    { type: 'ArbitrateHandOver', outcome: 'redirect', to: part('nets'), reason: '换' },
    { type: 'CorrectProblem', basics: { title: '别的' }, facts: {}, reason: '改' },
    { type: 'WithdrawProblem', reason: '撤' },
    { type: 'Urge', task, text: '快' },
    { type: 'ListInEdition', edition: 'E2', no: 1 },
    { type: 'TakeOffEdition', edition: 'E1', no: 1, reason: '撤' },
    { type: 'ReceiveConsent', edition: 'E1', no: 1, digest: 'x', document: null },
  ];
  for (const ask of asks) {
    for (const by of [...everybody, theCalendar])
      expect(refusal(closed, ask, by, MONDAY), `${by.id} ${ask.type}`).toMatchObject({
        obstacle: { code: 'closed', on: MONDAY },
      });
  }
  const allowed = everybody
    .flatMap((by) => offers(closed.problem, { by, on: MONDAY }, club))
    .filter((offer) => offer.obstacle === null);
  expect(new Set(allowed.map((offer) => offer.type))).toEqual(
    new Set(['RecordCopySent', 'AcknowledgeCopy', 'AddCrossReference']),
  );
});

test('a cross-reference is added once and changes nothing else', () => {
  const refer = { type: 'AddCrossReference', source: { list: '督察反馈', number: '第7项', date: null } } as const;
  const referred = after(closed, refer, clerk, MONDAY);

  expect({ ...referred.problem, sources: [] }).toEqual({ ...closed.problem, sources: [] });
  given(referred).when(refer, clerk, MONDAY).faults({ field: 'source.number', code: 'malformed' });
  const tomorrow = { ...refer.source, number: '第8项', date: addDays(MONDAY, 1) };
  given(closed)
    .when({ ...refer, source: tomorrow }, clerk, MONDAY)
    .faults({ field: 'source.date', code: 'in-the-future' });
});

test('an act said to have happened earlier keeps both days; one said to happen tomorrow is refused', () => {
  const decided = (claimedOn: typeof MONDAY) => ({
    ...taking(start, chief, 'classification/classify/1/0', { document: paper(MONDAY) }),
    claimedOn,
  });
  given(start)
    .when(decided(addDays(MONDAY, -3)), chief, MONDAY)
    .yields({ type: 'StepTaken', on: MONDAY, claimedOn: addDays(MONDAY, -3) });
  given(start)
    .when(decided(addDays(MONDAY, 1)), chief, MONDAY)
    .faults({ field: 'claimedOn', code: 'in-the-future' });
});
