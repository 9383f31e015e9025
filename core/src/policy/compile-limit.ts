import { isMonthDay, LONGEST_SPAN, type Term } from '../time/index.ts';
import { misread, needed, object, optional, quoted, reword, type Place, type Read } from './compile-read.ts';
import { cited, count, day, flag, id, oneOf, seat, text, word } from './compile-words.ts';
import type { ClauseId, Fault, Limit, StartEvent, TermSpec } from './model.ts';

const rolls = oneOf('none', 'forward', 'backward');

/** Milestones of a dossier that start a clock, besides `step:<id>` and `step:<procedure>/<id>`. */
const milestones = ['new-year', 'registered', 'handed-over', 'plan-issued', 'finished', 'closed'] as const;

const stepForm = /^step:((classification|edition|handover|plan|acceptance)\/)?[a-z][a-z0-9-]*$/;

/** What starts a clock, in an author's words; `kind` of fault where it is none of them. */
export const startEvent =
  (kind: Fault['kind']): Read<StartEvent> =>
  (raw, at) => {
    if (typeof raw === 'string' && stepForm.test(raw)) return `step:${raw.slice('step:'.length)}`;
    const known = milestones.find((event) => event === raw);
    if (known) return known;
    const may = [...milestones, 'step:<id>', 'step:<procedure>/<id>'];
    return misread(
      at,
      quoted(raw),
      {
        zh: `期限不能从“${quoted(raw)}”起算；可以写：${may.join('、')}`,
        en: `no limit can start from "${quoted(raw)}"; known are: ${may.join(', ')}`,
      },
      kind,
    );
  };

const monthDay: Read<string> = (raw, at) => {
  if (typeof raw === 'string' && isMonthDay(raw)) return raw;
  return misread(at, quoted(raw), {
    zh: `“${quoted(raw)}”不是每年的日子（如 --05-06）`,
    en: `"${quoted(raw)}" is not a day of every year (such as --05-06)`,
  });
};

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
  extension: optional(object({ times: needed(count), by: needed(seat), beforeDue: needed(flag), clause: cited })),
  pause: optional(object({ by: needed(seat), clause: cited })),
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
  const { id: limitId, title, clause, within, extension, pause } = said;
  return (around) => ({
    id: limitId,
    title: title ?? around.title,
    clause: clause ?? around.clause,
    from,
    term,
    ...(within && { within }),
    ...(extension && { extension }),
    ...(pause && { pause }),
  });
});

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
