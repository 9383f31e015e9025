import { passToAny, type Actor, type InputFault, type Pass } from '../../access/index.ts';
import type { Kind } from '../../policy/index.ts';
import { follow, stageFrom, type Law } from '../../procedure/index.ts';
import { namedParts, partFaults, textFault } from '../../procedure/verbs/index.ts';
import type { PlainDate } from '../../time/index.ts';
import { noCase } from '../case.ts';
import { titleFrom } from '../pattern.ts';
import { factsIn, openFields, sheetFaults, withoutEmpty } from '../sheet.ts';
import { startOwed } from './owing.ts';
import type { CaseAskOf, CaseAt, CaseVerb } from './verb.ts';

/** Whether this person may open a dossier of the kind; where the pack gives it to nobody, only duties and tells do. */
export function passToOpen(kind: Kind, by: Actor, law: Law, on: PlainDate): Pass {
  if (!kind.opens) return { obstacle: { code: 'silent', topic: 'opens' } };
  return passToAny(kind.opens.by, noCase, by, law, on);
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
    const values = withoutEmpty(ask.values);
    draft.add({
      type: 'CaseOpened',
      kind: kind.id,
      kindTitle: kind.title,
      number: ask.number,
      title: titleFrom(kind, values),
      policy: law.policy.edition,
      values,
      facts: factsIn(kind, values),
      from: ask.from ?? null,
      links: ask.links ?? [],
      owed: ask.owed ?? null,
      stage: stageFrom(kind, 'opened'),
      clause: kind.clause,
    });
    const { on } = draft.signature;
    const parts = namedParts(ask.parts ?? {}, law, on);
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

function partsGiven(at: CaseAt, { parts = {} }: CaseAskOf<'OpenCase'>): InputFault[] {
  const known = at.kind?.parts ?? [];
  return Object.entries(parts).flatMap(([role, players]) =>
    known.includes(role) ? partFaults(at, role, players) : [{ field: `parts.${role}`, code: 'unknown' }],
  );
}

/** A return is opened empty and filled in by whoever owes it; what a tell opens brings what it has. */
function sheetGiven({ kind, law, on }: CaseAt, { values, owed, told }: CaseAskOf<'OpenCase'>): readonly InputFault[] {
  if (!kind) return [];
  const fields = openFields(kind, law.policy);
  const whole = !owed && !told;
  return sheetFaults(fields, values, {}, factsIn(kind, values), { law, on, whole });
}
