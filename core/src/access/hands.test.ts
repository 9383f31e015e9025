import { expect, test } from 'vitest';
import {
  after,
  at,
  club,
  evidenceOf,
  holderOf,
  inStage,
  MONDAY,
  person,
  plainChoices,
  planFor,
  reaching,
  refusal,
  storyWith,
  taking,
  taskAt,
  walk,
  type File,
} from '../testing/index.ts';
import type { Route, Step } from '../policy/index.ts';
import type { Actor } from './index.ts';

const given = storyWith(expect);
const submitted = (by: Actor): File => {
  const file = reaching('member', at('plan/submit'));
  return walk(after(file, taking(file, by, 'plan/submit/1/0'), by, MONDAY), at('plan/review'));
};
const finishing = () => reaching('member', inStage('rectifying'));
const onSite = (file: File) => walk(file, at('acceptance/on-site'));
const looking = (site: File, by: Actor) =>
  refusal(site, taking(site, by, taskAt(site, 'acceptance/on-site')), by, MONDAY);
const own = { obstacle: { code: 'own-draft', step: 'work' } };
const asSurveyor = (id: string) => person(id, 'survey/surveyor');

test('nobody reviews the plan that he handed in, whatever hat he wears', () => {
  const both = person('two-hats', 'greens/captain', 'keepers/head');
  const file = submitted(both);
  given(file)
    .when(taking(file, both, 'plan/review/1/0'), both, MONDAY)
    .blocks({ code: 'own-draft', step: 'submit' });
  given(file)
    .when({ type: 'ReturnStep', task: 'plan/review/1/0', to: 'draft', reason: '重拟', becauseOf: '§5' }, both, MONDAY)
    .blocks({ code: 'own-draft', step: 'submit' });
});

test('nor does he after he left that post for the reviewing one', () => {
  const file = submitted(person('mover', 'greens/captain'));
  const moved = person('mover', 'keepers/head');
  given(file)
    .when(taking(file, moved, 'plan/review/1/0'), moved, MONDAY)
    .blocks({ code: 'own-draft', step: 'submit' });
});

test('whoever handed the plan in does not accept what was done by it', () => {
  const file = walk(submitted(person('mover', 'greens/captain')), at('acceptance/on-site'));
  const moved = asSurveyor('mover');
  given(file)
    .when(taking(file, moved, taskAt(file, 'acceptance/on-site')), moved, MONDAY)
    .blocks({ code: 'own-draft', step: 'submit' });
});

test('whoever reviewed the plan and passed it on reviews it again when it comes back', () => {
  const law = changed('plan', 'hearing', { do: 'submit' });
  const head = holderOf('keepers/head');
  const chief = holderOf('office/chief');
  const passedOn = reaching('member', at('plan/hearing'), { law });
  const sent = after(
    passedOn,
    taking(passedOn, head, taskAt(passedOn, 'plan/hearing', 'keepers'), {}, { law }),
    head,
    MONDAY,
    law,
  );
  const back = after(
    sent,
    { type: 'ReturnStep', task: taskAt(sent, 'plan/hearing', 'office'), to: 'submit', reason: '重报', becauseOf: '§5' },
    chief,
    MONDAY,
    law,
  );
  const again = walk(back, at('plan/review'), { law });
  storyWith(
    expect,
    law,
  )(again)
    .when(taking(again, head, taskAt(again, 'plan/review', 'keepers'), {}, { law }), head, MONDAY)
    .yields({ type: 'StepTaken' });
});

test('whoever entered what a unit outside drafted and handed in has no hand in it', () => {
  const law = changed('plan', 'superior-plan', { do: 'submit' });
  const both = person('two-hats', 'office/clerk', 'office/chief');
  const reviewed = changed('plan', 'issue', { do: 'review' }, law);
  const file = reaching('league', at('plan/superior-plan'), { law: reviewed });
  const entered = after(
    file,
    taking(file, both, 'plan/superior-plan/1/0', {}, { law: reviewed }),
    both,
    MONDAY,
    reviewed,
  );
  const waiting = walk(entered, at('plan/issue'), { law: reviewed });
  const ask = taking(waiting, both, taskAt(waiting, 'plan/issue'), {}, { law: reviewed });
  expect(refusal(waiting, ask, both, MONDAY, reviewed)).toBeNull();
});

test('nobody accepts the work on which he reported progress', () => {
  const mover = person('mover', 'greens/foreman');
  const ask = { type: 'ReportProgress', measure: 'm1', percent: 50, pace: 'on-pace', text: '过半' } as const;
  expect(looking(onSite(after(finishing(), ask, mover, MONDAY)), asSurveyor('mover'))).toMatchObject(own);
});

