import type { TFunction } from 'i18next';

/** One fault of what was entered, as the server says it. */
export type Fault = { readonly field: string; readonly code: string; readonly bound?: string };

/** What the plan calls what a path leads to; without them the form's own word stands. */
export type FieldCallings = {
  readonly role: (id: string) => string;
  readonly fact: (id: string) => string;
  readonly value: (id: string) => string;
};

/** What is wrong and what would be right; a code that nobody knows is said to be wrong all the same. */
export function faultWords({ code, bound }: Fault, t: TFunction): string {
  const plain = t(`api.fault.${code}`, { defaultValue: t('api.fault.other') });
  return bound === undefined ? plain : t(`api.fault.${code}.bound`, { bound, defaultValue: plain });
}

/** Parts of a form that only hold others: the field is called by what follows. */
const AROUND = new Set(['plan', 'basics', 'source', 'sources', 'account', 'evidence', 'recorded', 'measures']);
/** Fields whose word is another than their own name. */
const CALLED: Readonly<Record<string, string>> = {
  'document.number': 'field.document',
  'document.date': 'field.documentDate',
  'document.scan': 'field.scan',
  unitName: 'field.unit',
  holder: 'field.unit',
  lead: 'field.unit',
};

/** A field as the form calls it, from the path by which the server names it. No path stands on a screen. */
export function fieldCalled(path: string, t: TFunction, callings?: FieldCallings): string {
  const [first = '', ...rest] = path.split('.');
  const tail = rest.join('.');
  if (tail !== '' && callings) {
    const own = first === 'parts' ? callings.role(tail) : first === 'facts' ? callings.fact(tail) : '';
    if (own) return own;
    const value = first === 'values' ? callings.value(rest[0] ?? '') : '';
    if (value) return value;
  }
  return plainly(path.split('.'), t);
}

function plainly(path: readonly string[], t: TFunction): string {
  const [first = '', ...rest] = path;
  const known = CALLED[path.join('.')];
  if (known) return t(known);
  if (rest.length === 0 || !AROUND.has(first)) return t(`field.${first}`, { defaultValue: t('api.field.entry') });
  const [at = '', ...inner] = rest;
  if (!/^\d+$/.test(at)) return plainly(rest, t);
  const item = t(`field.${first === 'measures' ? 'measure' : 'list'}`);
  const what = inner.length > 0 && inner[0] !== 'text' ? ` ${plainly(inner, t)}` : '';
  return t('api.field.item', { no: Number(at) + 1, what: item + what });
}

/** The whole sentence: which field, what is wrong there, what would be right. */
export const faultSentence = (fault: Fault, t: TFunction, callings?: FieldCallings): string =>
  t('api.fault.at', { field: fieldCalled(fault.field, t, callings), wrong: faultWords(fault, t) });
