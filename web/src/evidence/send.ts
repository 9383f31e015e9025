import { answered, api, intended, upload } from '../api/client.ts';
import { Refused } from '../api/refused.ts';
import type { Held } from './held.ts';

const TRIES = 4;

/**
 * Brings one file into the dossier: first its bytes, then the command that names them. Others may write to the dossier
 * meanwhile; adding evidence contradicts nothing, so it is tried again on the newer version.
 * @throws Refused when the server says no or cannot be reached
 */
export async function send(held: Held, progress: (done: number) => void): Promise<void> {
  const { id } = await upload<{ id: string }>(`/api/files?name=${encodeURIComponent(held.name)}`, held.blob, progress);
  for (let attempt = 1; ; attempt++) {
    try {
      return await enter(held, id);
    } catch (error) {
      const overtaken = error instanceof Refused && error.document.code === 'stale-version';
      if (!overtaken || attempt === TRIES) throw error;
    }
  }
}

async function enter(
  { id: key, dossier: id, of, kind, takenOn, place, measure, measures = [], note }: Held,
  file: string,
): Promise<void> {
  const params = { path: { id } };
  const intent = { params: { ...params, ...intended(key) } };
  if (of === 'case') {
    const { version } = await answered(api.GET('/api/cases/{id}', { params }));
    const ask = { type: 'AddEvidence', file, kind, takenOn, note } as const;
    await answered(api.POST('/api/cases/{id}/commands', { ...intent, body: { version, ask } }));
    return;
  }
  const { version } = await answered(api.GET('/api/problems/{id}', { params }));
  const several = measures.length > 1 ? { measures: [...measures] } : {};
  const ask = { type: 'AddEvidence', file, kind, takenOn, place, measure, ...several, note } as const;
  await answered(api.POST('/api/problems/{id}/commands', { ...intent, body: { version, ask } }));
}
