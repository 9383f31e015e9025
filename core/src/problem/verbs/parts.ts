import { actRule, passToAct, passToAny, unitName, type InputFault, type Pass } from '../../access/index.ts';
import { judgedBy, seatsOf, type RoleId } from '../../policy/index.ts';
import {
  openStep,
  playersOf,
  routeOf,
  stepOf,
  type Law,
  type Part,
  type Parts,
  type Task,
} from '../../procedure/index.ts';
import type { PlainDate } from '../../time/index.ts';
import { byAct, clauseOf, textFault, unitFault, type Case, type Verb } from './verb.ts';

/** Names units and people for the parts of this dossier (二(二).1); which units stand, `fixedParts` says. */
export const assignParts: Verb<'AssignParts'> = {
  stages: ['handed-over', 'planning', 'rectifying'],
  ...byAct('assign-parts'),
  pass: (at): Pass => passToAct('assign-parts', at.problem, at.by, at.law, at.on),
  faults: (at, ask) => [
    ...textFault('reason', ask.reason, 500),
    ...(Object.keys(ask.parts).length === 0 ? [{ field: 'parts', code: 'required' } as const] : []),
    ...Object.entries(ask.parts).flatMap(([role, parts]) => [
      ...partFaults(at, role, parts),
      ...fixedFaults(at, role, parts),
    ]),
  ],
  write: (draft, ask, law) => {
    const before = draft.now().parts;
    const parts = namedParts(ask.parts, law, draft.signature.on);
    draft.add({ type: 'PartsAssigned', parts, clause: clauseOf('assign-parts', law), reason: ask.reason });
    const changed = Object.keys(ask.parts).filter((role) => units(before[role]) !== units(draft.now().parts[role]));
    for (const run of Object.values(draft.now().runs)) {
      if (run.step === null || run.finishedOn !== null) continue;
      const step = stepOf(routeOf(law, run.id, run.route), run.step);
      const touched = [...step.by, ...step.coSign].some((seat) => changed.includes(seat.role));
      // whoever has already answered in this round is not asked again unless the whole step must be
      if (touched) openStep(draft, run.id, step, run.round + 1, law);
    }
  },
};

const units = (parts: readonly Part[] | undefined): string =>
  (parts ?? [])
    .map((part) => part.unit)
    .sort()
    .join(' ');

/**
 * Parts whose unit this person leaves as it is, whoever else may change it: the holder, which changes only by hand-over or
 * arbitration; and, for whoever acts from a part of this dossier himself, those that judge its work. Nobody picks his reviewer.
 */
export function fixedParts(at: Case): readonly RoleId[] {
  const { policy } = at.law;
  const seats = actRule('assign-parts', at.law)?.by ?? [];
  const sits = (some: typeof seats): boolean => 'posting' in passToAny(some, at.problem, at.by, at.law, at.on);
  // who holds an office and a part's post alike does not shed the part by signing from the office
  const fromOutside =
    sits(seats.filter((seat) => !isPart(at, seat.role))) && !sits(seats.filter((seat) => isPart(at, seat.role)));
  const steps = policy.procedures.flatMap((procedure) => procedure.routes.flatMap((route) => route.steps));
  const judges = steps.filter((step) => judgedBy(step) !== null).flatMap(seatsOf);
  return policy.caseRoles
    .map((role) => role.id)
    .filter((role) => role === 'case.holder' || (!fromOutside && judges.some((seat) => seat.role === role)));
}

function fixedFaults(at: Case, role: RoleId, parts: readonly Part[]): InputFault[] {
  const stands = !fixedParts(at).includes(role) || units(parts) === units(at.problem.parts[role]);
  return stands ? [] : [{ field: `parts.${role}`, code: 'not-yours' }];
}

