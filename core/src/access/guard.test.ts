import { expect, test } from 'vitest';
import {
  after,
  at,
  captain,
  chair,
  clerk,
  club,
  evidenceOf,
  foreman,
  head,
  holderOf,
  inStage,
  MONDAY,
  part,
  person,
  plainChoices,
  planFor,
  reaching,
  refusal,
  storyWith,
  surveyor,
  taking,
  taskAt,
  walk,
  type File,
} from '../testing/index.ts';

const given = storyWith(expect);
const heldBy = (holder: string) => ({ choices: { ...plainChoices, holder } });

test('a person of another seat is told whose seat it is', () => {
  const file = reaching('member', at('plan/review'));
  given(file)
    .when({ type: 'TakeStep', task: 'plan/review/1/0' }, surveyor, MONDAY)
    .refuses({
      code: 'not-allowed',
      clause: '§5',
      obstacle: {
        code: 'wrong-seat',
        needs: [{ unit: 'keepers', unitName: '场地部', post: 'head', postTitle: { zh: 'head' } }],
      },
    });
});

test('a post in another unit of the same name opens nothing', () => {
  const file = reaching('member', at('plan/draft'));
  expect(refusal(file, taking(file, foreman, 'plan/draft/1/0'), holderOf('nets/foreman'), MONDAY)).toMatchObject({
    obstacle: { code: 'wrong-seat' },
  });
});

test('a unit does not accept the work of a unit that sits in it', () => {
  const file = reaching('member', at('acceptance/on-site'), heldBy('rollers'));
  const task = taskAt(file, 'acceptance/on-site');

  given(file)
    .when(taking(file, surveyor, task), surveyor, MONDAY)
    .blocks({ code: 'own-work', unitName: '验场组' });
  // the same survey accepts a stranger's work
  const other = reaching('member', at('acceptance/on-site'));
  expect(walk(other, inStage('closed')).problem.stage).toBe('closed');
});

test('a recorded paper does not let a body accept its own work either', () => {
  const file = reaching('league', at('acceptance/league-accept'), heldBy('league-team'));
  const task = taskAt(file, 'acceptance/league-accept');

  given(file)
    .when(taking(file, clerk, task), clerk, MONDAY)
    .blocks({ code: 'own-work', unitName: '网球联盟' });
});

test('redirected to another body, the problem may be accepted by whom it may not have been before', () => {
  const file = reaching('member', at('handover/receive'), heldBy('rollers'));
  const contested = after(
    file,
    { type: 'ContestHandOver', reason: '不归我队', becauseOf: '§4' },
    holderOf('rollers/captain'),
    MONDAY,
  );
  const redirected = after(
    contested,
    { type: 'ArbitrateHandOver', outcome: 'redirect', to: part('nets'), reason: '归你队' },
    chair,
    MONDAY,
  );

  expect(walk(redirected, inStage('closed')).problem.parts['case.holder']).toMatchObject([
    { unit: 'nets', unitName: '球网队' },
  ]);
});

test('redirected into the accepting body, acceptance waits rather than judge itself', () => {
  const file = reaching('member', at('handover/receive'));
  const contested = after(file, { type: 'ContestHandOver', reason: '不归我队', becauseOf: '§4' }, captain, MONDAY);
  const redirected = after(
    contested,
    { type: 'ArbitrateHandOver', outcome: 'redirect', to: part('rollers'), reason: '归你队' },
    chair,
    MONDAY,
  );
  const site = walk(redirected, at('acceptance/on-site'));

  given(site)
    .when(taking(site, surveyor, taskAt(site, 'acceptance/on-site')), surveyor, MONDAY)
    .blocks({ code: 'own-work' });
});

test('whoever checked himself does not accept: the unit that did the self-check is no stranger', () => {
  const law = withSelfCheckBy('survey/chief');
  const file = reaching('member', at('acceptance/on-site'), { law });
  const under = storyWith(expect, law);
  expect(file.problem.stage).toBe('accepting');
  under(file)
    .when(taking(file, surveyor, taskAt(file, 'acceptance/on-site'), {}, { law }), surveyor, MONDAY)
    .blocks({ code: 'own-work' });
});

test('a step that closes is an acceptance, whatever it is called', () => {
  const law = closingBy('case.holder/captain');
  const file = reaching('member', at('acceptance/accept'), { law });
  const under = storyWith(expect, law);
  expect(file.problem.stage).toBe('accepting');
  under(file)
    .when(taking(file, captain, taskAt(file, 'acceptance/accept'), {}, { law }), captain, MONDAY)
    .blocks({ code: 'own-work', unitName: '草坪队' });
});

function changedAcceptance(step: string, change: object) {
  const procedures = club.policy.procedures.map((procedure) =>
    procedure.id !== 'acceptance'
      ? procedure
      : {
          ...procedure,
          routes: procedure.routes.map((route) => ({
            ...route,
            steps: route.steps.map((each) => (each.id === step ? { ...each, ...change } : each)),
          })),
        },
  );
  return { ...club, policy: { ...club.policy, procedures } };
}
const seated = (place: string) => ({ by: [{ role: place.split('/')[0]!, post: place.split('/')[1]! }] });
const withSelfCheckBy = (place: string) => changedAcceptance('self-check', seated(place));
const closingBy = (place: string) => changedAcceptance('accept', { ...seated(place), do: 'sign' });

