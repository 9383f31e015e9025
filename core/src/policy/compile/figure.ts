import { condition } from './condition.ts';
import { misread, needed, object, optional, reword, type Read } from './read.ts';
import { fieldId, flag, id, oneOf, text } from './words.ts';
import { countings, type Figure } from '../model.ts';

const words = object({
  id: needed(id),
  title: needed(text),
  count: optional(id),
  when: optional(condition),
  which: optional(oneOf(...countings)),
  ofUnit: optional(flag),
  sum: optional(fieldId),
});

/** `{id, title, count: damage, which: opened, when: {size: major}, of-unit: true}`, or `{id, title, sum: oars}`. */
export const figure: Read<Figure> = reword(words, ({ id: name, title, count, sum, when, which, ofUnit }, at) => {
  const named = { id: name, title };
  const narrowed = when !== undefined || which !== undefined || ofUnit !== undefined;
  if (sum !== undefined && count === undefined && !narrowed) return { ...named, sum };
  if (count !== undefined && sum === undefined)
    return { ...named, count, which: which ?? 'open', ofUnit: ofUnit ?? false, ...(when && { when }) };
  return misread(at, name, {
    zh: `“${name}”须写明 count（某类事项的件数，可加 when、which、of-unit）或 sum（汇总成员某一项之和），只写一种`,
    en: `"${name}" must say count (dossiers of a kind, with when, which, of-unit) or sum (of a field over the members), and not both`,
  });
});
