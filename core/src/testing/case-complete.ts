import { stillKept, type Case, type CaseAsk, type CaseOffer, type GivenEvidence } from '../case/index.ts';
import type { Kind, RoleId } from '../policy/index.ts';
import { kindIn, type Law, type Part } from '../procedure/index.ts';
import { leavesNoJudge } from '../procedure/verbs/parts.ts';
import { daysBetween, type PlainDate } from '../time/index.ts';
import { allPlayers, factsFor, filledIn, pick, playersFor, type CaseChoices } from './case-values.ts';
import { evidenceOf, paper, recordedOn, rulable } from './complete.ts';

type At = { readonly dossier: Case; readonly on: PlainDate; readonly choices: CaseChoices; readonly law: Law };

/** A file as it is brought to a plain dossier. */
export function givenEvidence(kind: string, serial: number, on: PlainDate): GivenEvidence {
  const { place: _place, measure: _measure, ...given } = evidenceOf(kind, serial, on);
  return given;
}

/** The ask this offer promises to accept, with every input it says it needs and nothing it does not. */
export function completeCase(offer: CaseOffer, at: At): CaseAsk {
  const { target, type, clause, needs } = offer;
  const { on, choices, dossier } = at;
  const { serial } = choices;
  const kind = kindIn(at.law, dossier.kind)!;
  const reason = `演示理由 ${serial}`;
  switch (type) {
    case 'TakeStep':
      return takeStep(offer, kind, at);
    case 'ReturnStep':
      return {
        type,
        task: target!,
        to: needs.returnsTo.length > 0 ? pick(needs.returnsTo, serial).step : '',
        reason,
        becauseOf: clause ?? '§4',
        ...(needs.recorded ? { recorded: recordedOn(on, offer.unitName ?? '') } : {}),
      };
    case 'DoAct':
      return {
        type,
        act: target!,
        ...(needs.says ? { text: `说明 ${serial}` } : {}),
        ...(needs.values.length > 0 ? { values: filledIn(needs.values, kind, at) } : {}),
      };
    case 'RuleQuestion':
      return {
        type,
        question: target!,
        choice: pick(rulable(needs), serial)?.id ?? '',
        reason,
        scope: serial % 3 ? 'dossier' : 'edition',
      };
    case 'EndRuling':
      return { type, question: target!, reason };
    case 'RaiseObjection':
      return { type, id: `o${serial}`, task: target!, from: '某会员（演示）', day: on, text: '不同意' };
    case 'SettleObjection':
      return { type, objection: target!, upheld: !choices.objects && serial % 2 === 0, reason };
    case 'AddEvidence':
      return { type, evidence: givenEvidence(pick(at.law.policy.evidenceKinds, serial).id, serial, on) };
    default:
      return ofDossier(offer, kind, at, reason);
  }
}

function takeStep({ target, needs, seen }: CaseOffer, kind: Kind, at: At): CaseAsk {
  const { dossier, on, choices } = at;
  const task = dossier.tasks.find((open) => open.id === target)!;
  const objects = needs.objection && choices.objects;
  return {
    type: 'TakeStep',
    task: task.id,
    opinion: '意见',
    ...(objects ? { verdict: 'object' as const } : {}),
    ...(needs.demands.length > 0 ? { account: { attended: '某人', heldOn: on, manner: 'on-site' as const } } : {}),
    ...(needs.document ? { document: paper(on) } : {}),
    ...(needs.recorded ? { recorded: recordedOn(on, task.unitName ?? '') } : {}),
    ...(needs.facts.length > 0 ? { facts: factsFor(needs.facts, at.law, choices.serial) } : {}),
    ...(needs.parts ? { parts: allPlayers(kind, at) } : {}),
    ...(needs.values.length > 0 ? { values: filledIn(needs.values, kind, at) } : {}),
    ...(needs.outcomes.length > 0 && !objects
      ? { outcome: pick(needs.outcomes, choices.serial + task.round - 1).id }
      : {}),
    ...(seen ? { seen: seen.digest } : {}),
  };
}

/** Verbs aimed at the dossier itself, at its copies and at its limits. */
function ofDossier({ type, target, needs }: CaseOffer, kind: Kind, at: At, reason: string): CaseAsk {
  const { dossier, on, choices } = at;
  switch (type) {
    case 'FillSheet':
      return { type, values: filledIn([pick(needs.values, choices.serial)], kind, at), reason };
    case 'AssignParts': {
      const free = kind.parts.filter((role) => !needs.fixedParts.includes(role));
      const standing = kind.parts.filter((role) => dossier.parts[role]?.length);
      // of a unit that stands another person may be named
      const role = pick(free.length > 0 ? free : standing, choices.serial);
      const players = free.length > 0 ? playersThatLeaveJudges(role, at) : dossier.parts[role]!;
      return { type, parts: { [role]: players }, reason };
    }
    case 'Link':
      return {
        type,
        link: { how: 'kept-in', dossier: `l${choices.serial}`, kind: 'locker', number: '柜-1', title: '一号柜' },
      };
    case 'MergeInto':
      return { type, into: twin(choices), reason };
    case 'TellApart':
      return { type, apart: [{ ...twin(choices), reason }] };
    case 'Unmerge':
      return { type, reason };
    case 'FreezeGathering':
      return { type, members: [] };
    case 'FileNil':
      return { type, ...(needs.recorded ? { recorded: recordedOn(on) } : {}) };
    case 'Withdraw':
      return { type, reason };
    case 'ShowPersonal':
      return { type, field: pick(stillKept(dossier), choices.serial).field, reason };
    case 'ErasePersonal':
      return { type, ids: [pick(stillKept(dossier), choices.serial).id], reason, basis: '某法第一条（演示）' };
    case 'Urge':
      return { type, task: target!, text: '请抓紧' };
    case 'NoteDays':
      return { type, task: target!, ...(choices.serial % 2 ? { text: '已电话核实' } : {}) };
    case 'RecordCopySent':
      return { type, copy: target!, document: paper(on) };
    case 'AcknowledgeCopy':
      return { type, copy: target! };
    case 'ExtendTerm': {
      const due = dossier.clocks.find((clock) => clock.id === target)?.due ?? on;
      return { type, clock: target!, units: Math.max(0, daysBetween(due, on)) + 7, reason };
    }
    case 'PauseTerm':
    case 'ResumeTerm':
      return { type, clock: target!, reason };
    default:
      throw new Error(`${type} is never in hand`);
  }
}

const twin = ({ serial }: CaseChoices) => ({ dossier: `d${serial}`, number: `建议-${serial}`, title: '另一件' });

/** Players of a part, others than those to whom nobody would be left to accept their work. */
function playersThatLeaveJudges(role: RoleId, at: At): readonly Part[] {
  const { dossier, law, on, choices } = at;
  const tried = Array.from({ length: 12 }, (_, nth) =>
    playersFor(role, nth === 0 ? at : { ...at, choices: { ...choices, players: {}, serial: choices.serial + nth } }),
  );
  return tried.find((players) => !leavesNoJudge(dossier, { [role]: players }, law, on)) ?? tried[0]!;
}
