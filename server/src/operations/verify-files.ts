import type { Finding, Link } from '@bihuan/core/ledger';
import { digestNow } from '../files/vault.ts';
import { bodyOf } from '../store/events.ts';

/** A file as an event names it: evidence, or the scan of a paper. */
type Named = { readonly file: string; readonly digest: string };

/** Checks that the bytes of every file these events name are still the ones that were filed. Each file is read once. */
export async function verifyFiles(home: string, links: readonly Link[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const read = new Map<string, Promise<string | null>>();
  for (const { region, dossier, version, body } of links) {
    for (const { file, digest } of filesIn(bodyOf<unknown>(body))) {
      if (!read.has(file)) read.set(file, digestNow(home, file));
      const present = await read.get(file);
      if (present === digest) continue;
      findings.push({
        kind: present === null ? 'file-missing' : 'file-changed',
        region,
        dossier,
        version,
        detail: `file ${file}`,
      });
    }
  }
  return findings;
}

/** Files stand in events wherever somebody filed one: in the evidence, under a paper, under the act recorded with it. */
function filesIn(value: unknown): Named[] {
  if (typeof value !== 'object' || value === null) return [];
  const { file, digest } = value as Partial<Named>;
  const here = typeof file === 'string' && typeof digest === 'string' ? [{ file, digest }] : [];
  return [...here, ...Object.values(value).flatMap(filesIn)];
}
