import type { Actor } from '@bihuan/core/access';

/** How long after the last look a page counts as still open, ms. */
const STILL_OPEN = 60_000;

const looks = new Map<string, Map<string, { readonly name: string; readonly at: number }>>();

/** Notes that this person looks at the dossier, and names the others who do. Kept in memory only: a courtesy, not a record. */
export function openWith(dossier: string, by: Actor, now = Date.now()): string[] {
  const others = othersWith(dossier, by, now);
  const here = looks.get(dossier) ?? new Map<string, { name: string; at: number }>();
  here.set(by.id, { name: by.name, at: now });
  looks.set(dossier, here);
  if (looks.size > 10_000) looks.delete(looks.keys().next().value!);
  return others;
}

/** Who else looks at the dossier, without noting this person. */
export function othersWith(dossier: string, by: Actor, now = Date.now()): string[] {
  const here = looks.get(dossier);
  if (!here) return [];
  for (const [id, look] of here) if (now - look.at > STILL_OPEN) here.delete(id);
  return [...here].filter(([id]) => id !== by.id).map(([, look]) => look.name);
}
