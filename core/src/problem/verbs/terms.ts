import { passToTerm, type InputFault, type Pass } from '../../access/index.ts';
import type { ClauseId } from '../../policy/index.ts';
import {
  extendClock,
  knowsWord,
  leastLonger,
  longerBy,
  outerOf,
  pauseClock,
  resumeClock,
  ruleOf,
  type Clock,
  type Law,
  type Ruled,
} from '../../procedure/index.ts';
import { addDays } from '../../time/index.ts';
import type { Problem } from '../problem.ts';
import { timed } from './attending.ts';
import { textFault, type Case, type Verb } from './verb.ts';

type Running = { readonly clock: Clock; readonly rule: Ruled | null };

/** A clock that is not met, with the rule of the plan behind it. */
function running(problem: Problem, id: string, law: Law): Running | null {
  const clock = problem.clocks.find((each) => each.id === id && each.metOn === null);
  return clock ? { clock, rule: ruleOf(clock, problem, law) } : null;
}

/** Open clocks that the plan lets somebody lengthen; those it lets stand still and that run; those that stand still. */
export function termsOf(
  type: 'ExtendTerm' | 'PauseTerm' | 'ResumeTerm',
  problem: Problem,
  law: Law,
): readonly string[] {
  const word = type === 'ExtendTerm' ? 'extension' : 'pause';
  return problem.clocks
    .filter((clock) => clock.metOn === null && ruleOf(clock, problem, law)?.limit[word] !== undefined)
    .filter((clock) => type === 'ExtendTerm' || (clock.due === null) === (type === 'ResumeTerm'))
    .map((clock) => clock.id);
}

const clauseBy =
  (word: 'extension' | 'pause') =>
  ({ problem, law }: Case, { clock }: { readonly clock: string }): ClauseId | null => {
    const found = running(problem, clock, law);
    return found?.rule?.limit[word]?.clause ?? found?.clock.clause ?? null;
  };

/** What a plan that does not know the word says; else there is no such clock here. */
const noSuchTerm = ({ law }: Case, word: 'extension' | 'pause'): Pass => ({
  obstacle: knowsWord(law.policy, word) ? { code: 'nothing-to-do' } : { code: 'silent', topic: word },
});

const reasonFault = (reason: string): InputFault[] => textFault('reason', reason, 200);

/** 延期: by the seat that the plan names, as often as it allows, never by whoever stands under the limit. */
export const extendTerm: Verb<'ExtendTerm'> = {
  stages: timed,
  clause: clauseBy('extension'),
  pass: (at, { clock: id }) => {
    const found = running(at.problem, id, at.law);
    if (!found) return noSuchTerm(at, 'extension');
    const { clock, rule } = found;
    const allowed = rule?.limit.extension;
    if (!rule || !allowed) return { obstacle: { code: 'silent', topic: 'extension' } };
    if ((clock.extensions?.length ?? 0) >= allowed.times)
      return { obstacle: { code: 'extended-before', times: allowed.times } };
    if (clock.due === null) return { obstacle: { code: 'term-paused' } };
    if (allowed.beforeDue && clock.due < at.on) return { obstacle: { code: 'term-over', due: clock.due } };
    const pass = passToTerm(allowed.by, rule.under, at.problem, at.by, at.law, at.on);
    return 'obstacle' in pass ? pass : withinOuter(at, clock, rule, pass);
  },
  faults: (at, { clock: id, units, reason }) => {
    const { clock, rule } = running(at.problem, id, at.law)!;
    return [...unitFaults(at, clock, rule!, units), ...reasonFault(reason)];
  },
  write: (draft, { clock: id, units, reason }, law) => {
    const { clock, rule } = running(draft.now(), id, law)!;
    extendClock(draft, clock, { units, reason }, rule!, law);
  },
};

/** The first day that would serve: later than the present one, and not past already. */
const firstUseful = ({ on }: Case, { due }: Clock) => (due! < on ? on : addDays(due!, 1));

function withinOuter(at: Case, clock: Clock, rule: Ruled, pass: Pass): Pass {
  const outer = outerOf(rule, at.problem);
  const least = outer && leastLonger(clock, firstUseful(at, clock), at.law.calendar);
  if (!outer || (least !== null && least <= outer.due)) return pass;
  return { obstacle: { code: 'outer-limit', title: outer.title, due: outer.due } };
}

function unitFaults(at: Case, clock: Clock, rule: Ruled, units: number): InputFault[] {
  if (!Number.isInteger(units) || units < 1) return [{ field: 'units', code: 'malformed' }];
  const after = longerBy(clock, units, at.law.calendar);
  if (!after) return [{ field: 'units', code: 'too-long' }];
  // a last day rolled on from a day off can swallow an extension of a day or two
  if (after.due < firstUseful(at, clock)) return [{ field: 'units', code: 'not-later' }];
  const outer = outerOf(rule, at.problem);
  return outer && after.due > outer.due ? [{ field: 'units', code: 'beyond-outer' }] : [];
}

/** 暂停: while it stands still no day counts and nothing falls due. What is over cannot be stopped any more. */
export const pauseTerm: Verb<'PauseTerm'> = {
  stages: timed,
  clause: clauseBy('pause'),
  pass: (at, { clock: id }) => {
    const found = running(at.problem, id, at.law);
    if (!found) return noSuchTerm(at, 'pause');
    const { clock, rule } = found;
    const allowed = rule?.limit.pause;
    if (!rule || !allowed) return { obstacle: { code: 'silent', topic: 'pause' } };
    if (clock.due === null) return { obstacle: { code: 'term-paused' } };
    if (clock.due < at.on) return { obstacle: { code: 'term-over', due: clock.due } };
    return passToTerm(allowed.by, rule.under, at.problem, at.by, at.law, at.on);
  },
  faults: (_at, { reason }) => reasonFault(reason),
  write: (draft, { clock: id, reason }, law) => {
    const { clock, rule } = running(draft.now(), id, law)!;
    pauseClock(draft, clock, reason, rule!);
  },
};

/** 恢复计时: by the seat that may stop it. */
export const resumeTerm: Verb<'ResumeTerm'> = {
  stages: timed,
  clause: clauseBy('pause'),
  pass: (at, { clock: id }) => {
    const found = running(at.problem, id, at.law);
    const allowed = found?.rule?.limit.pause;
    if (!found?.rule || !allowed || found.clock.due !== null) return noSuchTerm(at, 'pause');
    return passToTerm(allowed.by, found.rule.under, at.problem, at.by, at.law, at.on);
  },
  faults: (_at, { reason }) => reasonFault(reason),
  write: (draft, { clock: id, reason }, law) => {
    const { clock, rule } = running(draft.now(), id, law)!;
    resumeClock(draft, clock, reason, rule!, law);
  },
};
