import type { Text } from '../i18n/text.ts';
import type { Kind } from './kind.ts';
import { useKinds } from './use-kinds.ts';

/** Kinds under one head of the menu, in the order of the plan. */
export type MenuGroup = { readonly title: Text; readonly kinds: readonly Kind[] };

/** The kinds that the plan puts into the menu, under its own heads. Problems and editions have places of their own there. */
export function groupsIn(kinds: readonly Kind[]): readonly MenuGroup[] {
  const groups: { title: Text; kinds: Kind[] }[] = [];
  for (const kind of kinds) {
    if (!kind.menu || kind.is === 'problem' || kind.is === 'edition') continue;
    const known = groups.find(({ title }) => title.zh === kind.menu?.zh);
    if (known) known.kinds.push(kind);
    else groups.push({ title: kind.menu, kinds: [kind] });
  }
  return groups;
}

/** Only what this person may use. */
export const useMenuGroups = (): readonly MenuGroup[] => groupsIn(useKinds().kinds);
