import { actTitle } from '../explain/acts.ts';
import { explainDuty } from '../explain/duty.ts';
import type { CaseRole, Pack, Unit } from '../model.ts';
import { withKinds } from '../with-kinds.ts';
import { listed, officeText, seatText } from '../wording.ts';
import { kindParts, sentences } from './kind-parts.ts';
import { restingOn, type Part } from './part.ts';
import { procedureParts } from './procedure-parts.ts';

const alone = { within: null, clause: null, ruling: null } as const;

/** Everything that a reading says, part by part in the order of the plan. */
export function partsOf(given: Pack): readonly Part[] {
  const pack = { ...given, policy: withKinds(given.policy) };
  const { policy, units } = pack;
  return [
    planPart(pack),
    ...policy.clauses.map((own): Part => {
      const { id, text } = own;
      return { what: 'clause', id, title: { zh: id, en: id }, ...alone, clause: id, says: { words: text }, own };
    }),
    ...policy.facts.map((own): Part => {
      const { id, label, values } = own;
      return {
        what: 'fact',
        id,
        title: label,
        ...alone,
        says: { words: listed(values.map((each) => each.label)) },
        own,
      };
    }),
    ...policy.fields.map((own): Part => {
      const says = { who: officeText(pack, own.inCharge) };
      return { what: 'field', id: own.id, title: own.label, ...alone, ...restingOn(own), says, own };
    }),
    ...policy.caseRoles.map((own) => caseRolePart(own, pack)),
    ...units.map((unit) => unitPart(unit)),
    ...Object.entries(policy.acts).map(([id, own]): Part => {
      const says = { who: listed(own.by.map((seat) => seatText(pack, seat))) };
      return { what: 'act', id, title: actTitle(id, own), ...alone, ...restingOn(own), says, own };
    }),
    ...policy.kinds.flatMap((kind) => kindParts(kind, pack)),
    ...policy.duties.map((own): Part => {
      const { title, words } = explainDuty(own, pack);
      return { what: 'duty', id: own.id, title, ...alone, ...restingOn(own), says: { words }, own };
    }),
    ...policy.procedures.flatMap((procedure) => procedureParts(procedure, pack)),
    ...policy.rulings.map((own): Part => {
      const { id, title, reason } = own;
      return { what: 'ruling', id, title, ...alone, ruling: id, says: { reason }, own };
    }),
  ];
}

/** What of a reading stands in no part of its own: its posts, kinds of evidence, calendars, what it leaves to others. */
function planPart({ policy, units }: Pack): Part {
  const { edition: _which, revision: _why, clauses, facts, fields, caseRoles, acts, kinds, duties, ...rest } = policy;
  const { procedures, rulings, ...own } = rest;
  const order = [
    ...[clauses, facts, fields, caseRoles, kinds ?? [], duties, procedures, rulings, units].map((list, at) =>
      list.map(({ id }) => `${at}/${id}`),
    ),
    Object.keys(acts),
  ].flat();
  return { what: 'plan', id: policy.id, title: policy.title, ...alone, says: {}, order, own };
}

function caseRolePart(own: CaseRole, pack: Pack): Part {
  const says = { who: listed(own.among.map((role) => officeText(pack, role))) };
  return { what: 'case-role', id: own.id, title: own.label, ...alone, ...restingOn(own), says, own };
}

function unitPart(own: Unit): Part {
  const names = own.names.map(({ name }) => name);
  const words = sentences([...names, ...own.shortNames.map((zh) => ({ zh }))]);
  return { what: 'unit', id: own.id, title: names.at(-1) ?? { zh: own.id }, ...alone, says: { words }, own };
}
