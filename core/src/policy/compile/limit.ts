import { LONGEST_SPAN, type Term } from '../../time/index.ts';
import { condition } from './condition.ts';
import { startEvent } from './milestone.ts';
import { misread, needed, object, optional, reword, type Place, type Read } from './read.ts';
import { cited, count, day, flag, id, monthDay, oneOf, seat, text, word } from './words.ts';
import type { ClauseId, Limit, TermSpec } from '../model.ts';

const rolls = oneOf('none', 'forward', 'backward');

/** A limit as authors write it: one count, and what the count leaves open. */
const asWritten = object({
  id: needed(id),
  title: optional(text),
  clause: optional(word),
  from: optional(startEvent('limit-without-start')),
  within: optional(id),
  working: optional(count),
  natural: optional(count),
  months: optional(count),
  hours: optional(count),
  yearly: optional(monthDay),
  planDate: optional(flag),
  fixed: optional(day),
  startCounted: optional(flag),
  inclusive: optional(flag),
  roll: optional(rolls),
  when: optional(condition),
  ruling: optional(id),
  extension: optional(
    object<NonNullable<Limit['extension']>>({
      times: needed(count),
      by: needed(seat),
      beforeDue: needed(flag),
      clause: cited,
      ruling: optional(id),
    }),
  ),
  pause: optional(object<NonNullable<Limit['pause']>>({ by: needed(seat), clause: cited, ruling: optional(id) })),
});

type Written = NonNullable<ReturnType<typeof asWritten>>;

const counts = ['working', 'natural', 'months', 'hours', 'yearly', 'planDate', 'fixed'] as const;

/** A limit that takes what it does not say itself from where it stands. */
export type LimitIn = (around: { readonly clause: ClauseId; readonly title: Limit['title'] }) => Limit;

/**
 * A limit in short form: `{id, working: 10, from: handed-over}`. Where the author says nothing, the day of the event is
 * not counted (民法典 201) and natural days, months and fixed days roll forward from a day off (民法典 203);
 * working days end on a working day by themselves. Whether 前 includes the day of `yearly` or `fixed` must be said.
 */
export const limit: Read<LimitIn> = reword(asWritten, (said, at) => {
  const term = termOf(said, at);
  const from = said.from ?? (said.yearly === undefined && said.fixed === undefined ? null : 'new-year');
  if (!term) return null;
  const { id: limitId, title, clause, within, when, ruling, extension, pause } = said;
  return (around) => ({
    id: limitId,
    title: title ?? around.title,
    clause: clause ?? around.clause,
    from,
    term,
    ...(within && { within }),
    ...(when && { when }),
    ...(ruling && { ruling }),
    ...(extension && { extension }),
    ...(pause && { pause }),
  });
});

/**
 * The day before which a step cannot end: `{id, working: 10}`, counted from the step's own opening unless it says otherwise.
 * Nobody lengthens it or makes it stand still, and it is nested in nothing.
 */
export const earliest: Read<LimitIn> = (raw, at) => {
  const read = limit(raw, at);
  const said = read?.({ clause: '', title: { zh: '' } });
  const stray = (['within', 'extension', 'pause'] as const).find((key) => said?.[key] !== undefined);
  if (stray)
    return misread(at, stray, { zh: `最早日期用不上“${stray}”`, en: `"${stray}" means nothing in an earliest day` });
  return read && ((around) => ({ ...read(around), from: said?.from ?? 'opening' }));
};

function termOf(said: Written, at: Place): TermSpec | null {
  const given = counts.filter((key) => said[key] !== undefined && said[key] !== false);
  if (given.length !== 1) {
    const may = 'working、natural、months、hours、yearly、plan-date、fixed';
    return misread(at, said.id, {
      zh: `期限“${said.id}”必须且只能写一种计法：${may}`,
      en: `limit "${said.id}" must have exactly one count: ${may}`,
    });
  }
  const stray = strayWord(said);
  if (stray)
    return misread(at, stray, {
      zh: `期限“${said.id}”的计法用不上“${stray}”`,
      en: `"${stray}" means nothing with the count of limit "${said.id}"`,
    });
  if (said.planDate) return { count: 'plan-date', roll: said.roll ?? 'none' };
  const term = counted(said);
  if (!term)
    return misread(at, 'inclusive', {
      zh: `“${said.id}”须写明是否包括当日（inclusive）`,
      en: `"${said.id}" must say whether the day itself is included (inclusive)`,
    });
  return tooLong(term)
    ? misread(at, said.id, { zh: `期限“${said.id}”长得不像期限`, en: `limit "${said.id}" is too long for a limit` })
    : term;
}

function counted(said: Written): Term | null {
  const { working, natural, months, hours, yearly, fixed, inclusive, startCounted = false } = said;
  if (working !== undefined) return { count: 'working', days: working, startCounted, roll: said.roll ?? 'none' };
  const roll = said.roll ?? 'forward';
  if (natural !== undefined) return { count: 'natural', days: natural, startCounted, roll };
  if (months !== undefined) return { count: 'months', months, startCounted, roll };
  if (hours !== undefined) return { count: 'hours', hours };
  if (inclusive === undefined) return null;
  if (fixed !== undefined) return { count: 'fixed', date: fixed, inclusive, roll };
  return yearly === undefined ? null : { count: 'yearly', monthDay: yearly, inclusive, roll };
}

/** A word that the chosen count has no use for would be ignored in silence; it is named instead. */
function strayWord({
  working,
  natural,
  months,
  hours,
  yearly,
  fixed,
  startCounted,
  inclusive,
  roll,
}: Written): string | null {
  if (startCounted !== undefined && working === undefined && natural === undefined && months === undefined)
    return 'start-counted';
  if (inclusive !== undefined && yearly === undefined && fixed === undefined) return 'inclusive';
  return roll !== undefined && hours !== undefined ? 'roll' : null;
}

function tooLong(term: Term): boolean {
  if (term.count === 'months') return term.months * 31 > LONGEST_SPAN;
  if (term.count === 'hours') return term.hours > LONGEST_SPAN * 24;
  return (term.count === 'working' || term.count === 'natural') && term.days > LONGEST_SPAN;
}
