import { passToTerm, type InputFault, type Pass } from '../../access/index.ts';
import type { ClauseId } from '../../policy/index.ts';
import type { Clock } from '../clock.ts';
import type { Dossier } from '../dossier.ts';
import type { Law } from '../law.ts';
import { isLater, isOver, type End } from '../moment.ts';
import {
  extendClock,
  knowsWord,
  leastLonger,
  longerBy,
  outerOf,
  pauseClock,
  resumeClock,
  ruleOf,
  type Ruled,
} from '../terms.ts';
import { addDays } from '../../time/index.ts';
import { textFault, type At, type SharedVerb } from './verb.ts';

type ToClock = { readonly clock: string };
type Running = { readonly clock: Clock; readonly rule: Ruled | null };

/** A clock that is not met, with the rule of the plan behind it. */
function running(dossier: Dossier, id: string, law: Law): Running | null {
  const clock = dossier.clocks.find((each) => each.id === id && each.metOn === null && !each.floor);
  return clock ? { clock, rule: ruleOf(clock, dossier, law) } : null;
}

/** Open clocks that the plan lets somebody lengthen; those it lets stand still and that run; those that stand still. */
export function termsOf(
  type: 'ExtendTerm' | 'PauseTerm' | 'ResumeTerm',
  dossier: Dossier,
  law: Law,
): readonly string[] {
  const word = type === 'ExtendTerm' ? 'extension' : 'pause';
  return dossier.clocks
    .filter((clock) => clock.metOn === null && !clock.floor && ruleOf(clock, dossier, law)?.limit[word] !== undefined)
    .filter((clock) => type === 'ExtendTerm' || (clock.due === null) === (type === 'ResumeTerm'))
    .map((clock) => clock.id);
}

const clauseBy =
  (word: 'extension' | 'pause') =>
  ({ dossier, law }: At, { clock }: { readonly clock: string }): ClauseId | null => {
    const found = running(dossier, clock, law);
    return found?.rule?.limit[word]?.clause ?? found?.clock.clause ?? null;
  };

/** What a plan that does not know the word says; else there is no such clock here. */
const noSuchTerm = ({ law }: At, word: 'extension' | 'pause'): Pass => ({
  obstacle: knowsWord(law.policy, word) ? { code: 'nothing-to-do' } : { code: 'silent', topic: word },
});

const reasonFault = (reason: string): InputFault[] => textFault('reason', reason, 200);

/** 延期: by the seat that the plan names, as often as it allows, never by whoever stands under the limit. */
export const extendTerm: SharedVerb<ToClock & { readonly units: number; readonly reason: string }, ToClock> = {
  clause: clauseBy('extension'),
  pass: (at, { clock: id }) => {
    const found = running(at.dossier, id, at.law);
    if (!found) return noSuchTerm(at, 'extension');
    const { clock, rule } = found;
    const allowed = rule?.limit.extension;
    if (!rule || !allowed) return { obstacle: { code: 'silent', topic: 'extension' } };
    if ((clock.extensions?.length ?? 0) >= allowed.times)
      return { obstacle: { code: 'extended-before', times: allowed.times } };
    const { due, dueAt } = clock;
    if (due === null) return { obstacle: { code: 'term-paused' } };
    if (allowed.beforeDue && isOver({ due, dueAt }, at)) return { obstacle: { code: 'term-over', due } };
    const pass = passToTerm(allowed.by, rule.under, at.dossier, at.by, at.law, at.on);
    return 'obstacle' in pass ? pass : withinOuter(at, clock, rule, pass);
  },
  faults: (at, { clock: id, units, reason }) => {
    const { clock, rule } = running(at.dossier, id, at.law)!;
    return [...unitFaults(at, clock, rule!, units), ...reasonFault(reason)];
  },
  write: (draft, { clock: id, units, reason }, law) => {
    const { clock, rule } = running(draft.now(), id, law)!;
    extendClock(draft, clock, { units, reason }, rule!, law);
  },
};

/** The first day that would serve: later than the present one, or later on it where hours count, and not past already. */
const firstUseful = ({ on }: At, { due, term }: Clock) =>
  due! < on ? on : term.count === 'hours' ? due! : addDays(due!, 1);

/** Whether this end would serve: it is later than the present one and not over. */
const serves = (at: At, { due, dueAt }: Clock, after: End): boolean =>
  isLater(after, { due: due!, dueAt }) && !isOver(after, at);

function withinOuter(at: At, clock: Clock, rule: Ruled, pass: Pass): Pass {
  const outer = outerOf(clock, rule, at.dossier);
  const least = outer && leastLonger(clock, firstUseful(at, clock), at.law.calendar);
  if (!outer || (least !== null && least <= outer.due)) return pass;
  return { obstacle: { code: 'outer-limit', title: outer.title, due: outer.due } };
}

function unitFaults(at: At, clock: Clock, rule: Ruled, units: number): InputFault[] {
  if (!Number.isInteger(units) || units < 1) return [{ field: 'units', code: 'malformed' }];
  const after = longerBy(clock, units, at.law.calendar);
  if (!after) return [{ field: 'units', code: 'too-long' }];
  // a last day rolled on from a day off can swallow an extension of a day or two
  const end = { due: after.due, dueAt: after.dueAt ?? undefined };
  if (!serves(at, clock, end)) return [{ field: 'units', code: 'not-later' }];
  const outer = outerOf(clock, rule, at.dossier);
  return outer && isLater(end, { due: outer.due, dueAt: outer.dueAt })
    ? [{ field: 'units', code: 'beyond-outer' }]
    : [];
}

/** 暂停: while it stands still no day counts and nothing falls due. What is over cannot be stopped any more. */
export const pauseTerm: SharedVerb<ToClock & { readonly reason: string }, ToClock> = {
  clause: clauseBy('pause'),
  pass: (at, { clock: id }) => {
    const found = running(at.dossier, id, at.law);
    if (!found) return noSuchTerm(at, 'pause');
    const { clock, rule } = found;
    const allowed = rule?.limit.pause;
    if (!rule || !allowed) return { obstacle: { code: 'silent', topic: 'pause' } };
    const { due, dueAt } = clock;
    if (due === null) return { obstacle: { code: 'term-paused' } };
    if (isOver({ due, dueAt }, at)) return { obstacle: { code: 'term-over', due } };
    return passToTerm(allowed.by, rule.under, at.dossier, at.by, at.law, at.on);
  },
  faults: (_at, { reason }) => reasonFault(reason),
  write: (draft, { clock: id, reason }, law) => {
    const { clock, rule } = running(draft.now(), id, law)!;
    pauseClock(draft, clock, reason, rule!);
  },
};

/** 恢复计时: by the seat that may stop it. */
export const resumeTerm: SharedVerb<ToClock & { readonly reason: string }, ToClock> = {
  clause: clauseBy('pause'),
  pass: (at, { clock: id }) => {
    const found = running(at.dossier, id, at.law);
    const allowed = found?.rule?.limit.pause;
    if (!found?.rule || !allowed || found.clock.due !== null) return noSuchTerm(at, 'pause');
    return passToTerm(allowed.by, found.rule.under, at.dossier, at.by, at.law, at.on);
  },
  faults: (_at, { reason }) => reasonFault(reason),
  write: (draft, { clock: id, reason }, law) => {
    const { clock, rule } = running(draft.now(), id, law)!;
    resumeClock(draft, clock, reason, rule!, law);
  },
};
