import { holds } from '../choice/holds.ts';
import type { Person, Unit } from './seats.ts';

/** Groups of the unit list: who works here, level by level, and for whom acts are recorded. */
export const GROUPS = ['nation', 'province', 'city', 'county', 'township', 'village', 'outside'] as const;
export type Group = (typeof GROUPS)[number];

/** Where a unit stands in the list. */
export const groupOf = ({ external, level }: Pick<Unit, 'external' | 'level'>): Group => (external ? 'outside' : level);

type Named = Pick<Unit, 'name' | 'shortNames' | 'code'> & {
  readonly names: readonly { readonly name: { readonly zh: string; readonly en?: string } }[];
};

/** Whether all of the words are part of the unit's names: full, short, former, English, or its code. */
export function fitsUnit({ name, shortNames, names, code }: Named, words: string): boolean {
  const spoken = names.flatMap((one) => [one.name.zh, one.name.en ?? '']);
  return holds([name, ...shortNames, ...spoken, code ?? ''].join('\n'), words);
}

/** Whether all of the words are part of the person's name, user name, or of a post or unit of theirs. */
export function fitsPerson({ name, username, phone, formerNames, postings }: Person, words: string): boolean {
  const posts = postings.flatMap((held) => [held.unitName, held.postName.zh, held.postName.en ?? '']);
  const former = formerNames.map((one) => one.name);
  return holds([name, username ?? '', phone ?? '', ...former, ...posts].join('\n'), words);
}

const spoken = new Intl.Collator('zh-CN');

/** People as a telephone list has them: those who are in first, then by the sound of the name. */
export function inOrder(people: readonly Person[]): readonly Person[] {
  return [...people].sort((a, b) => Number(b.active) - Number(a.active) || spoken.compare(a.name, b.name));
}
