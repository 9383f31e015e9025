import type { TFunction } from 'i18next';

/** RFC 9457, as the server sends it. */
export type ProblemDocument = {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly titleEn: string;
  readonly detail?: string;
  readonly detailEn?: string;
  readonly clause?: string;
  readonly faults?: readonly { readonly field: string; readonly code: string }[];
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
  const detail = english ? (document.detailEn ?? document.detail) : document.detail;
  const faults = (document.faults ?? []).map(
    (fault) =>
      `${t(`field.${fault.field.split('.')[0]}`, { defaultValue: fault.field })}：${t(`api.fault.${fault.code}`, { defaultValue: fault.code })}`,
  );
  const errors = (document.errors ?? []).map((error) => `${error.at} ${english ? error.messageEn : error.message}`);
  const clause = document.clause ? [t('api.clause', { clause: document.clause })] : [];
  return { title, details: [...(detail ? [detail] : []), ...faults, ...errors, ...clause] };
}
