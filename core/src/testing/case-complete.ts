import type { Case, CaseAsk, CaseOffer, Filled, GivenEvidence } from '../case/index.ts';
import type { Kind, SheetField, SheetValue } from '../policy/index.ts';
import { kindIn, type Law, type Parts } from '../procedure/index.ts';
import { daysBetween, type PlainDate } from '../time/index.ts';
import { evidenceOf, paper, part, recordedOn } from './complete.ts';

/** What a test decides for itself; everything else about an input follows from what the offer asks for. */
export type CaseChoices = {
  readonly answerer: string;
  readonly builders: readonly string[];
  readonly verdict: 'good' | 'bad' | 'odd';
  /** Says no wherever the law lets him; upholds no objection then. */
  readonly objects: boolean;
  /** Tells apart what would otherwise be entered twice, and picks among what may be picked. */
  readonly serial: number;
};

export const caseChoices: CaseChoices = {
  answerer: 'greens',
  builders: ['nets'],
  verdict: 'good',
  objects: false,
  serial: 0,
};

type At = { readonly dossier: Case; readonly on: PlainDate; readonly choices: CaseChoices; readonly law: Law };

/** A file as it is brought to a plain dossier. */
export function givenEvidence(kind: string, serial: number, on: PlainDate): GivenEvidence {
  const { place: _place, measure: _measure, ...given } = evidenceOf(kind, serial, on);
  return given;
}

const pick = <T>(items: readonly T[], at: number): T => items[at % items.length]!;

/** A value that fits a field, other with every serial where it can be. */
export function valueFor(
  field: SheetField,
  { on, choices: { serial, verdict, answerer } }: Omit<At, 'dossier' | 'law'>,
) {
  const values: Readonly<Record<SheetField['type'], SheetValue>> = {
    text: `话 ${serial}`,
    number: 1 + (serial % 9),
    money: (serial % 9000) * 100,
    day: on,
    instant: `${on}T09:30`,
    'yes-no': serial % 2 === 0,
    choice: field.id === 'verdict' ? verdict : (field.values?.[serial % field.values.length]?.id ?? ''),
    choices: field.values?.slice(0, 1 + (serial % 2)).map(({ id }) => id) ?? [],
    unit: answerer,
    units: ['keepers'],
    person: { name: '某人（演示）' },
    'named-person': { name: '某人（演示）', post: '队员' },
    place: { words: `${serial}号场` },
    files: [{ id: `f${serial}`, name: '图纸.pdf', digest: `d${serial}`, size: 1 }],
    reference: { dossier: `s${serial}`, number: '建议-2030-000', title: '旧建议' },
    rows: [{ thing: '长椅', pieces: 2 }],
    figure: 0,
  };
  return field.personal ? { personal: `p${serial}` } : values[field.type];
}

const filled = (ids: readonly string[], kind: Kind, at: At): Filled =>
  Object.fromEntries(kind.sheet.filter(({ id }) => ids.includes(id)).map((field) => [field.id, valueFor(field, at)]));

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
        ...(needs.values.length > 0 ? { values: filled(needs.values, kind, at) } : {}),
      };
    case 'RuleQuestion':
      return {
        type,
        question: target!,
        choice: needs.outcomes.length > 0 ? pick(needs.outcomes, serial).id : '',
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
      return { type, evidence: givenEvidence(pick(['before-photo', 'after-photo'], serial), serial, on) };
    default:
      return ofDossier(offer, kind, at, reason);
  }
}

function takeStep({ target, needs, seen }: CaseOffer, kind: Kind, at: At): CaseAsk {
  const { dossier, on, choices } = at;
  const task = dossier.tasks.find((open) => open.id === target)!;
  const objects = needs.objection && choices.objects;
  const parts: Parts = {
    'case.answerer': [part(choices.answerer)],
    'case.builder': choices.builders.map((unit) => part(unit)),
    'case.checker': [part('keepers')],
  };
  return {
    type: 'TakeStep',
    task: task.id,
    opinion: '意见',
    ...(objects ? { verdict: 'object' as const } : {}),
    ...(needs.document ? { document: paper(on) } : {}),
    ...(needs.recorded ? { recorded: recordedOn(on, task.unitName ?? '') } : {}),
    ...(needs.facts.length > 0 ? { facts: Object.fromEntries(needs.facts.map((id) => [id, 'minor'])) } : {}),
    ...(needs.parts ? { parts } : {}),
    ...(needs.values.length > 0 ? { values: filled(needs.values, kind, at) } : {}),
    ...(needs.outcomes.length > 0 && !objects ? { outcome: pick(needs.outcomes, choices.serial).id } : {}),
    ...(seen ? { seen: seen.digest } : {}),
  };
}

/** Verbs aimed at the dossier itself, at its copies and at its limits. */
function ofDossier({ type, target, needs }: CaseOffer, kind: Kind, at: At, reason: string): CaseAsk {
  const { dossier, on, choices } = at;
  switch (type) {
    case 'FillSheet':
      return { type, values: filled([pick(needs.values, choices.serial)], kind, at), reason };
    case 'AssignParts':
      return needs.fixedParts.includes('case.answerer') || choices.serial % 2 === 0
        ? { type, parts: { 'case.builder': choices.builders.map((unit) => part(unit)) }, reason }
        : { type, parts: { 'case.answerer': [part(choices.answerer)] }, reason };
    case 'Link':
      return {
        type,
        link: { how: 'kept-in', dossier: `l${choices.serial}`, kind: 'locker', number: '柜-1', title: '一号柜' },
      };
    case 'FreezeGathering':
      return { type, members: [] };
    case 'FileNil':
      return { type };
    case 'Withdraw':
      return { type, reason };
    case 'Urge':
      return { type, task: target!, text: '请抓紧' };
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
