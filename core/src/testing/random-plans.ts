import type { Kind, Pack, Policy, Route, Step, StepKind } from '../policy/index.ts';
import { limit, seat } from './words.ts';
import { pick } from './case-values.ts';

/** One random change of a plan: which sort, and three numbers by which it picks among what it may change. */
export type Change = { readonly sort: number; readonly at: number; readonly to: number; readonly how: number };

type Around = Change & { readonly pack: Pack; readonly kinds: readonly string[] };

const runsOf = ({ pack, kinds }: Around): readonly string[] =>
  pack.policy.kinds!.filter(({ id }) => kinds.includes(id)).flatMap(({ flow }) => flow.map(({ run }) => run));

const routesOf = (around: Around): readonly Route[] => {
  const runs = runsOf(around);
  return around.pack.policy.procedures.filter(({ id }) => runs.includes(id)).flatMap(({ routes }) => routes);
};

const withPolicy = (pack: Pack, change: Partial<Policy>): Pack => ({ ...pack, policy: { ...pack.policy, ...change } });

function withRoute(around: Around, change: (route: Route) => Partial<Route>): Pack {
  const chosen = pick(routesOf(around), around.at);
  return withPolicy(around.pack, {
    procedures: around.pack.policy.procedures.map((procedure) => ({
      ...procedure,
      routes: procedure.routes.map((route) => (route === chosen ? { ...route, ...change(route) } : route)),
    })),
  });
}

const withStep = (around: Around, change: (step: Step, route: Route) => Partial<Step>): Pack =>
  withRoute(around, (route) => {
    const chosen = pick(route.steps, around.to);
    return { steps: route.steps.map((step) => (step === chosen ? { ...step, ...change(step, route) } : step)) };
  });

function withKind(around: Around, change: (kind: Kind) => Partial<Kind>): Pack {
  const id = pick(around.kinds, around.at);
  return withPolicy(around.pack, {
    kinds: around.pack.policy.kinds!.map((kind) => (kind.id === id ? { ...kind, ...change(kind) } : kind)),
  });
}

const without = <T>(items: readonly T[], at: number): readonly T[] =>
  items.filter((_, index) => index !== at % items.length);

const milestones = (around: Around): readonly string[] => [
  'opened',
  'closed',
  ...runsOf(around).flatMap((run) => [`ended/${run}`, `returned/${run}`]),
  ...around.pack.policy.kinds!.flatMap(({ flow }) =>
    flow.flatMap(({ begins, ends }) => [...begins, ...(ends ? [ends] : [])]),
  ),
];

const doings: readonly StepKind[] = [
  'record',
  'draft',
  'submit',
  'review',
  'accept',
  'sign',
  'self-check',
  'hand-over',
  'form',
];
const seats = [
  'desk/head',
  'desk/clerk',
  'board/chair',
  'case.answerer/clerk',
  'case.answerer/head',
  'case.filer/head',
  'case.filer',
  'cellar/head',
  'city.library/expert',
  'bindery/expert',
  'ghost/head',
];

const sometimes = [true, false, { when: { fact: 'verdict', oneOf: ['yes'] } }] as const;

