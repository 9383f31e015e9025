import { passToAny, type Actor, type InputFault, type Pass } from '../../access/index.ts';
import { FOR_EACH, type CaseRole, type Kind, type SheetValues } from '../../policy/index.ts';
import { follow, stageFrom, type Law, type Parts } from '../../procedure/index.ts';
import { handsOver, isRequired, namedParts, partFaults, textFault, withDefaults } from '../../procedure/verbs/index.ts';
import type { PlainDate } from '../../time/index.ts';
import { noCase } from '../case.ts';
import { returnTitle, titleFrom } from '../pattern.ts';
import { factsIn, openFields, prefilled, sheetFaults, withoutEmpty } from '../sheet.ts';
import { startOwed } from './owing.ts';
import { onceFilled, type CaseAskOf, type CaseAt, type CaseVerb } from './verb.ts';

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
    const values = prefilled(kind, given, beforehandIn(ask), around);
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
    const at = { ...onceFilled(noCase, kind, values), law, on };
    const parts = namedParts(partsAtOpening(kind, ask, at, by.unit), law, on);
    if (Object.keys(parts).length > 0) draft.add({ type: 'PartsAssigned', parts, clause: kind.clause, reason: null });
    follow(draft, 'opened', { day: on, document: null, clause: kind.clause }, true, law);
    startOwed(draft, ask, law);
  },
};

/** What fields that are prefilled take: from the dossier that this one belongs to, and of a return what it is owed for. */
const beforehandIn = ({ belongsTo = {}, owed }: CaseAskOf<'OpenCase'>): SheetValues =>
  owed?.field ? { ...belongsTo, [FOR_EACH]: owed.field } : belongsTo;

function channelFaults({ kind }: CaseAt, { from, owed, told }: CaseAskOf<'OpenCase'>): InputFault[] {
  const channels = kind?.opens?.from ?? [];
  if (channels.length === 0 || owed || told) return [];
  if (from === undefined) return [{ field: 'from', code: 'required' }];
  return channels.some(({ id }) => id === from) ? [] : [{ field: 'from', code: 'unknown' }];
}

function partsGiven(at: CaseAt, ask: CaseAskOf<'OpenCase'>): InputFault[] {
  const { kind, by, law, on } = at;
  if (!kind) return [];
  const values = prefilled(kind, withoutEmpty(ask.values), beforehandIn(ask), { law, on });
  const opened = { ...at, ...onceFilled(noCase, kind, values) };
  const given = Object.entries(ask.parts ?? {}).flatMap(([role, players]): InputFault[] =>
    kind.parts.includes(role) ? partFaults(opened, role, players) : [{ field: `parts.${role}`, code: 'unknown' }],
  );
  if (ask.owed || ask.told || handsOver(kind, law)) return given;
  const pass = passToOpen(kind, by, law, on);
  const players = 'posting' in pass ? partsAtOpening(kind, ask, opened, pass.posting.unit) : {};
  const missing = law.policy.caseRoles.filter(
    (role) => kind.parts.includes(role.id) && isRequired(role, opened.dossier.facts) && !players[role.id]?.length,
  );
  return [...given, ...missing.map(({ id }): InputFault => ({ field: `parts.${id}`, code: 'required' }))];
}

/**
 * Parts as named, and whoever plays one by default. Where the kind hands its dossiers over, the rest is said there. What a duty or
 * a tell opens nobody opens by hand: whoever acted elsewhere plays nothing here.
 */
function partsAtOpening(
  kind: Kind,
  { parts: given = {}, owed, told }: CaseAskOf<'OpenCase'>,
  at: Omit<CaseAt, 'by' | 'kind'>,
  unit: string,
): Parts {
  const later = handsOver(kind, at.law);
  const roles = at.law.policy.caseRoles.filter(
    ({ id, byDefault }) => kind.parts.includes(id) && (byDefault === 'opener' || !later),
  );
  return withDefaults(at, given, roles, owed || told ? null : unit);
}

/**
 * Parts that somebody may have to be named for when a unit opens such a dossier, at facts that demand them: those that no hand-over
 * fills, and that neither this unit nor whoever the field or the holder says plays by default.
 */
export function partsWanted(kind: Kind, unit: string, law: Law, on: PlainDate): readonly CaseRole[] {
  if (handsOver(kind, law)) return [];
  const at = { dossier: { ...noCase, kind: kind.id }, field: null, law, on };
  return law.policy.caseRoles.filter(
    (role) =>
      kind.parts.includes(role.id) &&
      role.required !== false &&
      (role.byDefault === undefined || role.byDefault === 'opener') &&
      !withDefaults(at, {}, [role], unit)[role.id],
  );
}

/** A return is opened empty and filled in by whoever owes it; what a tell opens brings what it has. */
function sheetGiven({ kind, law, on }: CaseAt, ask: CaseAskOf<'OpenCase'>): readonly InputFault[] {
  if (!kind) return [];
  const { values, owed, told } = ask;
  const fields = openFields(kind, law.policy);
  const whole = !owed && !told;
  const before = prefilled(kind, {}, beforehandIn(ask), { law, on });
  return sheetFaults(fields, values, before, factsIn(kind, { ...before, ...values }), { law, on, whole });
}
