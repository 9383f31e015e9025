import { passToAny, unitsInRole, type Actor, type InputFault, type Pass } from '../../access/index.ts';
import type { CaseRole, Kind } from '../../policy/index.ts';
import { follow, stageFrom, type Law, type Parts } from '../../procedure/index.ts';
import { handsOver, isRequired, namedParts, partFaults, textFault } from '../../procedure/verbs/index.ts';
import type { PlainDate } from '../../time/index.ts';
import { noCase } from '../case.ts';
import { returnTitle, titleFrom } from '../pattern.ts';
import { factsIn, openFields, prefilled, sheetFaults, withoutEmpty } from '../sheet.ts';
import { startOwed } from './owing.ts';
import type { CaseAskOf, CaseAt, CaseVerb } from './verb.ts';

/** Whether this person may open a dossier of the kind; where the pack gives it to nobody, only duties and tells do. */
export function passToOpen(kind: Kind, by: Actor, law: Law, on: PlainDate): Pass {
  if (!kind.opens) return { obstacle: { code: 'silent', topic: 'opens' } };
  return passToAny(kind.opens.by, noCase, by, law, on);
}

/** Whether this person may bring in a workbook of them: whoever opens one, where the pack says that workbooks may. */
export function passToBringIn(kind: Kind, by: Actor, law: Law, on: PlainDate): Pass {
  return kind.opens?.imports === true
    ? passToOpen(kind, by, law, on)
    : { obstacle: { code: 'silent', topic: 'imports' } };
}

/**
 * A dossier begins: from now on it keeps the edition of the plan that is in force. What a duty or a tell opens is opened by the
 * act that made it due, whoever holds which post.
 */
export const openCase: CaseVerb<'OpenCase'> = {
  points: ['absent'],
  clause: ({ kind }) => kind?.clause ?? null,
  pass: ({ kind, by, law, on }) => (kind ? passToOpen(kind, by, law, on) : { obstacle: { code: 'unknown-dossier' } }),
  faults: (at, ask) => [
    ...textFault('number', ask.number, 80),
    ...channelFaults(at, ask),
    ...partsGiven(at, ask),
    ...sheetGiven(at, ask),
  ],
  write: (draft, ask, law) => {
    const kind = law.policy.kinds!.find(({ id }) => id === ask.kind)!; // the guard let nobody through without one
    const around = { law, on: draft.signature.on };
    const given = withoutEmpty(ask.values);
    const values = prefilled(kind, given, ask.belongsTo ?? {}, around);
    // what a tell hands over was written by nobody here
    const beforehand = Object.keys(values).filter((field) => ask.told || given[field] === undefined);
    draft.add({
      type: 'CaseOpened',
      kind: kind.id,
      kindTitle: kind.title,
      number: ask.number,
      title: ask.owed ? returnTitle(kind, ask.owed, law, draft.signature.on) : titleFrom(kind, values),
      policy: law.policy.edition,
      values,
      ...(beforehand.length > 0 ? { prefilled: beforehand } : {}),
      facts: factsIn(kind, values),
      from: ask.from ?? null,
      links: ask.links ?? [],
      owed: ask.owed ?? null,
      ...(ask.imported ? { imported: ask.imported } : {}),
      stage: stageFrom(kind, 'opened'),
      clause: kind.clause,
    });
    const { on, by } = draft.signature;
    // what a duty or a tell opens names its players itself: whoever acted elsewhere opens nothing here
    const named = ask.owed || ask.told ? (ask.parts ?? {}) : partsAtOpening(kind, ask, by.unit, law, on);
    const parts = namedParts(named, law, on);
    if (Object.keys(parts).length > 0) draft.add({ type: 'PartsAssigned', parts, clause: kind.clause, reason: null });
    follow(draft, 'opened', { day: on, document: null, clause: kind.clause }, true, law);
    startOwed(draft, ask, law);
  },
};

function channelFaults({ kind }: CaseAt, { from, owed, told }: CaseAskOf<'OpenCase'>): InputFault[] {
  const channels = kind?.opens?.from ?? [];
  if (channels.length === 0 || owed || told) return [];
  if (from === undefined) return [{ field: 'from', code: 'required' }];
  return channels.some(({ id }) => id === from) ? [] : [{ field: 'from', code: 'unknown' }];
}

function partsGiven(at: CaseAt, ask: CaseAskOf<'OpenCase'>): InputFault[] {
  const { kind, by, law, on } = at;
  const known = kind?.parts ?? [];
  const given = Object.entries(ask.parts ?? {}).flatMap(([role, players]): InputFault[] =>
    known.includes(role) ? partFaults(at, role, players) : [{ field: `parts.${role}`, code: 'unknown' }],
  );
  if (!kind || ask.owed || ask.told || handsOver(kind, law)) return given;
  const pass = passToOpen(kind, by, law, on);
  const players = 'posting' in pass ? partsAtOpening(kind, ask, pass.posting.unit, law, on) : {};
  const facts = factsIn(kind, prefilled(kind, withoutEmpty(ask.values), ask.belongsTo ?? {}, { law, on }));
  const missing = law.policy.caseRoles.filter(
    (role) => known.includes(role.id) && isRequired(role, facts) && !players[role.id]?.length,
  );
  return [...given, ...missing.map(({ id }): InputFault => ({ field: `parts.${id}`, code: 'required' }))];
}

/** Parts as named, and the unit that opens it where the plan says that it plays one. Others are named at the hand-over. */
function partsAtOpening(
  { parts: known }: Kind,
  { parts: given = {} }: CaseAskOf<'OpenCase'>,
  unit: string,
  law: Law,
  on: PlainDate,
): Parts {
  const own = law.policy.caseRoles.filter(
    (role) => known.includes(role.id) && !given[role.id]?.length && playsByOpening(role, unit, law, on),
  );
  return { ...given, ...Object.fromEntries(own.map(({ id }) => [id, [{ unit, unitName: '', person: null }]])) };
}

const playsByOpening = ({ byDefault, among }: CaseRole, unit: string, law: Law, on: PlainDate): boolean =>
  byDefault === 'opener' && among.some((role) => unitsInRole(law.units, role, on).some(({ id }) => id === unit));

/** Parts that somebody must be named for when a unit opens such a dossier, at facts that demand them: those that no hand-over fills. */
export const partsWanted = (kind: Kind, unit: string, law: Law, on: PlainDate): readonly CaseRole[] =>
  handsOver(kind, law)
    ? []
    : law.policy.caseRoles.filter(
        (role) => kind.parts.includes(role.id) && role.required !== false && !playsByOpening(role, unit, law, on),
      );

/** A return is opened empty and filled in by whoever owes it; what a tell opens brings what it has. */
function sheetGiven(
  { kind, law, on }: CaseAt,
  { values, belongsTo = {}, owed, told }: CaseAskOf<'OpenCase'>,
): readonly InputFault[] {
  if (!kind) return [];
  const fields = openFields(kind, law.policy);
  const whole = !owed && !told;
  const before = prefilled(kind, {}, belongsTo, { law, on });
  return sheetFaults(fields, values, before, factsIn(kind, { ...before, ...values }), { law, on, whole });
}
