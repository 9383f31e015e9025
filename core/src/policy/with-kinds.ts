import { FIELD } from './matching.ts';
import type { Kind, Milestone, Policy, Procedure, SheetField, Stage, Step, Stretch, Text } from './model.ts';

/** A policy that says its kinds: one published before it could comes with those of `withKinds`. */
export type PolicyWithKinds = Policy & { readonly kinds: readonly Kind[] };

/**
 * The policy with kinds. One that was published before a plan could say them runs on as it did: a problem that is classified,
 * listed, handed over, planned and accepted, and the list it stands in. A policy that has kinds comes back as it is.
 */
export function withKinds(policy: Policy): PolicyWithKinds {
  if (hasKinds(policy)) return policy;
  const kinds = [problemOf(policy), ...(listing(policy) ? [editionOf(policy, listing(policy)!)] : [])];
  return { ...policy, procedures: policy.procedures.map((procedure) => reaching(procedure)), kinds };
}

/** The kind with this id, also in an edition from before kinds; null where the plan has none. */
export const kindOf = (policy: Policy, id: string): Kind | null =>
  withKinds(policy).kinds.find((kind) => kind.id === id) ?? null;

const hasKinds = (policy: Policy): policy is PolicyWithKinds => policy.kinds !== undefined;

const listing = ({ procedures }: Policy): Procedure | undefined => procedures.find(({ id }) => id === 'edition');

/** What the engine knew by a step's name is said of the step: the hand-over and the closing reach their milestones. */
function reaching(procedure: Procedure): Procedure {
  const steps = (all: readonly Step[]) => all.map((step) => startingAtOpening(withReach(step)));
  return { ...procedure, routes: procedure.routes.map((route) => ({ ...route, steps: steps(route.steps) })) };
}

function withReach(step: Step): Step {
  if (step.reaches !== undefined) return step;
  if (step.closes) return { ...step, reaches: 'closed' };
  return step.do === 'hand-over' ? { ...step, reaches: 'handed-over' } : step;
}

/** What plans called the registration is the opening of a dossier. */
const startingAtOpening = (step: Step): Step => ({
  ...step,
  limits: step.limits.map((limit) => (limit.from === 'registered' ? { ...limit, from: 'opened' } : limit)),
});

function problemOf(policy: Policy): Kind {
  const { acts, caseRoles, facts, fields, procedures, region } = policy;
  const { register, 'report-finish': finish, ...rest } = acts;
  const parts = caseRoles.map(({ id }) => id);
  return {
    id: 'problem',
    title: { zh: '问题', en: 'Problem' },
    clause: register?.clause ?? procedures[0]?.clause ?? '',
    is: 'problem',
    number: `${region}-{year}-{serial:4}`,
    ...(register && { opens: { by: register.by, from: [] } }),
    sheet: basics(policy),
    titleOf: '{title}',
    facts: [...facts.map(({ id }) => id), ...(fields.length > 0 ? [FIELD] : [])],
    list: {
      columns: ['number', 'title', FIELD, 'holder', 'stage', 'due'],
      filters: ['stage', FIELD, 'holder'],
      group: 'stage',
    },
    parts,
    // the engine knew the part by this name: editions from then call it so
    ...(parts.includes('case.holder') && { holder: 'case.holder' }),
    flow: loop.filter(({ run }) => procedures.some(({ id }) => id === run)),
    stages: problemStages,
    acts: {
      ...rest,
      ...(register && { register }),
      ...(finish && { 'report-finish': { ...finish, reaches: 'finished' } }),
    },
    tells: [],
  };
}

const once = (run: string, ...begins: readonly Milestone[]): Stretch => ({ run, begins, times: 'once' });

const loop: readonly Stretch[] = [
  once('classification', 'opened'),
  once('handover', 'consented'),
  { ...once('plan', 'ended/handover'), ends: 'plan-issued' },
  once('acceptance', 'finished'),
];

const stage = (id: string, zh: string, en: string, ...from: readonly Milestone[]): Stage => ({
  id,
  title: { zh, en },
  from,
});

const problemStages: readonly Stage[] = [
  stage('registered', '已登记', 'Registered', 'opened', 'taken-off'),
  stage('listed', '已列入一张表', 'In an edition', 'listed'),
  stage('consented', '已同意', 'Agreed to', 'consented'),
  stage('handed-over', '已移交', 'Handed over', 'handed-over'),
  stage('planning', '制定方案', 'Planning', 'ended/handover'),
  stage('rectifying', '整改中', 'Rectifying', 'plan-issued'),
  stage('accepting', '验收中', 'Acceptance', 'finished'),
  stage('closed', '已销号', 'Closed', 'closed'),
  stage('withdrawn', '已撤回', 'Withdrawn', 'withdrawn'),
];

/** What every problem says of itself. Its facts that no field of these gives are given beside them. */
function basics({ fields }: Policy): readonly SheetField[] {
  const field = (id: string, label: Text, more: Partial<SheetField> = {}): SheetField => ({
    id,
    label,
    type: 'text',
    required: false,
    personal: false,
    ...more,
  });
  const values = fields.map(({ id, label }) => ({ id, label }));
  return [
    field('title', { zh: '问题', en: 'Problem' }, { longest: 200, required: true }),
    field('description', { zh: '问题描述', en: 'Description' }, { longest: 5000 }),
    field('place', { zh: '地点', en: 'Place' }, { type: 'place' }),
    ...(values.length > 0 ? [field(FIELD, { zh: '领域', en: 'Field' }, { type: 'choice', values })] : []),
    field('target', { zh: '整改目标', en: 'Target' }),
    field('remarks', { zh: '备注', en: 'Remarks' }, { longest: 2000 }),
  ];
}

function editionOf({ acts }: Policy, { title, clause, routes }: Procedure): Kind {
  const { 'record-copy': record, 'acknowledge-copy': acknowledge } = acts;
  return {
    id: 'edition',
    title,
    clause,
    is: 'edition',
    number: '{serial}',
    opens: { by: routes[0]?.steps[0]?.by ?? [], from: [] },
    sheet: [
      { id: 'title', label: { zh: '标题', en: 'Title' }, type: 'text', longest: 200, required: true, personal: false },
    ],
    titleOf: '{title}',
    facts: [],
    list: { columns: ['number', 'title', 'stage'], filters: ['stage'] },
    parts: [],
    flow: [{ ...once('edition', 'opened'), ends: 'consented' }],
    stages: [
      stage('forming', '汇总中', 'Being formed', 'opened', 'returned/edition'),
      stage('submitted', '已冻结，待同意', 'Frozen, awaits consent', 'frozen'),
      stage('consented', '已同意', 'Agreed to', 'consented'),
    ],
    acts: { ...(record && { 'record-copy': record }), ...(acknowledge && { 'acknowledge-copy': acknowledge }) },
    tells: [],
  };
}