/** Parts that come along with a step: all required ones at the hand-over, one's own people at the claim, none elsewhere. */
export function partsFaults(at: Case, task: Task, parts: Parts): InputFault[] {
  // a part the form sends empty is a part nobody was named for
  const given = Object.entries(parts).flatMap(([role, players]) =>
    players.length > 0 || !isPart(at, role) ? partFaults(at, role, players) : [],
  );
  if (task.do === 'hand-over') {
    const missing = at.law.policy.caseRoles.filter(
      (role) => role.required && !parts[role.id]?.length && !byDefault(at, role.id, parts),
    );
    return [...given, ...missing.map((role) => ({ field: `parts.${role.id}`, code: 'required' as const }))];
  }
  if (task.do === 'claim') {
    const strange = Object.entries(parts).filter(([role, players]) => units(players) !== units(at.problem.parts[role]));
    return [...given, ...strange.map(([role]) => ({ field: `parts.${role}`, code: 'unknown' as const }))];
  }
  return Object.keys(parts).map((role) => ({ field: `parts.${role}`, code: 'unknown' as const }));
}

const isPart = ({ law }: Case, role: RoleId): boolean => law.policy.caseRoles.some((rule) => rule.id === role);

/** Who may play this part: a unit of the pack that holds one of its roles, one alone unless the part is for many. */
export function partFaults({ law, on, problem }: Case, role: RoleId, parts: readonly Part[]): InputFault[] {
  const rule = law.policy.caseRoles.find((known) => known.id === role);
  const field = `parts.${role}`;
  if (!rule) return [{ field, code: 'unknown' }];
  if (!rule.many && parts.length > 1) return [{ field, code: 'malformed' }];
  if (rule.required && parts.length === 0) return [{ field, code: 'required' }];
  const inCharge = law.policy.fields.find((known) => known.id === problem.basics.field)?.inCharge;
  const roles = rule.among.flatMap((among) => (among === 'field' ? (inCharge ?? []) : among));
  const allowed = new Set(roles.flatMap((among) => playersOf(among, problem, law, on).map((player) => player.unit)));
  return parts.flatMap((part) => [
    ...(rule.among.length === 0
      ? unitFault(field, part.unit, law)
      : allowed.has(part.unit)
        ? []
        : [{ field, code: 'unknown' } as const]),
    ...(part.person && part.person.name.length > 40 ? [{ field, code: 'too-long' } as const] : []),
  ]);
}

/** Names stand in the record as the pack has them on that day, whatever the form sent. */
export function namedParts(parts: Parts, law: Law, on: PlainDate): Parts {
  const named = (part: Part): Part => ({ ...part, unitName: unitName(law.units, part.unit, on) });
  return Object.fromEntries(Object.entries(parts).map(([role, players]) => [role, players.map(named)]));
}

/** Parts at the hand-over: those given, and the plan's own default for every part nobody was named for. */
export function handOverParts(at: Omit<Case, 'by'>, given: Parts): Parts {
  const defaults = at.law.policy.caseRoles.flatMap((role) => {
    const part = given[role.id]?.length ? null : byDefault(at, role.id, given);
    return part ? [[role.id, [part]] as const] : [];
  });
  return namedParts({ ...given, ...Object.fromEntries(defaults) }, at.law, at.on);
}

/** Who would play each part if nobody says otherwise: those named already, whom the list proposed, the plan's defaults. */
export function usualParts(at: Omit<Case, 'by'>): Parts {
  const { parts, basics } = at.problem;
  const { holder, person } = basics.proposed;
  if (!holder || parts['case.holder']?.length) return handOverParts(at, parts);
  const proposed = { unit: holder, unitName: '', person: person ? { name: person } : null };
  return handOverParts(at, { ...parts, 'case.holder': [proposed] });
}

/** Who plays a part that nobody was named for: the department in charge of the problem's field (一(一).1), or the holder himself. */
export function byDefault(
  { problem, law, on }: Omit<Case, 'by'>,
  role: RoleId,
  given: Parts = problem.parts,
): Part | null {
  const rule = law.policy.caseRoles.find((known) => known.id === role);
  if (rule?.byDefault === 'holder') return given['case.holder']?.[0] ?? null;
  if (rule?.byDefault !== 'field-department') return null;
  const field = law.policy.fields.find((known) => known.id === problem.basics.field);
  const player = field && playersOf(field.inCharge, problem, law, on)[0];
  return player ? { unit: player.unit, unitName: player.unitName, person: null } : null;
}
