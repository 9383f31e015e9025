import type { TFunction } from 'i18next';
import { faultSentence, fieldCalled, type Fault } from './fault-words.ts';

/** RFC 9457, as the server sends it. */
export type ProblemDocument = {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly titleEn: string;
  readonly detail?: string;
  readonly detailEn?: string;
  readonly clause?: string;
  readonly faults?: readonly Fault[];
  readonly errors?: readonly { readonly at: string; readonly message: string; readonly messageEn: string }[];
  readonly faster?: { readonly name: string; readonly unitName: string; readonly at: string };
  readonly instance?: string;
};

/** The server said no, or did not answer. Everything else that is thrown is a bug of the page. */
export class Refused extends Error {
  readonly document: ProblemDocument;
  constructor(document: ProblemDocument) {
    super(document.code);
    this.name = 'Refused';
    this.document = document;
  }
}

/** Whether the server no longer knows who asks: the session ran out, or was ended elsewhere. */
export const isSignedOut = ({ code }: ProblemDocument): boolean => code === 'unauthenticated';

/** What happened, why (the clause), what to do: as sentences. */
export function sentences({ document }: Refused, language: string, t: TFunction): { title: string; details: string[] } {
  const english = language === 'en';
  // a page that is open was signed in once: it says what became of that, and where to go without losing what stands there
  if (isSignedOut(document)) return { title: t('api.signedOut'), details: [t('api.signedOutHint')] };
  const own = english ? document.titleEn : document.title;
  const title = own || t(`api.${document.code === 'offline' ? 'offline' : 'unexpected'}`);
  // each place of what does not fit says for itself what the first of them says for all, and in both languages
  const whole = (document.errors ?? []).length > 0 ? undefined : document.detail;
  const detail = english ? (document.detailEn ?? whole) : whole;
  const faults = (document.faults ?? []).map((fault) => faultSentence(fault, t));
  const errors = (document.errors ?? []).map((error) => malformed(error, english, t));
  const clause = document.clause ? [t('api.clause', { clause: document.clause })] : [];
  return { title, details: [...(detail ? [detail] : []), ...faults, ...errors, ...clause] };
}

/** What does not fit the contract, called as the form calls it: the server's path ends in the field. */
function malformed(
  { at, message, messageEn }: NonNullable<ProblemDocument['errors']>[number],
  english: boolean,
  t: TFunction,
): string {
  const path = at.split('/').filter((part) => !['body', 'querystring', 'params', 'headers', 'ask'].includes(part));
  const field = fieldCalled(path.join('.'), t);
  return t('api.fault.at', { field, wrong: english ? messageEn : message });
}
