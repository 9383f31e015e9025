import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';
import { Refused } from '../api/refused.ts';

export type Copy = Schema<'CopyList'>['copies'][number];
/** Why one of them was not entered as read. */
type Why = { readonly zh: string; readonly en: string };

/** Enters each copy as read in its own dossier; answers why those were not that were refused. */
export async function readCopies(copies: readonly Copy[], intent: string): Promise<readonly Why[]> {
  const problems = copies.filter(({ kind }) => kind === 'problem');
  const others = copies.filter(({ kind }) => kind !== 'problem');
  const refused = problems.length > 0 ? await ofProblems(problems, intent) : [];
  const each: Why[] = [];
  // one after the other: two of the same dossier would overtake each other
  for (const copy of others) each.push(...(await ofCase(copy)));
  return [...refused, ...each];
}

async function ofProblems(copies: readonly Copy[], intent: string): Promise<readonly Why[]> {
  const items = copies.map(({ dossier, copy }) => ({ id: dossier, version: null, copy }));
  const body = { items, ask: { type: 'AcknowledgeCopy' } } as const;
  const { results } = await answered(api.POST('/api/problems/commands', { params: intended(intent), body }));
  return results.flatMap((one) => (one.refused ? [{ zh: one.refused.zh, en: one.refused.en ?? one.refused.zh }] : []));
}

async function ofCase({ dossier: id, copy }: Copy): Promise<readonly Why[]> {
  try {
    const { version } = await answered(api.GET('/api/cases/{id}', { params: { path: { id } } }));
    const params = { path: { id }, ...intended(newIntent()) };
    const body = { version, ask: { type: 'AcknowledgeCopy', copy } } as const;
    await answered(api.POST('/api/cases/{id}/commands', { params, body }));
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { title, titleEn } = error.document;
    return [{ zh: title, en: titleEn }];
  }
}
