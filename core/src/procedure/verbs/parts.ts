import { actRule, passToAny, unitName, type InputFault } from '../../access/index.ts';
import { seatBarred } from '../../access/guard.ts';
import {
  evaluate,
  judgedBy,
  seatsOf,
  type CaseRole,
  type Facts,
  type Kind,
  type RoleId,
  type Seat,
  type Step,
} from '../../policy/index.ts';
import type { PlainDate } from '../../time/index.ts';
import type { Dossier, Part, Parts, Task } from '../dossier.ts';
import { hasProcedure, kindIn, procedureOf, routeOf, stepOf, type Law } from '../law.ts';
import { seatAnew } from '../opening.ts';
import { playersOf } from '../seats.ts';
import { byAct, clauseOf, textFault, unitFault, type At, type SharedVerb } from './verb.ts';

type NewParts = { readonly parts: Parts; readonly reason: string };

/** Names units and people for the parts of this dossier; which units stand, `fixedParts` says. */
export const assignParts: SharedVerb<NewParts, object> = {
  ...byAct('assign-parts'),
  pass: (at) => {
    const pass = byAct('assign-parts').pass(at);
    const anything = partsHere(at.dossier, at.law).some(({ id }) => isOpen(at, id));
    return 'obstacle' in pass || anything ? pass : { obstacle: { code: 'nothing-to-do' } };
  },
  faults: (at, ask) => [
    ...textFault('reason', ask.reason, 500),
    ...(Object.keys(ask.parts).length === 0 ? [{ field: 'parts', code: 'required' } as const] : []),
    ...Object.entries(ask.parts).flatMap(([role, parts]) => [
      ...partFaults(at, role, parts),
      ...fixedFaults(at, role, parts),
    ]),
    ...judgeFaults(at, ask.parts),
  ],
  write: (draft, ask, law) => {
    const before = draft.now().parts;
    const parts = namedParts(ask.parts, law, draft.signature.on);
    const clause = clauseOf('assign-parts', draft.now(), law);
    draft.add({ type: 'PartsAssigned', parts, clause, reason: ask.reason });
    const changed = Object.keys(ask.parts).filter((role) => units(before[role]) !== units(draft.now().parts[role]));
    for (const run of Object.values(draft.now().runs)) {
      if (run.step === null || run.finishedOn !== null) continue;
      const step = stepOf(routeOf(law, run.id, run.route), run.step);
      const touched = [...step.by, ...step.coSign].some((seat) => changed.includes(seat.role));
      if (touched) seatAnew(draft, run, step, law);
    }
  },
};

/** Whether a part must be played at these facts; one whose facts nobody knows yet is not demanded. */
export const isRequired = ({ required }: Pick<CaseRole, 'required'>, facts: Facts): boolean =>
  typeof required === 'boolean' ? required : evaluate(required.when, facts).holds === 'yes';

/** Parts that the kind of this dossier knows; where it names none, all of the plan's. */
export function partsHere({ kind }: Pick<Dossier, 'kind'>, law: Law): readonly CaseRole[] {
  const named = kindIn(law, kind)?.parts ?? [];
  return named.length === 0 ? law.policy.caseRoles : law.policy.caseRoles.filter(({ id }) => named.includes(id));
}

/** Whether this person may change anything about a part: the unit, or, of a unit that stands, the person in it. */
const isOpen = (at: At, role: RoleId): boolean =>
  !fixedParts(at).includes(role) || (at.dossier.parts[role]?.length ?? 0) > 0;

const units = (parts: readonly Part[] | undefined): string =>
  (parts ?? [])
    .map((part) => part.unit)
    .sort()
    .join(' ');

/**
 * Parts whose unit this person leaves as it is, whoever else may change it: the holder, which changes only by hand-over or
 * arbitration; and, for whoever acts from a part of this dossier himself, those that judge its work. Nobody picks his reviewer.
 */
