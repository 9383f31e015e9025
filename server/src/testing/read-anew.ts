import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { publishPolicy } from '../operations/law/publish-policy.ts';
import type { Services } from '../services.ts';

/** Publishes a pack read anew: its file with these words in the place of others, as the reading of this number. */
export async function readAnew(
  services: Services,
  folder: string,
  no: number,
  words: Readonly<Record<string, string>>,
): Promise<void> {
  const anew = await mkdtemp(path.join(os.tmpdir(), 'bihuan-read-anew-'));
  try {
    await cp(folder, anew, { recursive: true });
    const file = path.join(anew, 'policy.yaml');
    await writeFile(file, saidOtherwise(await readFile(file, 'utf8'), no, words));
    await writeFile(path.join(anew, 'examples.yaml'), 'examples: []\n');
    const answer = await publishPolicy(services, anew);
    if (!('done' in answer)) throw new Error(JSON.stringify(answer));
  } finally {
    await rm(anew, { recursive: true });
  }
}

function saidOtherwise(text: string, no: number, words: Readonly<Record<string, string>>): string {
  const revision = { no, changed: { zh: `第${no}次解读改了几处` }, why: { zh: '前一次解读没有写明' } };
  const all = {
    ...words,
    'in-force-from: 2026-01-01\n': `in-force-from: 2026-01-01\nrevision: ${JSON.stringify(revision)}\n`,
  };
  return Object.entries(all).reduce((said, [old, other]) => {
    if (!said.includes(old)) throw new Error(`the pack does not say: ${old}`);
    return said.replaceAll(old, other);
  }, text);
}
