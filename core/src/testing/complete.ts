import type { Ask, Evidence, Offer, PlanContent, Problem } from '../problem/index.ts';
import type { OfficialDocument, Part, Parts, RecordedAct } from '../procedure/index.ts';
import { addDays, daysBetween, type PlainDate } from '../time/index.ts';

/** What a test decides for itself; everything else about an input follows from what the offer asks for. */
export type Choices = {
  readonly holder: string;
  readonly helpers: readonly string[];
  readonly grade: 'minor' | 'major';
  /** Says no wherever the law lets him. */
  readonly objects?: boolean;
  /** Tells apart what would otherwise be entered twice. */
  readonly serial: number;
};

export const plainChoices: Choices = { holder: 'greens', helpers: [], grade: 'minor', serial: 0 };

export const part = (unit: string, name: string | null = '某人（演示）'): Part => ({
  unit,
  unitName: unit,
  person: name === null ? null : { name },
});
export const paper = (date: PlainDate, number = '会〔2030〕1号'): OfficialDocument => ({ number, date });
export const recordedOn = (date: PlainDate, unitName = '网球联盟'): RecordedAct => ({
  unitName,
  document: { number: '联〔2030〕7号', date, scan: 'scan-1', scanned: { name: '来文.pdf', digest: 'd-scan-1' } },
});

export const evidenceOf = (kind: string, serial: number, on: PlainDate): Evidence => ({
  id: `e${serial}`,
  kind,
  file: `f${serial}`,
  name: `照片${serial}`,
  mediaType: 'image/jpeg',
  size: 1,
  digest: `d${serial}`,
  takenOn: on,
  place: '一号场',
  measure: null,
  note: '',
});

/** A plan with two measures; the plan is due in 60 days, one measure in 30, the other whenever. */
export const planFor = (on: PlainDate, word = '修好一号场'): PlanContent => ({
  target: word,
  deadline: { date: addDays(on, 60), longTerm: false, raw: '两个月内' },
  measures: [
    {
      id: 'm1',
      text: '换红土',
      deadline: { date: addDays(on, 30), longTerm: false, raw: '一个月内' },
      unit: 'greens',
      person: '某人（演示）',
    },
    { id: 'm2', text: '换球网', deadline: null, unit: null, person: '' },
  ],
});

/** What ends a life before it has been lived: left out of those that are lived at random. */
export const ENDS: ReadonlySet<Offer['type']> = new Set(['WithdrawProblem', 'MergeInto']);

const targetOf = ({ needs }: Offer, { serial }: Choices): string =>
  needs.returnsTo[serial % needs.returnsTo.length]?.step ?? '';

type At = { readonly problem: Problem; readonly on: PlainDate; readonly choices: Choices };

/** The ask this offer promises to accept, with every input it says it needs and nothing it does not. */
export function complete(offer: Offer, { problem, on, choices }: At): Ask {
  const { target, needs, type, clause } = offer;
  const becauseOf = clause ?? '§1';
  const reason = '演示理由';
  const recorded = needs.recorded ? { recorded: recordedOn(on, offer.unitName ?? '') } : {};
  switch (type) {
    case 'TakeStep':
      return takeStep(offer, { problem, on, choices });
    case 'ReturnStep':
      return {
        type,
        task: target!,
        to: targetOf(offer, choices),
        reason,
        becauseOf,
        ...recorded,
        ...(targetOf(offer, choices) === 'self-check' ? { measures: needs.measures.slice(1).map(({ id }) => id) } : {}),
      };
    case 'Urge':
      return { type, task: target!, text: '请抓紧' };
    case 'NoteDays':
      return { type, task: target!, ...(choices.serial % 2 ? { text: '已电话核实' } : {}) };
    case 'RecordCopySent':
      return { type, copy: target!, document: paper(on) };
    case 'AcknowledgeCopy':
      return { type, copy: target! };
    case 'ExtendTerm': {
      const due = problem.clocks.find((clock) => clock.id === target)?.due ?? on;
      // past every weekend that a last day may be rolled over, and past today
      return { type, clock: target ?? '', units: Math.max(0, daysBetween(due, on)) + 7, reason };
    }
    case 'RaiseObjection':
      return { type, id: `o${choices.serial}`, task: target!, from: '某会员（演示）', day: on, text: '不同意' };
    case 'SettleObjection':
      return { type, objection: target!, upheld: choices.serial % 2 === 0, reason };
    case 'PauseTerm':
    case 'ResumeTerm':
      return { type, clock: target ?? '', reason };
    case 'RuleQuestion': {
      const may = rulable(needs);
      const { id } = may[choices.serial % may.length]!;
      return { type, question: target!, choice: id, reason, scope: choices.serial % 2 ? 'edition' : 'dossier' };
    }
    case 'EndRuling':
      return { type, question: target!, reason };
    case 'AddEvidence':
      return {
        type,
        evidence: evidenceOf(
          ['before-photo', 'after-photo', 'on-site-record'][choices.serial % 3]!,
          choices.serial,
          on,
        ),
      };
    default:
      return ofDossier(offer, { problem, on, choices }, reason, becauseOf);
  }
}

