import type { Kind, Milestone, Policy, SubjectId } from './model.ts';

/** Milestones that the code of a subject reaches by itself, beside those of the pack: a list that takes a problem in, a freezing. */
export const ownMilestones: Readonly<Record<SubjectId, readonly Milestone[]>> = {
  plain: [],
  problem: ['listed', 'taken-off', 'consented'],
  edition: ['frozen', 'consented'],
  gathering: ['frozen'],
};

/** What a problem is handed over, planned, finished and closed by writes more than a milestone: who has it, which days run. */
const withMore: Readonly<Record<SubjectId, readonly Milestone[]>> = {
  plain: [],
  problem: ['handed-over', 'plan-issued', 'finished', 'closed'],
  edition: [],
  gathering: [],
};

/** Whether another dossier's tell may bring one of this subject to the milestone: not where its code, or the engine, comes to it. */
export function isTold(is: SubjectId, milestone: Milestone): boolean {
  if (is === 'edition' || /^(opened|withdrawn|(ended|returned)\/.*)$/.test(milestone)) return false;
  return ![...ownMilestones[is], ...withMore[is]].includes(milestone);
}

/** What brings a dossier to a milestone: its opening, the end of a procedure, a step, an outcome, an act, a tell, its subject. */
export type ReachedBy = {
  readonly milestone: Milestone;
  readonly how: 'opening' | 'withdrawal' | 'end' | 'return' | 'step' | 'outcome' | 'act' | 'tell' | 'subject';
  /** Procedure, step (`plan/issue`), act or tell; empty where it needs no name. */
  readonly by: string;
};

/** Every milestone that a dossier of this kind can come to, and by what. Ids that other kinds' tells reach are among them. */
export function milestonesOf(kind: Kind, policy: Policy): readonly ReachedBy[] {
  const runs = new Set(kind.flow.map(({ run }) => run));
  const procedures = policy.procedures.filter(({ id }) => runs.has(id));
  const point = (milestone: Milestone, how: ReachedBy['how'], by = ''): ReachedBy => ({ milestone, how, by });
  const perhaps = (milestone: Milestone | undefined, how: ReachedBy['how'], by: string) =>
    milestone === undefined ? [] : [point(milestone, how, by)];
  return [
    point('opened', 'opening'),
    ...(policy.acts['withdraw'] || kind.acts['withdraw'] || kind.is === 'problem'
      ? [point('withdrawn', 'withdrawal')]
      : []),
    ...kind.flow.flatMap(({ run, ends }) => [point(`ended/${run}`, 'end', run), ...perhaps(ends, 'end', run)]),
    ...procedures.flatMap(({ id, routes }) =>
      routes
        .flatMap(({ steps }) => steps)
        .flatMap((step) => {
          const by = `${id}/${step.id}`;
          const ways = step.outcomes ?? [];
          return [
            ...(step.returnsTo.length > 0 || step.asks?.includes('where')
              ? [point(`returned/${id}`, 'return', id)]
              : []),
            ...perhaps(step.reaches, 'step', by),
            ...ways.flatMap((way) => perhaps(way.reaches, 'outcome', `${by}/${way.id}`)),
            ...(step.closes || ways.some(({ closes }) => closes) ? [point('closed', 'step', by)] : []),
          ];
        }),
    ),
    ...Object.entries(kind.acts).flatMap(([act, { reaches }]) => perhaps(reaches, 'act', act)),
    ...ownMilestones[kind.is].map((milestone) => point(milestone, 'subject')),
    ...(policy.kinds ?? []).flatMap(({ tells }) =>
      tells.flatMap((tell) => ('reach' in tell ? perhaps(tell.reach, 'tell', tell.id) : [])),
    ),
  ];
}
