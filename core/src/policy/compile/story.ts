import type { PlainDate } from '../../time/index.ts';
import {
  asRecord,
  filled,
  into,
  list,
  mapOf,
  misread,
  needed,
  object,
  oneOrMore,
  optional,
  otherwise,
  reword,
  type Place,
  type Read,
} from './read.ts';
import { cited, count, day, fieldId, flag, id, oneOf, role, shaped, wholeNumber, word } from './words.ts';
import type { Story, StoryAct, StoryExpect, Written } from '../story.ts';

const stepForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/;
const step = shaped(stepForm, 'acceptance/first');
const holder = shaped(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\/[a-z][a-z0-9-]*$/, 'fire-office/clerk');
const values: Read<Written> = (raw, at) => asRecord(raw, at);
const parts = mapOf(oneOrMore(id), role);
const facts = mapOf(id);

/** Everything a deed may be written with; which of the verbs it is says what else makes sense. */
const asWritten = object({
  on: needed(day),
  by: optional(holder),
  do: optional(step),
  return: optional(step),
  act: optional(id),
  fill: optional(values),
  evidence: optional(id),
  assign: optional(parts),
  rule: optional(word),
  objection: optional(step),
  settle: optional(oneOf('upheld', 'dismissed')),
  extend: optional(id),
  pause: optional(id),
  resume: optional(id),
  told: optional(word),
  nil: optional(flag),
  withdraw: optional(flag),
  freeze: optional(flag),
  outcome: optional(id),
  objects: otherwise(flag, false),
  facts: otherwise(facts, {}),
  fields: otherwise(values, {}),
  parts: otherwise(parts, {}),
  to: optional(id),
  reason: optional(word),
  choice: optional(word),
  units: optional(count),
});

type Act = NonNullable<ReturnType<typeof asWritten>>;

const verbs = [
  'do',
  'return',
  'act',
  'fill',
  'evidence',
  'assign',
  'rule',
  'objection',
  'settle',
  'extend',
  'pause',
  'resume',
  'told',
  'nil',
  'withdraw',
  'freeze',
] as const;

const act: Read<StoryAct> = reword(asWritten, (said, at) => {
  const given = verbs.filter((verb) => said[verb] !== undefined && said[verb] !== false);
  if (given.length !== 1)
    return misread(at, given.join(' '), {
      zh: `一件事必须且只能写一种：${verbs.join('、')}`,
      en: `each deed must be exactly one of: ${verbs.join(', ')}`,
    });
  const deed = deedOf(said, at);
  return deed && { ...deed, on: said.on, ...(said.by && { by: said.by }) };
});

/** A deed without its day. */
type Bare = StoryAct extends infer T ? (T extends unknown ? Omit<T, 'on' | 'by'> : never) : never;

function deedOf(said: Act, at: Place): Bare | null {
  const { fields, parts: played } = said;
  if (said.do !== undefined) {
    const { do: taken, outcome, objects, facts: settled } = said;
    return { what: 'do', step: taken, objects, facts: settled, fields, parts: played, ...(outcome && { outcome }) };
  }
  if (said.return !== undefined)
    return {
      what: 'return',
      step: said.return,
      ...(said.to && { to: said.to }),
      ...(said.reason && { reason: said.reason }),
    };
  if (said.act !== undefined) return { what: 'act', act: said.act, fields, parts: played };
  if (said.fill !== undefined) return { what: 'fill', fields: said.fill };
  if (said.evidence !== undefined) return { what: 'evidence', kind: said.evidence };
  if (said.assign !== undefined) return { what: 'assign', parts: said.assign };
  if (said.rule !== undefined)
    return said.choice === undefined ? lacks(at, 'choice') : { what: 'rule', question: said.rule, choice: said.choice };
  if (said.objection !== undefined) return { what: 'objection', step: said.objection };
  if (said.settle !== undefined) return { what: 'settle', upheld: said.settle === 'upheld' };
  if (said.extend !== undefined)
    return said.units === undefined ? lacks(at, 'units') : { what: 'extend', limit: said.extend, units: said.units };
  if (said.pause !== undefined) return { what: 'pause', limit: said.pause };
  if (said.resume !== undefined) return { what: 'resume', limit: said.resume };
  if (said.told !== undefined) return { what: 'told', milestone: said.told };
  return { what: said.nil ? 'nil' : said.withdraw ? 'withdraw' : 'freeze' };
}

const lacks = (at: Place, key: string): null => misread(at, key, { zh: `缺少“${key}”`, en: `"${key}" is missing` });

const closing: Read<PlainDate | 'no'> = (raw, at) => (raw === 'no' ? raw : day(raw, at));

const amount = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const standing: Read<number | 'no'> = (raw, at) => (raw === 'no' ? raw : amount(raw, at));

const expect = object<StoryExpect>({
  on: optional(day),
  stage: optional(id),
  closedOn: optional(closing),
  due: optional(mapOf(day)),
  late: optional(list(id)),
  noLimit: optional(oneOrMore(step)),
  refused: optional(object({ act: needed(word), obstacle: needed(word) })),
  question: optional(word),
  tasks: optional(mapOf(oneOrMore(word), step)),
  copies: optional(list(role)),
  to: optional(list(role)),
  opens: optional(list(id)),
  figures: optional(mapOf(standing, fieldId)),
  readers: optional(oneOrMore(word)),
  noSigner: optional(flag),
});

const givenWritten = object<Story['given']>({
  kind: needed(id),
  on: needed(day),
  by: optional(holder),
  from: optional(id),
  fields: otherwise(values, {}),
  facts: otherwise(facts, {}),
  parts: otherwise(parts, {}),
  owed: optional(
    object({ duty: needed(id), unit: needed(id), due: needed(day), period: otherwise(word, '例'), for: optional(id) }),
  ),
  figures: optional(mapOf(amount, fieldId)),
  acts: otherwise(filled(list(act)), []),
});

/** Deeds are written in the order of their days. */
const given: Read<Story['given']> = reword(givenWritten, (said, at) => {
  const days = [said.on, ...said.acts.map(({ on }) => on)];
  const early = days.findIndex((on, index) => index > 0 && on < (days[index - 1] ?? on));
  if (early < 0) return said;
  const there = into(into(into(at, 'acts'), early - 1), 'on');
  return misread(there, days[early] ?? '', {
    zh: '这一天早于前一件事',
    en: 'this day is before that of the deed above',
  });
});

/** A story, before it is known which of the examples it is. */
export const story = object<Omit<Story, 'at'>>({
  name: needed(word),
  clause: cited,
  given: needed(given),
  expect: needed(expect),
});