test('nobody accepts the work whose proof he brought for the unit that did it', () => {
  const mover = person('mover', 'greens/foreman');
  const ask = { type: 'AddEvidence', evidence: evidenceOf('after-photo', 41, MONDAY) } as const;
  expect(looking(after(onSite(finishing()), ask, mover, MONDAY), asSurveyor('mover'))).toMatchObject(own);
});

test('an inspector who files his own record, and a clerk who files for others, have no hand in the work', () => {
  const ask = { type: 'AddEvidence', evidence: evidenceOf('on-site-record', 41, MONDAY) } as const;
  for (const place of ['survey/surveyor', 'office/clerk'])
    expect(looking(after(onSite(finishing()), ask, person('filer', place), MONDAY), asSurveyor('filer'))).toBeNull();
});

test('nor does a person of the unit that did the work, from another post he holds, though he touched nothing', () => {
  const both = person('two-hats', 'nets/captain', 'survey/surveyor');
  const helper = holderOf('nets/captain');
  const helping = reaching('visitor', inStage('rectifying'), { choices: { ...plainChoices, helpers: ['nets'] } });
  const ask = { type: 'CompleteMeasure', measure: 'm1', completedOn: MONDAY, text: '完成' } as const;

  expect(looking(onSite(helping), both)).toMatchObject({ obstacle: { code: 'evidence-missing' } });
  expect(looking(onSite(after(helping, ask, helper, MONDAY)), both)).toMatchObject({
    obstacle: { code: 'own-work', unitName: '球网队' },
  });
  expect(looking(onSite(finishing()), person('two-hats', 'survey/surveyor', 'greens/captain'))).toMatchObject({
    obstacle: { code: 'own-work', unitName: '草坪队' },
  });
});

test('a hand is said once, and what is entered again by it says nothing new', () => {
  const captain = person('captain', 'greens/captain');
  const ask = (percent: number) =>
    ({ type: 'ReportProgress', measure: 'm1', percent, pace: 'on-pace', text: '进展' }) as const;
  const once = after(finishing(), ask(10), captain, MONDAY);
  const twice = after(once, ask(20), captain, MONDAY);
  expect(once.log.at(-1)).toMatchObject({ type: 'ProgressReported', hand: 'work' });
  expect(twice.log.at(-1)).not.toHaveProperty('hand');
  expect(twice.problem.hands).toEqual(once.problem.hands);
});

test('a step of the acceptance is not the plan’s step of the same name', () => {
  const law = changed('acceptance', 'on-site', { id: 'draft' });
  const writer = person('mover', 'greens/foreman');
  const blank = reaching('member', (problem) => at('plan/draft')(problem) && problem.plan === null, { law });
  const written = after(blank, { type: 'WritePlan', plan: planFor(MONDAY) }, writer, MONDAY, law);
  const site = walk(written, at('acceptance/draft'), { law });
  const moved = asSurveyor('mover');
  const ask = taking(site, moved, taskAt(site, 'acceptance/draft'), {}, { law });
  expect(refusal(site, ask, moved, MONDAY, law)).toMatchObject({ obstacle: { code: 'own-draft', step: 'draft' } });
});

function changed(procedure: string, step: string, change: Partial<Step>, law = club) {
  const inRoute = (route: Route): Route => ({
    ...route,
    steps: route.steps.map((each) => ({
      ...(each.id === step ? { ...each, ...change } : each),
      returnsTo: each.returnsTo.map((id) => (id === step ? (change.id ?? id) : id)),
    })),
  });
  const procedures = law.policy.procedures.map((each) =>
    each.id === procedure ? { ...each, routes: each.routes.map(inRoute) } : each,
  );
  return { ...law, policy: { ...law.policy, procedures } };
}

test('nobody settles the dispute over a hand-over that he raised himself', () => {
  const both = person('two-hats', 'greens/captain', 'committee/chair');
  const contest = { type: 'ContestHandOver', reason: '不归我队', becauseOf: '§4' } as const;
  const uphold = { type: 'ArbitrateHandOver', outcome: 'uphold', reason: '归你队' } as const;
  const contested = after(reaching('member', at('handover/receive')), contest, both, MONDAY);

  given(contested).when(uphold, both, MONDAY).blocks({ code: 'own-draft', step: 'contest' });
  given(contested).when(uphold, holderOf('committee/chair'), MONDAY).yields({ type: 'HandOverArbitrated' });
});
