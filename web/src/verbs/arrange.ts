import type { Offer } from '../dossier/dossier.ts';

/** Verbs in the order in which an office reaches for them. */
const ORDER = [
  'TakeStep',
  'ReportFinish',
  'CompleteMeasure',
  'ReportProgress',
  'WritePlan', // once the work goes on, changing the plan is not what one comes for
  'AddEvidence',
  'ReturnStep',
  'ContestHandOver',
  'ArbitrateHandOver',
  'ResumeTerm',
  'ExtendTerm',
  'PauseTerm',
  'Urge',
  'RecordCopySent',
  'AcknowledgeCopy',
  'AssignParts',
  'CorrectProblem',
  'AddCrossReference',
  'WithdrawProblem',
];

/** Verbs that keep a dossier in order: they wait in the list of all verbs, whoever may use them. */
const HOUSEKEEPING = new Set([
  'AcknowledgeCopy',
  'AssignParts',
  'CorrectProblem',
  'AddCrossReference',
  'WithdrawProblem',
  'PauseTerm',
]);

/** Whether a verb brings the problem on, and is not only a word about it. */
export const isWork = ({ type }: Offer): boolean => rankOf(type) < rankOf('ReturnStep') || type === 'ArbitrateHandOver';

/** Reasons that say "some other time": such a verb is not what the person is looking for now. */
const ELSEWHERE = new Set(['wrong-stage', 'nothing-to-do', 'not-returnable', 'closed']);

export type Arranged = {
  readonly allowed: readonly Offer[];
  readonly blocked: readonly Offer[];
  readonly all: readonly Offer[];
};

/** What the bar shows: what may be done, then what may not be done yet; everything else on request. */
export function arrange(offers: readonly Offer[]): Arranged {
  const all = [...offers].sort((a, b) => rank(a) - rank(b));
  const near = all.filter((offer) => !HOUSEKEEPING.has(offer.type));
  const allowed = near.filter((offer) => offer.obstacle === null);
  const blocked = near.filter((offer) => offer.obstacle !== null && !ELSEWHERE.has(offer.obstacle.code));
  return { allowed, blocked: blocked.filter((offer) => offer.type !== 'ReturnStep'), all };
}

const rank = (offer: Offer): number => rankOf(offer.type);

function rankOf(type: string): number {
  const at = ORDER.indexOf(type);
  return at === -1 ? ORDER.length : at;
}
