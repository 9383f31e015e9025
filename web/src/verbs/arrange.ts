import type { Offer } from './verb.ts';

/** Verbs in the order in which an office reaches for them. */
const ORDER = [
  'TakeStep',
  'FileNil',
  'FreezeGathering',
  'RuleQuestion',
  'SettleObjection',
  'DoAct',
  'ReportFinish',
  'CompleteMeasure',
  'ReportProgress',
  'WritePlan', // once the work goes on, changing the plan is not what one comes for
  'AddEvidence',
  'RaiseObjection',
  'WithdrawAct',
  'ReturnStep',
  'ContestHandOver',
  'ArbitrateHandOver',
  'NoteDays',
  'ResumeTerm',
  'ExtendTerm',
  'PauseTerm',
  'Urge',
  'RecordCopySent',
  'AcknowledgeCopy',
  'AssignParts',
  'CorrectProblem',
  'FillSheet',
  'AddCrossReference',
  'TellApart',
  'MergeInto',
  'Unmerge',
  'Link',
  'EndRuling',
  'WithdrawProblem',
  'Withdraw',
  'ErasePersonal',
];

/** Verbs that keep a dossier in order: they wait in the list of all verbs, whoever may use them. */
const HOUSEKEEPING = new Set([
  'AcknowledgeCopy',
  'AssignParts',
  'CorrectProblem',
  'FillSheet',
  'AddCrossReference',
  'TellApart',
  'MergeInto',
  'Link',
  'EndRuling',
  'WithdrawProblem',
  'Withdraw',
  'ErasePersonal',
  'PauseTerm',
]);

/** What is asked for beside the field that it is about. */
const IN_THE_SHEET = 'ShowPersonal';

/**
 * Whether a verb brings the dossier on, and is not only a word about it. A file brings it on where something that this person has
 * to do waits for one; `others`: what he may not do yet.
 */
export function isWork(offer: Offer, others: readonly Offer[] = []): boolean {
  if (offer.type === 'AddEvidence') return others.some(({ obstacle }) => obstacle?.code === 'evidence-missing');
  return rankOf(offer.type) < rankOf('WithdrawAct') || offer.type === 'ArbitrateHandOver' || isFirstFilling(offer);
}

/** Filling in the sheet for the first time: a correction would want a reason. */
export const isFirstFilling = ({ type, needs }: Offer): boolean => type === 'FillSheet' && !needs.reason;

/** Reasons that say "some other time": such a verb is not what the person is looking for now. */
const ELSEWHERE = new Set(['wrong-stage', 'nothing-to-do', 'not-returnable', 'not-withdrawable', 'closed']);

export type Arranged = {
  readonly allowed: readonly Offer[];
  readonly blocked: readonly Offer[];
  readonly all: readonly Offer[];
};

/** What the bar shows: what may be done, then what may not be done yet; everything else on request. */
export function arrange(offers: readonly Offer[]): Arranged {
  const all = offers.filter(({ type }) => type !== IN_THE_SHEET).sort((a, b) => rank(a) - rank(b));
  const near = all.filter(
    (offer) => !HOUSEKEEPING.has(offer.type) || (isFirstFilling(offer) && offer.obstacle === null),
  );
  const allowed = near.filter((offer) => offer.obstacle === null);
  const blocked = near
    .filter((offer) => offer.obstacle !== null && !ELSEWHERE.has(offer.obstacle.code) && offer.type !== 'ReturnStep')
    .filter((offer, at, others) => !hidden(offer, [...allowed, ...others.slice(0, at)]));
  return { allowed, blocked, all };
}

/** A step that waits for many offices is one button: one's own stands for all, and where none is one's own, the first says why. */
const hidden = (offer: Offer, shown: readonly Offer[]): boolean =>
  shown.some((other) => other.type === offer.type && other.title?.zh === offer.title?.zh);

/** What a step waits for, and the verb that brings it. */
const BRINGS: Readonly<Record<string, string>> = {
  'plan-missing': 'WritePlan',
  'evidence-missing': 'AddEvidence',
  'fields-missing': 'FillSheet',
};

/** What says of an offer which line it handles, for dossiers of every kind. */
export type Handled = Pick<Offer, 'type' | 'target' | 'obstacle'>;

/**
 * The verb with which a line of a desk is handled: the step itself, or, while it waits for something this person may bring, that.
 * Null: the line is no step and several verbs serve it, or it is not his to do.
 */
export function handling<O extends Handled>(line: string, offers: readonly O[]): O | null {
  const may = (type: string): O | null =>
    offers.find((offer) => offer.type === type && offer.obstacle === null) ?? null;
  const step = offers.find(({ type, target }) => type === 'TakeStep' && target === line);
  if (step) return step.obstacle === null ? step : may(BRINGS[step.obstacle.code] ?? '');
  if (line.startsWith('measure:')) return may('ReportProgress');
  if (line.startsWith('days:'))
    return (
      offers.find(({ type, target, obstacle }) => type === 'NoteDays' && target === line && obstacle === null) ?? null
    );
  return line === 'contest' ? may('ArbitrateHandOver') : null;
}

/** A sheet that waits to be filled in is what one came for: the step itself comes after it. */
const rank = (offer: Offer): number => (isFirstFilling(offer) ? rankOf('TakeStep') + 0.5 : rankOf(offer.type));

function rankOf(type: string): number {
  const at = ORDER.indexOf(type);
  return at === -1 ? ORDER.length : at;
}