/** Everything that one change may do to a plan. */
const sorts: readonly ((around: Around) => Pack)[] = [
  (a) => withKind(a, ({ flow }) => ({ flow: flow.length > 1 ? without(flow, a.to) : flow })),
  (a) =>
    withKind(a, ({ flow }) => ({
      flow: flow.map((each, at) => {
        const { when: _gone, ...rest } = each;
        return at === a.to % flow.length ? rest : each;
      }),
    })),
  (a) =>
    withKind(a, ({ flow }) => ({
      flow: flow.map((each, at) =>
        at === a.to % flow.length ? { ...each, begins: [pick(milestones(a), a.how)] } : each,
      ),
    })),
  (a) =>
    withKind(a, ({ flow }) => ({
      flow: flow.map((each, at) => (at === a.to % flow.length ? { ...each, ends: pick(milestones(a), a.how) } : each)),
    })),
  (a) =>
    withKind(a, ({ flow }) => ({
      flow: flow.map((each, at) => (at === a.to % flow.length ? { ...each, times: 'many' as const } : each)),
    })),
  (a) =>
    withKind(a, ({ sheet }) => ({
      sheet: sheet.map((field, at) =>
        at === a.to % sheet.length ? { ...field, required: pick(sometimes, a.how) } : field,
      ),
    })),
  (a) =>
    withKind(a, ({ sheet, flow }) => ({
      sheet: sheet.map((field, at) => {
        const { by: _gone, ...rest } = field;
        if (at !== a.to % sheet.length) return field;
        return a.how % 3 === 0
          ? rest
          : { ...field, by: `${pick(flow, a.how).run}/${pick(routesOf(a), a.how).steps[0]!.id}` };
      }),
    })),
  (a) => withKind(a, ({ acts }) => ({ acts: Object.fromEntries(without(Object.entries(acts), a.to)) })),
  (a) => withKind(a, ({ reads }) => (reads ? { reads: without(reads, a.to) } : {})),
  (a) => withKind(a, ({ parts }) => ({ parts: without(parts, a.to) })),
  (a) => withRoute(a, ({ steps }) => ({ steps: steps.length > 1 ? without(steps, a.to) : steps })),
  (a) => withStep(a, () => ({ by: [seat(pick(seats, a.how))] })),
  (a) => withStep(a, ({ by }) => ({ by: [...by, seat(pick(seats, a.how))], together: a.how % 2 ? 'any' : 'all' })),
  (a) => withStep(a, () => ({ coSign: [seat(pick(seats, a.how))] })),
  (a) => withStep(a, () => ({ do: pick(doings, a.how) })),
  (a) =>
    withStep(a, (step) => {
      const { reaches: _gone, ...rest } = step;
      return a.how % 3 === 0 ? { ...rest, reaches: undefined } : { reaches: pick(milestones(a), a.how) };
    }),
  (a) => withStep(a, ({ closes }) => ({ closes: !closes })),
  (a) => withStep(a, (_step, { steps }) => ({ returnsTo: a.how % 3 ? [pick(steps, a.how).id] : [] })),
  (a) => withStep(a, (_step, { steps }) => ({ next: a.how % 3 ? pick(steps, a.how).id : 'end' })),
  (a) =>
    withStep(a, () => ({
      evidence: [
        {
          kind: 'photo',
          ...(a.how % 2 ? { by: 'case.answerer' } : {}),
          ...(a.how % 3 ? { per: 'unit' as const } : { anew: true }),
        },
      ],
    })),
  (a) => withStep(a, () => ({ earliest: limit('floor', pick(milestones(a), a.how), 3, '§7') })),
  (a) => withStep(a, () => ({ binds: pick(['sheet', 'evidence', 'members', 'sheet+evidence'], a.how) })),
  (a) => withStep(a, () => ({ writes: pick(['sheet', 'members'], a.how) })),
  (a) => withStep(a, () => ({ fills: [pick(['what', 'verdict', 'said', 'where'], a.how)] })),
  (a) =>
    withStep(a, (_step, { steps }) => ({
      closes: false,
      outcomes: [
        { id: 'one', title: { zh: '甲' }, closes: a.how % 2 === 0, next: 'end' },
        { id: 'two', title: { zh: '乙' }, closes: false, ...(a.how % 3 ? { next: pick(steps, a.how).id } : {}) },
      ],
    })),
  (a) => withStep(a, () => ({ asks: ['where'], returnsTo: [] })),
  (a) =>
    withPolicy(a.pack, {
      caseRoles: a.pack.policy.caseRoles.map((role) =>
        role.id === pick(['case.answerer', 'case.filer'], a.at)
          ? {
              ...role,
              required: pick(sometimes, a.to),
              among: a.how % 2 ? role.among : ['cellar', 'board', 'desk'],
            }
          : role,
      ),
    }),
];

/** How many sorts of change there are. */
export const SORTS = sorts.length;

/** A plan after these changes, of the kinds named and of what runs in them. */
export const changedPlan = (pack: Pack, kinds: readonly string[], changes: readonly Change[]): Pack =>
  changes.reduce((now, change) => sorts[change.sort % SORTS]!({ ...change, pack: now, kinds }), pack);