export function fixedParts(at: At): readonly RoleId[] {
  const { policy } = at.law;
  const kind = kindIn(at.law, at.dossier.kind);
  const seats = actRule('assign-parts', at.law, at.dossier.kind)?.by ?? [];
  const sits = (some: typeof seats): boolean => 'posting' in passToAny(some, at.dossier, at.by, at.law, at.on);
  // who holds an office and a part's post alike does not shed the part by signing from the office
  const fromOutside =
    sits(seats.filter((seat) => !isPart(at, seat.role))) && !sits(seats.filter((seat) => isPart(at, seat.role)));
  const steps = policy.procedures.flatMap((procedure) => procedure.routes.flatMap((route) => route.steps));
  const judges = steps.filter((step) => judgedBy(step) !== null).flatMap(seatsOf);
  return policy.caseRoles
    .map((role) => role.id)
    .filter(
      (role) =>
        (kind !== null && role === kind.holder && handsOver(kind, at.law)) ||
        (!fromOutside && judges.some((seat) => seat.role === role)),
    );
}

/** Where a kind hands its dossiers over, who has one changes by hand-over or arbitration alone. */
export function handsOver({ flow }: Pick<Kind, 'flow'>, law: Law): boolean {
  const runs = flow.map(({ run }) => run).filter((run) => hasProcedure(law, run));
  return runs.some((run) =>
    procedureOf(law, run).routes.some((route) => route.steps.some((step) => step.do === 'hand-over')),
  );
}

function fixedFaults(at: At, role: RoleId, parts: readonly Part[]): InputFault[] {
  const stands = !fixedParts(at).includes(role) || units(parts) === units(at.dossier.parts[role]);
  return stands ? [] : [{ field: `parts.${role}`, code: 'not-yours' }];
}

function judgeFaults({ dossier, law, on }: At, named: Parts): InputFault[] {
  if (!leavesNoJudge(dossier, named, law, on)) return [];
  const moved = Object.keys(named).filter((role) => units(named[role]) !== units(dossier.parts[role]));
  return moved.map((role) => ({ field: `parts.${role}`, code: 'judges-it' }));
}

/**
 * Whether parts named so would leave nobody to take a judging step that is still to come in what runs: whoever holds its seat would
 * accept his own work. Where the seat was barred before, the naming is not what bars it.
 */
export function leavesNoJudge(dossier: Dossier, named: Parts, law: Law, on: PlainDate): boolean {
  const after = { ...dossier, parts: { ...dossier.parts, ...named } };
  const strands = (step: Step): boolean => {
    const newly = (seat: Seat): boolean =>
      seatBarred(seat, step, after, law, on) !== null && seatBarred(seat, step, dossier, law, on) === null;
    // a step whose decider the plan leaves open is judged when a ruling names him
    return step.by.length > 0 && (step.together === 'any' ? step.by.every(newly) : step.by.some(newly));
  };
  return stepsToCome(dossier, law).some(strands);
}

/** Steps of what runs, from those that are open on. */
const stepsToCome = ({ runs }: Dossier, law: Law): readonly Step[] =>
  Object.values(runs).flatMap((run) => {
    if (run.step === null || run.finishedOn !== null) return [];
    const { steps } = routeOf(law, run.id, run.route);
    return steps.slice(steps.findIndex(({ id }) => id === run.step));
  });

/** Parts that come along with a step: all required ones at the hand-over, one's own people at the claim, none elsewhere. */
export function partsFaults(at: At, task: Task, parts: Parts): InputFault[] {
  // a part the form sends empty is a part nobody was named for
  const given = Object.entries(parts).flatMap(([role, players]) =>
    players.length > 0 || !isPart(at, role) ? partFaults(at, role, players) : [],
  );
  if (task.do === 'hand-over') {
    const here = partsHere(at.dossier, at.law);
    const named = withDefaults(at, parts, here);
    const missing = here.filter((role) => isRequired(role, at.dossier.facts) && !named[role.id]?.length);
    return [...given, ...missing.map((role) => ({ field: `parts.${role.id}`, code: 'required' as const }))];
  }
  if (task.do === 'claim') {
    const strange = Object.entries(parts).filter(([role, players]) => units(players) !== units(at.dossier.parts[role]));
    return [...given, ...strange.map(([role]) => ({ field: `parts.${role}`, code: 'unknown' as const }))];
  }
  return Object.keys(parts).map((role) => ({ field: `parts.${role}`, code: 'unknown' as const }));
}