function takeStep({ target, needs, seen }: Offer, { problem, on, choices }: At): Ask {
  const task = problem.tasks.find((open) => open.id === target)!;
  const players: Parts =
    task.do === 'hand-over'
      ? {
          'case.holder': [part(choices.holder)],
          'case.lead-department': [part('keepers')],
          'case.helper': choices.helpers.map((unit) => part(unit)),
        }
      : {};
  return {
    type: 'TakeStep',
    task: task.id,
    ...(needs.objection && choices.objects ? { verdict: 'object' as const } : {}),
    ...(needs.opinion ? { opinion: '意见' } : {}),
    ...(needs.demands.length > 0 ? { account: { attended: '某人', heldOn: on, manner: 'on-site' as const } } : {}),
    ...(needs.document ? { document: paper(on) } : {}),
    ...(needs.recorded ? { recorded: recordedOn(on, task.unitName ?? '') } : {}),
    ...(needs.facts.length > 0 ? { facts: Object.fromEntries(needs.facts.map((id) => [id, choices.grade])) } : {}),
    ...(needs.parts ? { parts: players } : {}),
    ...(needs.outcomes.length > 0 ? { outcome: needs.outcomes[choices.serial % needs.outcomes.length]!.id } : {}),
    ...(seen ? { seen: seen.digest } : {}),
  };
}

/** Verbs aimed at the dossier itself. */
function ofDossier({ type, needs }: Offer, { problem, on, choices }: At, reason: string, becauseOf: string): Ask {
  // where the work came back, all can be reported on
  const measure = (problem.measures.find((open) => open.completedOn === null) ?? problem.measures[0])?.id ?? '';
  switch (type) {
    case 'WritePlan':
      return { type, plan: planAgain(problem, on, `修好一号场 ${choices.serial}`), reason };
    case 'ReportProgress':
      return { type, measure, percent: 50, pace: 'on-pace', text: '过半' };
    case 'CompleteMeasure':
      return { type, measure, completedOn: on, text: '完成' };
    case 'ReportFinish':
      return { type, text: '全部完成' };
    case 'AssignParts':
      return {
        type,
        parts:
          choices.serial % 2 || needs.fixedParts.includes('case.lead-department')
            ? { 'case.helper': choices.helpers.map((unit) => part(unit)) }
            : { 'case.lead-department': [part('treasury')] },
        reason,
      };
    case 'ContestHandOver':
      return { type, reason, becauseOf };
    case 'ArbitrateHandOver':
      return choices.serial % 2
        ? { type, outcome: 'uphold', reason }
        : { type, outcome: 'redirect', to: part(choices.holder), reason };
    case 'CorrectProblem':
      return { type, basics: { remarks: `更正 ${choices.serial}` }, facts: {}, reason };
    case 'WithdrawProblem':
      return { type, reason };
    case 'TellApart':
      return { type, apart: [{ ...twin(choices), reason }] };
    case 'MergeInto':
      return { type, into: twin(choices), reason };
    case 'Unmerge':
      return { type, reason };
    case 'AddCrossReference':
      return { type, source: { list: '联盟清单', number: `第${choices.serial}项`, date: on } };
    default:
      throw new Error(`${type} is never in hand`);
  }
}

const twin = ({ serial }: Choices) => ({ dossier: `twin-${serial}`, number: `T-9${serial}`, title: '另一处' });

/** A plan in force keeps its dates; before that it is written anew. */
function planAgain(problem: Problem, on: PlainDate, word: string): PlanContent {
  const { plan, measures, planInForce } = problem;
  if (planInForce === null || plan === null) return planFor(on, word);
  const content = measures.map(({ id, text, deadline, unit, person }) => ({ id, text, deadline, unit, person }));
  return { target: word, deadline: plan.deadline, measures: content };
}

/** The choices that may be ruled here: the others say why not. */
export const rulable = ({ outcomes }: Pick<Offer['needs'], 'outcomes'>): Offer['needs']['outcomes'] =>
  outcomes.filter(({ obstacle }) => obstacle === undefined);
