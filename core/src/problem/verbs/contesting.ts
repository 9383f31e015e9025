import { actRule, postingFor, sameBody, wrongSeat, type Pass } from '../../access/index.ts';
import type { Seat } from '../../policy/index.ts';
import { kindIn, nextStep, openStep, playersOf, routeOf, type Law } from '../../procedure/index.ts';
import { namedParts, partFaults } from '../../procedure/verbs/index.ts';
import type { PlainDate } from '../../time/index.ts';
import type { Problem } from '../problem.ts';
import { byAct, clauseFault, clauseOf, textFault, type Case, type Verb } from './verb.ts';

/** A unit that says the problem is not its own: with reason and clause. The clock does not stop. */
export const contestHandOver: Verb<'ContestHandOver'> = {
  stages: ['handed-over'],
  clause: byAct('contest-hand-over').clause,
  pass: (at) =>
    at.problem.contested ? { obstacle: { code: 'hand-over-contested' } } : byAct('contest-hand-over').pass(at),
  faults: ({ law }, ask) => [...textFault('reason', ask.reason, 2000), ...clauseFault('becauseOf', ask.becauseOf, law)],
  write: (draft, ask, law) => {
    const { reason, becauseOf } = ask;
    draft.add({
      type: 'HandOverContested',
      reason,
      becauseOf,
      clause: clauseOf('contest-hand-over', draft.now(), law),
    });
  },
};

/** The arbiter's word: it stays where it is, or goes to another unit as a new round. Nobody settles his own dispute; clocks run on. */
export const arbitrateHandOver: Verb<'ArbitrateHandOver'> = {
  stages: ['handed-over'],
  clause: byAct('arbitrate-hand-over').clause,
  pass: (at) => {
    const { contested } = at.problem;
    if (!contested) return { obstacle: { code: 'nothing-to-do' } };
    const pass = actRule('arbitrate-hand-over', at.law, at.problem.kind)
      ? passToArbiter(at)
      : byAct('arbitrate-hand-over').pass(at);
    const own = 'posting' in pass && contested.person === at.by.id;
    return own ? { obstacle: { code: 'own-draft', step: 'contest' } } : pass;
  },
  faults: (at, ask) => [
    ...textFault('reason', ask.reason, 2000),
    ...(ask.outcome === 'redirect'
      ? ask.to
        ? partFaults(at, holderOf(at.problem, at.law), [ask.to]).map((fault) => ({ ...fault, field: 'to' }))
        : [{ field: 'to', code: 'required' } as const]
      : []),
  ],
  write: (draft, ask, law) => {
    const clause = clauseOf('arbitrate-hand-over', draft.now(), law);
    const role = holderOf(draft.now(), law);
    const named = namedParts(
      { [role]: ask.outcome === 'redirect' ? [ask.to!] : draft.now().parts[role]! },
      law,
      draft.signature.on,
    );
    const holder = named[role]![0]!;
    const { unit, unitName } = holder;
    draft.add({
      type: 'HandOverArbitrated',
      outcome: ask.outcome === 'redirect' ? 'redirected' : 'upheld',
      reason: ask.reason,
      unit,
      unitName,
      clause,
    });
    if (ask.outcome === 'uphold') return;

    draft.add({ type: 'PartsAssigned', parts: { [role]: [holder] }, clause, reason: ask.reason });
    const run = Object.values(draft.now().runs).find((each) => each.acts.some((act) => act.do === 'hand-over'))!;
    const route = routeOf(law, run.id, run.route);
    const handing = route.steps.find((step) => step.do === 'hand-over')!;
    // a dossier that may still be contested has a step after the hand-over; a receipt is usual and not demanded
    openStep(draft, run.id, nextStep(route, handing.id)!, run.round + 1, law);
  },
};

/** A unit and the post in it. */
type Sitter = ReturnType<typeof playersOf>[number] & { readonly post: string };

/**
 * Who settles this dispute: whoever the act is given to, but for the house that has raised it. Where nobody else has the act,
 * those that the plan names instead; where it names nobody, another person of that house.
 */
export function arbitersOf(problem: Problem, law: Law, on: PlainDate): readonly Sitter[] {
  const rule = actRule('arbitrate-hand-over', law, problem.kind);
  if (!rule) return [];
  const sitters = (seats: readonly Seat[]): readonly Sitter[] =>
    seats.flatMap(({ role, post }) => playersOf(role, problem, law, on).map((player) => ({ ...player, post })));
  const raising = sitters(actRule('contest-hand-over', law, problem.kind)?.by ?? []);
  const all = sitters(rule.by);
  const others = all.filter(({ unit }) => !raising.some((other) => sameBody(law.units, other.unit, unit)));
  if (others.length > 0) return others;
  return rule.instead ? sitters(rule.instead) : all;
}

/** May this person settle it? */
function passToArbiter({ problem, by, law, on }: Case): Pass {
  const sitters = arbitersOf(problem, law, on);
  for (const { unit, post } of sitters) {
    const posting = postingFor(by, unit, post);
    if (posting) return { posting };
  }
  return { obstacle: wrongSeat(sitters, law.policy) };
}

/** The part that has a problem: where it can be handed over and contested, its kind names one. */
const holderOf = ({ kind }: Problem, law: Law): string => kindIn(law, kind)?.holder ?? '';
