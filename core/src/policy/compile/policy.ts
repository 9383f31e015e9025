import { duty } from './duty.ts';
import { figure } from './figure.ts';
import { kind, type KindIn } from './kind.ts';
import {
  filled,
  list,
  mapOf,
  misread,
  needed,
  object,
  oneOrMore,
  optional,
  otherwise,
  reword,
  type Kept,
  type Read,
} from './read.ts';
import { required } from './sheet.ts';
import { procedure } from './step.ts';
import { cited, count, day, flag, id, oneOf, role, seat, shaped, text, word } from './words.ts';
import { FIELD, FIELDS, matchable } from '../matching.ts';
import type { ActRule, CaseRole, Clause, EvidenceKind, Fact, Field, Policy, Post, Ruling, Topic } from '../model.ts';

const clause = object<Clause>({ id: needed(word), text: needed(text), law: optional(word) });

const factId: Read<string> = (raw, at) => {
  if (raw !== FIELD) return id(raw, at);
  return misread(at, FIELD, {
    zh: '领域不必在 facts 里声明：规则可直接写 field，取值就是 fields 所列领域',
    en: 'the field is not declared among the facts: rules may match on `field`, and its values are the fields',
  });
};

const fact = object<Fact>({
  id: needed(factId),
  label: needed(text),
  values: needed(filled(list(object({ id: needed(id), label: needed(text) })))),
  open: otherwise(flag, false),
});

/** Always said in what is compiled now: a post that does not say it leads leads nothing, and the checker asks who else does. */
const post = object<Post>({
  id: needed(id),
  label: needed(text),
  leads: otherwise(flag, false),
  about: optional(text),
});

const evidenceKind = object<EvidenceKind>({
  id: needed(id),
  label: needed(text),
  shows: optional(oneOf('before', 'after')),
});

const field = object<Field>({
  id: needed(id),
  label: needed(text),
  clause: cited,
  inCharge: needed(role),
  ruling: optional(id),
});

const caseRole = object<CaseRole>({
  id: needed(role),
  label: needed(text),
  among: needed(oneOrMore(role)),
  many: otherwise(flag, false),
  required: otherwise(required, false),
  byDefault: optional(oneOf('field-department', 'holder', 'opener')),
  clause: cited,
  ruling: optional(id),
});

const act = object<ActRule>({
  clause: cited,
  by: needed(oneOrMore(seat)),
  instead: optional(oneOrMore(seat)),
  ruling: optional(id),
});

const topic = object<Policy['topics'][number]>({
  topic: needed(
    oneOf('publicity', 'extension', 'evidence', 'warning', 'reopening', 'evaluation') satisfies Read<Topic>,
  ),
  silent: needed(flag),
  ruling: optional(id),
});

const faultKinds = [
  'overlap',
  'gap',
  'unreachable-step',
  'dead-end',
  'unknown-role',
  'unknown-post',
  'unknown-step',
  'unknown-fact',
  'post-unheld',
  'drafter-reviews',
  'holder-accepts',
  'holder-extends',
  'inner-limit-later',
  'limit-without-start',
  'clause-missing',
  'example-differs',
  'copy-to-self',
  'no-limit',
  'ambiguous-limit',
  'silent-topic',
  'never-opened',
  'import-unfilled',
  'milestone-unreached',
  'unknown-name',
  'unknown-field',
  'personal-shown',
  'personal-unserved',
  'readers-narrow',
  'nobody-owes',
  'window-overlaps',
  'tell-loops',
  'tell-unfilled',
  'part-empty',
  'no-refusal',
  'evidence-nowhere',
  'in-charge-astray',
  'no-leading-post',
  'silence-unsaid',
  'clause-unserved',
  'unused',
  'copy-unsettled',
  'judges-own',
  'last-wins',
  'reserved',
  'ruling-missing',
  'ruling-unused',
  'shape',
] as const satisfies readonly Ruling['settles'][number]['kind'][];

const ruling = object<Ruling>({
  id: needed(id),
  title: needed(text),
  clauses: needed(list(word)),
  settles: needed(
    list(object<Ruling['settles'][number]>({ kind: needed(oneOf(...faultKinds)), about: optional(oneOrMore(word)) })),
  ),
  reason: needed(text),
  by: needed(word),
  on: needed(day),
  status: needed(oneOf('confirmed', 'pending')),
  prefers: optional(list(id)),
});

const source = object<Policy['source']>({ title: needed(word), publisher: needed(word), published: needed(day) });

const revision = object<NonNullable<Policy['revision']>>({
  no: needed(count),
  changed: needed(text),
  why: needed(text),
});

type Written = Omit<Policy, 'edition' | 'kinds'> & { readonly kinds?: readonly KindIn[] };

const judgements = { zh: '标记、累计、措施阶梯', en: 'marks, counts and ladders' };
/** How things are judged over a period and what follows from it: nothing of it can be said yet. */
const kept: Kept = Object.fromEntries(
  ['marks', 'counts', 'ladders', 'assessments', 'incidents'].map((key) => [key, judgements]),
);

const asWritten = object<Written>(
  {
    id: needed(id),
    title: needed(text),
    region: needed(shaped(/^[0-9]{6}$/, "'530521'")),
    inForceFrom: needed(day),
    revision: optional(revision),
    source: needed(source),
    // names of folders under policies/calendars: nothing that could lead out of there
    calendars: needed(filled(list(shaped(/^(cn|[0-9]{6})$/, 'cn, 530521')))),
    clauses: needed(list(clause)),
    facts: needed(list(fact)),
    posts: needed(list(post)),
    roles: optional(list(object({ id: needed(role), label: needed(text) }))),
    fields: needed(list(field)),
    evidenceKinds: needed(list(evidenceKind)),
    caseRoles: needed(list(caseRole)),
    procedures: needed(list(procedure)),
    kinds: optional(filled(list(kind))),
    figures: optional(filled(list(figure))),
    acts: needed(mapOf(act, id)),
    recorder: needed(seat),
    duties: needed(list(duty)),
    topics: needed(list(topic)),
    rulings: needed(list(ruling)),
  },
  kept,
);

/**
 * A policy as authors write it. Its edition is its id and the day it is in force from, and from the second revision on the
 * number of the reading: `shidian/2023-05-17.r2`. What sheets take from the pack's facts is found here, where all is read.
 */
export const policy: Read<Policy> = reword(asWritten, ({ kinds, ...said }) => {
  const known = new Map(matchable(said).map(({ id: name, values }) => [name, values]));
  // `of: fields` is what authors write for the field's own values
  if (said.fields.length > 0) known.set(FIELDS, known.get(FIELD) ?? []);
  const { no = 1 } = said.revision ?? {};
  return {
    ...said,
    ...(kinds && { kinds: kinds.map((one) => one(known)) }),
    edition: `${said.id}/${said.inForceFrom}${no > 1 ? `.r${no}` : ''}`,
  };
});