const isPart = ({ law }: At, role: RoleId): boolean => law.policy.caseRoles.some((rule) => rule.id === role);

/** Who may play this part: a unit of the pack that holds one of its roles, one alone unless the part is for many. */
export function partFaults(
  { law, on, dossier, field: lies }: Omit<At, 'by'>,
  role: RoleId,
  parts: readonly Part[],
): InputFault[] {
  const rule = law.policy.caseRoles.find((known) => known.id === role);
  const field = `parts.${role}`;
  if (!rule) return [{ field, code: 'unknown' }];
  if (!rule.many && parts.length > 1) return [{ field, code: 'malformed' }];
  if (isRequired(rule, dossier.facts) && parts.length === 0) return [{ field, code: 'required' }];
  const inCharge = law.policy.fields.find((known) => known.id === lies)?.inCharge;
  const roles = rule.among.flatMap((among) => (among === 'field' ? (inCharge ?? []) : among));
  // asked of the unit named and not of every unit that might have been: a duty opens thousands of dossiers at once
  const plays = (unit: string): boolean => {
    const own = { ...law, units: law.units.filter(({ id }) => id === unit) };
    return roles.some((among) => playersOf(among, dossier, own, on).some((player) => player.unit === unit));
  };
  return parts.flatMap((part) => [
    ...(rule.among.length === 0
      ? unitFault(field, part.unit, law)
      : plays(part.unit)
        ? []
        : [{ field, code: 'unknown' } as const]),
    ...(part.person && part.person.name.length > 40 ? [{ field, code: 'too-long', bound: '40' } as const] : []),
  ]);
}

/** Names stand in the record as the pack has them on that day, whatever the form sent. */
export function namedParts(parts: Parts, law: Law, on: PlainDate): Parts {
  const named = (part: Part): Part => ({ ...part, unitName: unitName(law.units, part.unit, on) });
  return Object.fromEntries(Object.entries(parts).map(([role, players]) => [role, players.map(named)]));
}

/** Parts at the hand-over: those given, and the plan's own default for every part nobody was named for. */
export const handOverParts = (at: Omit<At, 'by'>, given: Parts): Parts =>
  namedParts(withDefaults(at, given, partsHere(at.dossier, at.law)), at.law, at.on);

/**
 * Parts as given, and the plan's own default for each of these that nobody was named for. `opener`: the unit that opens the
 * dossier, where a person does.
 */
export function withDefaults(
  at: Omit<At, 'by'>,
  given: Parts,
  roles: readonly CaseRole[],
  opener: string | null = null,
): Parts {
  const late = ({ byDefault: by }: CaseRole): boolean => by === 'holder';
  // whoever has the dossier may have it by default himself
  return [...roles.filter((role) => !late(role)), ...roles.filter(late)].reduce<Parts>((parts, role) => {
    const player = parts[role.id]?.length ? null : byDefault(at, role, parts, opener);
    return player ? { ...parts, [role.id]: [player] } : parts;
  }, given);
}

/** Who plays a part that nobody was named for: the department in charge of the field, whoever has the dossier, or whoever opens it. */
function byDefault(at: Omit<At, 'by'>, role: CaseRole, given: Parts, opener: string | null): Part | null {
  const { dossier, law, on, field: lies } = at;
  const holder = kindIn(law, dossier.kind)?.holder;
  if (role.byDefault === 'holder') return (holder === undefined ? undefined : given[holder])?.[0] ?? null;
  if (role.byDefault === 'opener') {
    const part = opener === null ? null : { unit: opener, unitName: '', person: null };
    return part && partFaults(at, role.id, [part]).length === 0 ? part : null;
  }
  if (role.byDefault !== 'field-department') return null;
  const field = law.policy.fields.find((known) => known.id === lies);
  const player = field && playersOf(field.inCharge, dossier, law, on)[0];
  return player ? { unit: player.unit, unitName: player.unitName, person: null } : null;
}