test('nobody reviews what he drafted, whatever hat he wears', () => {
  const both = person('two-hats', 'greens/foreman', 'keepers/head');
  const planning = reaching('member', (problem) => at('plan/draft')(problem) && problem.plan !== null);
  const drafted = walk(after(planning, taking(planning, both, 'plan/draft/1/0'), both, MONDAY), at('plan/review'));

  given(drafted)
    .when(taking(drafted, both, 'plan/review/1/0'), both, MONDAY)
    .blocks({ code: 'own-draft', step: 'draft' });
  given(drafted)
    .when(taking(drafted, head, 'plan/review/1/0'), head, MONDAY)
    .yields({ type: 'StepTaken' });
});

test('whoever wrote the words has drafted them, also when a colleague hands them in', () => {
  const both = person('two-hats', 'greens/foreman', 'keepers/head');
  const blank = reaching('member', (problem) => at('plan/draft')(problem) && problem.plan === null);
  const written = after(blank, { type: 'WritePlan', plan: planFor(MONDAY) }, both, MONDAY);
  const file = walk(written, at('plan/review'));

  given(file)
    .when(taking(file, both, 'plan/review/1/0'), both, MONDAY)
    .blocks({ code: 'own-draft', step: 'draft' });
});

test('a colleague who saves it again does not make it a stranger’s', () => {
  const both = person('two-hats', 'greens/foreman', 'keepers/head');
  const blank = reaching('member', (problem) => at('plan/draft')(problem) && problem.plan === null);
  const written = after(blank, { type: 'WritePlan', plan: planFor(MONDAY) }, both, MONDAY);
  const anew = after(written, { type: 'WritePlan', plan: planFor(MONDAY, '另写') }, foreman, MONDAY);
  const file = walk(anew, at('plan/review'));

  given(file)
    .when(taking(file, both, 'plan/review/1/0'), both, MONDAY)
    .blocks({ code: 'own-draft', step: 'draft' });
});

test('nobody looks on site at what he checked himself, whatever hat he wears', () => {
  const both = person('two-hats', 'greens/foreman', 'survey/surveyor');
  const file = withEvidence(reaching('member', at('acceptance/self-check')));
  const checked = after(file, taking(file, both, taskAt(file, 'acceptance/self-check', 'greens')), both, MONDAY);
  const site = walk(checked, at('acceptance/on-site'));

  given(site)
    .when(taking(site, both, taskAt(site, 'acceptance/on-site')), both, MONDAY)
    .blocks({ code: 'own-draft', step: 'self-check' });
});

const withEvidence = (file: File) =>
  ['before-photo', 'after-photo', 'on-site-record'].reduce(
    (now, kind, serial) =>
      after(now, { type: 'AddEvidence', evidence: evidenceOf(kind, serial, MONDAY) }, foreman, MONDAY),
    file,
  );

test('nobody accepts a measure he did himself, whatever hat he wears', () => {
  const both = person('two-hats', 'greens/foreman', 'survey/surveyor');
  const file = reaching('member', inStage('rectifying'));
  const done = after(file, { type: 'CompleteMeasure', measure: 'm1', completedOn: MONDAY, text: '完成' }, both, MONDAY);
  const site = walk(done, at('acceptance/on-site'));

  given(site)
    .when(taking(site, both, taskAt(site, 'acceptance/on-site')), both, MONDAY)
    .blocks({ code: 'own-draft', step: 'work' });
});

test('nobody accepts what he himself reported finished, whatever hat he wears', () => {
  const both = person('two-hats', 'greens/captain', 'survey/surveyor');
  const file = walk(reaching('member', inStage('rectifying')), (problem) =>
    problem.measures.every((measure) => measure.completedOn !== null),
  );
  const finished = after(file, { type: 'ReportFinish', text: '全部完成' }, both, MONDAY);
  const site = walk(finished, at('acceptance/on-site'));

  given(site)
    .when(taking(site, both, taskAt(site, 'acceptance/on-site')), both, MONDAY)
    .blocks({ code: 'own-draft', step: 'work' });
});

test('evidence that a step requires is named until it is there', () => {
  const finished = reaching('member', at('acceptance/self-check'));
  const task = taskAt(finished, 'acceptance/self-check', 'greens');
  const add = (file: File, kind: string, serial: number) =>
    after(file, { type: 'AddEvidence', evidence: evidenceOf(kind, serial, MONDAY) }, foreman, MONDAY);
  const bare: File = { ...finished, problem: { ...finished.problem, evidence: [] } };

  given(bare)
    .when({ type: 'TakeStep', task }, foreman, MONDAY)
    .blocks({ code: 'evidence-missing', missing: ['before-photo', 'after-photo'] });
  const one = add(bare, 'before-photo', 1);
  given(one)
    .when({ type: 'TakeStep', task }, foreman, MONDAY)
    .blocks({ code: 'evidence-missing', missing: ['after-photo'] });
  given(add(one, 'after-photo', 2))
    .when({ type: 'TakeStep', task }, foreman, MONDAY)
    .yields({ type: 'StepTaken' });
});
