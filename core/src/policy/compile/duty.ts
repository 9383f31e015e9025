import { condition } from './condition.ts';
import { limit } from './limit.ts';
import {
  isRecord,
  keeping,
  list,
  misread,
  needed,
  object,
  oneOrMore,
  optional,
  otherwise,
  quoted,
  reword,
  written,
  type Kept,
  type Place,
  type Read,
} from './read.ts';
import { cited, flag, id, monthDay, oneOf, role, seat, text, wholeNumber } from './words.ts';
import type { Duty, DutyDue, Every, ForEach } from '../model.ts';

/** Two units that check each other, or must not: no word of the language pairs them yet. */
const kept: Kept = { mutual: { zh: '互查（谁查谁）', en: 'who checks whom (cross-checks)' } };

type Runs = NonNullable<Duty['runs']>;

const byDays = object({ yearly: optional(oneOrMore(monthDay)), order: optional(oneOrMore(seat)) });
const byPeriod = oneOf('month', 'half-month', 'quarter', 'week');

/** `month`, `{yearly: ['--05-06', '--11-06']}`, or `{order: [club.office/head]}`. */
const every: Read<Every> = (raw, at) => {
  if (!isRecord(raw)) {
    const period = byPeriod(raw, at);
    return period && { every: period };
  }
  const said = byDays(raw, at);
  if (!said) return null;
  const { yearly, order } = said;
  if (yearly && !order) return { every: 'yearly', days: yearly };
  if (order && !yearly) return { every: 'order', by: order };
  return misread(at, quoted(raw), {
    zh: '写 yearly 或 order，且只写一个',
    en: 'say either yearly or order',
  });
};

const rolls = oneOf('none', 'forward', 'backward');
const days = wholeNumber(0, 366);

const dueWords = object({
  inclusive: optional(flag),
  natural: optional(days),
  working: optional(days),
  roll: optional(rolls),
});

type DueWords = NonNullable<ReturnType<typeof dueWords>>;

/** When returns are due: on the yearly day itself, or so many days after the period; an order names its own day. */
function dueOf(how: Every, said: DueWords | undefined, at: Place): DutyDue | null {
  if (how.every === 'order') {
    if (!said) return { on: 'order' };
    return misread(at, 'due', { zh: '由人下达的任务，截止日期随下达写明', en: 'an order names its own day' });
  }
  const { inclusive, natural, working, roll } = said ?? {};
  if (how.every === 'yearly') {
    if (inclusive !== undefined && natural === undefined && working === undefined)
      return { on: 'day', inclusive, roll: roll ?? 'forward' };
    return misread(at, 'due', {
      zh: '每年的日子须写明是否包括当日：due: {inclusive: true}',
      en: 'a yearly day must say whether it is included: due: {inclusive: true}',
    });
  }
  if (inclusive === undefined && natural !== undefined && working === undefined)
    return { on: 'after', count: 'natural', days: natural, roll: roll ?? 'forward' };
  if (inclusive === undefined && working !== undefined && natural === undefined)
    return { on: 'after', count: 'working', days: working, roll: roll ?? 'none' };
  return misread(at, 'due', {
    zh: '须写明期末之后几日截止：due: {natural: 5} 或 {working: 3}',
    en: 'must say how many days after the period: due: {natural: 5} or {working: 3}',
  });
}

const drawn = object<Exclude<Runs['covers'], 'all'>>(
  {
    sample: needed(wholeNumber(1, 100)),
    atLeast: otherwise(wholeNumber(1, 10_000), 1),
    of: needed(id),
    when: optional(condition),
  },
  kept,
);

/** `all`, or a share in percent: `{sample: 30, at-least: 1, of: problem}`. */
const covers: Read<Runs['covers']> = (raw, at) =>
  isRecord(raw) ? drawn(raw, at) : keeping(kept, oneOf('all'))(raw, at);

const ofTable = object<{ readonly of: string }>({ of: needed(id) });

/** `field`, or a table of the pack: `{of: fields}`. */
const owedFor: Read<ForEach> = (raw, at) => (isRecord(raw) ? ofTable(raw, at) : keeping(kept, oneOf('field'))(raw, at));

const running = {
  every: optional(every),
  opensBefore: optional(wholeNumber(0, 366)),
  forEach: optional(owedFor),
  confirmedBy: optional(seat),
  files: optional(id),
  filer: optional(role),
  nil: optional(flag),
  gathers: optional(id),
  due: optional(dueWords),
  reminds: optional(wholeNumber(1, 366)),
  covers: optional(covers),
};

const asWritten = object(
  {
    id: needed(id),
    title: needed(text),
    clause: cited,
    ruling: optional(id),
    by: needed(keeping(kept, oneOrMore(role))),
    limits: otherwise(list(limit), []),
    ...running,
  },
  kept,
);

type Written = NonNullable<ReturnType<typeof asWritten>>;

/** A duty that says how often it falls due opens dossiers; one that does not is only written down, with its limits. */
export const duty: Read<Duty> = reword(asWritten, (said, at) => {
  const { id: dutyId, title, clause, ruling, by, limits } = said;
  const about = { id: dutyId, title, clause, by, limits: limits.map((one) => one({ clause, title })) };
  const rest = { ...about, ...(ruling && { ruling }) };
  if (said.every) {
    const runs = runsOf(said, said.every, at);
    return runs && { ...rest, runs };
  }
  // Object.keys of a literal: exactly its own keys
  const stray = (Object.keys(running) as (keyof typeof running)[]).find((key) => said[key] !== undefined);
  if (!stray) return rest;
  return misread(at, written(stray), {
    zh: `没有写 every（多久一次），“${written(stray)}”用不上`,
    en: `"${written(stray)}" means nothing where the duty does not say every`,
  });
});

function runsOf(said: Written, how: Every, at: Place): Runs | null {
  const {
    files,
    filer,
    opensBefore,
    forEach,
    confirmedBy,
    nil = false,
    gathers,
    reminds,
    covers: share = 'all',
  } = said;
  for (const key of ['files', 'filer'] as const)
    if (said[key] === undefined) misread(at, key, { zh: `缺少“${key}”`, en: `"${key}" is missing` });
  const due = dueOf(how, said.due, at);
  if (!due || files === undefined || filer === undefined) return null;
  return {
    every: how,
    files,
    filer,
    nil,
    due,
    covers: share,
    ...(opensBefore !== undefined && { opensBefore }),
    ...(forEach && { forEach }),
    ...(confirmedBy && { confirmedBy }),
    ...(gathers && { gathers }),
    ...(reminds !== undefined && { reminds }),
  };
}
