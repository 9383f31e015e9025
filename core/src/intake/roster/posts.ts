import type { Unit } from '../../policy/index.ts';
import { squeeze } from '../normalise.ts';
import type { PostWord } from './heads.ts';

/** A post as written: the plan's post where it is clear, else those that may be meant, likeliest first. */
export type PostRead = { readonly post: string | null; readonly likely: readonly string[] };

/** What the plan says of posts: its words, and which of them lead a unit. */
export type PostsKnown = { readonly words: readonly PostWord[]; readonly leading: readonly string[] };

const TITLE = /(?:县长|镇长|乡长|局长|主任|书记|部长|行长|院长|校长|经理|主席|大队长)$/;
const DEPUTY = /副|党组成员|班子成员|分管/;

/** Posts named in one cell, 联络员兼经办人, in the order in which they are written. */
export const postsWritten = (raw: string): readonly string[] =>
  raw
    .split(/[、,，;；/\n+＋]|(?<=\S)兼(?=\S)/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/**
 * The plan's post that a word means in this unit: by the plan's own words, also behind others (县推长办联络员). A title of the
 * civil service (局长, 副局长) is none of the plan's posts: the one it often comes with is offered, and a person says so.
 */
export function readPost(written: string, { words, leading }: PostsKnown, unit: Pick<Unit, 'posts'> | null): PostRead {
  const text = squeeze(written).replace(/\([^()]*\)/g, '');
  const open = (post: string): boolean => unit === null || unit.posts.includes(post);
  const spelled = words.flatMap(({ id, label }) =>
    [label.zh, label.en ?? ''].map((word) => ({ id, word: squeeze(word) })),
  );
  const known = spelled.filter(({ word }) => word !== '').toSorted((a, b) => b.word.length - a.word.length);
  const named = known.find(({ word }) => word === text) ?? known.find(({ word }) => text.endsWith(word));
  if (named && open(named.id)) return { post: named.id, likely: [] };
  if (!TITLE.test(text) || named) return { post: null, likely: [] };
  const leads = leading.filter(open);
  const likely = DEPUTY.test(text) ? (leads[1] ?? leads[0]) : leads[0];
  return { post: null, likely: likely === undefined ? [] : [likely] };
}
