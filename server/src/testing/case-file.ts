import { unitsInRole, type Actor } from '@bihuan/core/access';
import { caseOffers, decideCase, evolveCase, noCase, type Case, type CaseAsk, type CaseEvent } from '@bihuan/core/case';
import type { Pack, Policy } from '@bihuan/core/policy';
import type { Law } from '@bihuan/core/procedure';
import type { PlainDate } from '@bihuan/core/time';
import { CALENDARS, readCalendars } from '../calendars/index.ts';
import { sm3 } from '../sm3.ts';

/** The law of a pack, straight from its files. */
export const lawOf = ({ policy, units }: Pack): Law & { readonly policy: Policy } => ({
  policy,
  units,
  calendar: readCalendars(CALENDARS, policy.calendars),
  digest: sm3,
});

/** Somebody invented for a seat of a pack: one person for every post of every unit. */
export const holding = (law: Law, unit: string, post: string): Actor => ({
  id: `${unit}/${post}`,
  name: `${unit}/${post}`,
  postings: [{ unit, unitName: unit, post }],
});

/** One dossier of a plain kind on paper: who asks what, on which day, and what comes of it. Nothing is stored. */
export type CaseFile = {
  readonly now: () => Case;
  /** Asks, and insists: a refusal is an error that says why. */
  readonly ask: (by: Actor, on: PlainDate, ask: CaseAsk) => readonly CaseEvent[];
  /** Takes the open task of a step, as its seat would, bound to what the dossier says now. */
  readonly take: (step: string, on: PlainDate, more?: object) => readonly CaseEvent[];
  /** What stands in the way of it; null where it is done. Nothing is kept of it. */
  readonly refusal: (by: Actor, on: PlainDate, ask: CaseAsk) => string | null;
};

/** An empty dossier under this law. */
export function caseFile(law: Law): CaseFile {
  let now = noCase;
  const decided = (by: Actor, on: PlainDate, ask: CaseAsk) => decideCase({ ...ask, by, on }, now, law);
  const ask: CaseFile['ask'] = (by, on, wish) => {
    const decision = decided(by, on, wish);
    if ('refused' in decision) throw new Error(`${wish.type} by ${by.id}: ${JSON.stringify(decision.refused)}`);
    now = decision.events.reduce(evolveCase, now);
    return decision.events;
  };
  return {
    now: () => now,
    ask,
    take: (step, on, more = {}) => {
      const task = now.tasks.find((open) => open.step === step && open.question === undefined);
      if (!task) throw new Error(`${step} is not open; open are ${now.tasks.map((open) => open.step).join(', ')}`);
      const { recorder } = law.policy;
      const unit = task.external ? unitsInRole(law.units, recorder.role, on)[0]!.id : task.unit!;
      const by = holding(law, unit, task.external ? recorder.post : postOf(law, unit, task.post));
      const seen = caseOffers(now, { by, on }, law).find(
        (offer) => offer.type === 'TakeStep' && offer.target === task.id,
      )?.seen;
      return ask(by, on, { type: 'TakeStep', task: task.id, ...(seen ? { seen: seen.digest } : {}), ...more });
    },
    refusal: (by, on, wish) => {
      const decision = decided(by, on, wish);
      if (!('refused' in decision)) return null;
      return decision.refused.code === 'not-allowed' ? decision.refused.obstacle.code : decision.refused.code;
    },
  };
}

const postOf = ({ units }: Law, unit: string, post: string): string =>
  post === '*' ? (units.find(({ id }) => id === unit)?.posts[0] ?? '') : post;
