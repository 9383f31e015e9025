import type { Actor, Refusal } from '../access/index.ts';
import {
  caseOffers,
  decideCase,
  evolveCase,
  noCase,
  type Case,
  type CaseAsk,
  type CaseEvent,
  type CaseOffer,
} from '../case/index.ts';
import type { SheetValues } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import type { LocalTime, PlainDate } from '../time/index.ts';
import { clerk } from './cast.ts';
import { kindsLaw } from './kinds.ts';
import { MONDAY } from './walk.ts';

/** A plain dossier with the log it was written from. */
export type CaseFile = { readonly dossier: Case; readonly log: readonly CaseEvent[] };

export const noCaseFile: CaseFile = { dossier: noCase, log: [] };

/** Who asks, when, under which law; what a test leaves out is the clerk's, on Monday, by the club's law. */
export type Along = {
  readonly by?: Actor;
  readonly on?: PlainDate;
  readonly instant?: LocalTime;
  readonly claimedOn?: PlainDate;
  readonly law?: Law | undefined;
};

/** What is answered to this ask. */
export function answered(
  file: CaseFile,
  ask: CaseAsk,
  { by = clerk, on = MONDAY, law = kindsLaw, instant, claimedOn }: Along = {},
) {
  const when = { on, ...(instant ? { instant } : {}), ...(claimedOn ? { claimedOn } : {}) };
  return decideCase({ ...ask, by, ...when }, file.dossier, law);
}

/** The file after this ask. Throws what was refused: a story that does not go on is a broken test. */
export function caseAfter(file: CaseFile, ask: CaseAsk, along: Along = {}): CaseFile {
  const decision = answered(file, ask, along);
  if ('refused' in decision)
    throw new Error(`${along.by?.id ?? clerk.id} may not ${ask.type}: ${JSON.stringify(decision.refused)}`);
  return { dossier: decision.events.reduce(evolveCase, file.dossier), log: [...file.log, ...decision.events] };
}

/** The refusal of this ask, or null when it is accepted. */
export function caseRefusal(file: CaseFile, ask: CaseAsk, along: Along = {}): Refusal | null {
  const decision = answered(file, ask, along);
  return 'refused' in decision ? decision.refused : null;
}

/** Events of one type in the log, oldest first. */
export function caseEvents<T extends CaseEvent['type']>({ log }: CaseFile, type: T): Extract<CaseEvent, { type: T }>[] {
  return log.filter((event): event is Extract<CaseEvent, { type: T }> => event.type === type);
}

/** A suggestion about the bar, with what a test says of it. */
export const suggested = (values: SheetValues = {}, along: Along = {}): CaseFile =>
  caseAfter(
    noCaseFile,
    {
      type: 'OpenCase',
      kind: 'suggestion',
      number: '建议-2030-001',
      values: { what: '添两张长椅', about: 'bar', ...values },
      from: 'desk',
    },
    along,
  );

/** The verb of this type, aimed at this where it has a target, as this person sees it. */
export function offerOf(
  { dossier }: CaseFile,
  type: CaseAsk['type'],
  target: string | null = null,
  { by = clerk, on = MONDAY, law = kindsLaw, instant }: Along = {},
): CaseOffer | undefined {
  const all = caseOffers(dossier, { by, on, ...(instant ? { instant } : {}) }, law);
  return all.find((offer) => offer.type === type && (target === null || offer.target === target));
}
