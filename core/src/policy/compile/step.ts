import { condition } from './condition.ts';
import { addressee, copy, evidence } from './handing.ts';
import { earliest, limit } from './limit.ts';
import { procedureId, reached } from './milestone.ts';
import {
  anyNumber,
  filled,
  isRecord,
  list,
  misread,
  needed,
  object,
  oneOrMore,
  optional,
  otherwise,
  reword,
  type Read,
} from './read.ts';
import { cited, count, flag, id, oneOf, seat, text, word } from './words.ts';
import {
  stepKinds,
  stepNeeds,
  type ClauseId,
  type Objections,
  type Outcome,
  type Procedure,
  type Route,
  type Seat,
  type SilentPoint,
  type Step,
  type Text,
  type Together,
} from '../model.ts';

/** What a decision is bound to, what a step writes: words of the subject, joined where there are several, `sheet+evidence`. */
const contents: Read<string> = reword(oneOrMore(id), (words) => words.join('+'));

const quorum = object<{ readonly quorum: number }>({ quorum: needed(count) });
const leading = object<{ readonly lead: Seat }>({ lead: needed(seat) });
const together: Read<Together> = (raw, at) => {
  if (!isRecord(raw)) return oneOf('any', 'all', 'veto')(raw, at);
  return 'lead' in raw ? leading(raw, at) : quorum(raw, at);
};

/** `silent`: the plan leaves this open in so many words, and a case that gets there asks. */
const orSilent =
  <T>(read: Read<T>): Read<T | 'silent'> =>
  (raw, at) =>
    raw === 'silent' ? 'silent' : read(raw, at);

const objectionWords = object<Omit<Objections, 'clause'> & { readonly clause?: ClauseId }>({
  by: needed(oneOrMore(seat)),
  settledBy: needed(oneOrMore(seat)),
  upheldTo: needed(id),
  clause: optional(word),
  ruling: optional(id),
});

const outcome = object<Outcome>({
  id: needed(id),
  title: needed(text),
  clause: optional(word),
  reaches: optional(reached),
  next: optional(id),
  closes: otherwise(flag, false),
  ruling: optional(id),
});

/** `[opinion, attended]`, or with the ruling that asks for it. */
const needsInFull = object<NonNullable<Step['needs']>>({
  what: needed(filled(list(oneOf(...stepNeeds)))),
  ruling: optional(id),
});
const needs: Read<NonNullable<Step['needs']>> = (raw, at) =>
  isRecord(raw) ? needsInFull(raw, at) : needsInFull({ what: raw }, at);

const asWritten = object({
  id: needed(id),
  do: needed(oneOf(...stepKinds)),
  title: needed(text),
  clause: optional(word),
  by: needed(orSilent(oneOrMore(seat))),
  together: optional(together),
  dissent: optional(oneOf('records', 'returns')),
  withdraw: optional(oneOf('never')),
  coSign: otherwise(anyNumber(seat), []),
  limit: otherwise(anyNumber(limit), []),
  earliest: optional(earliest),
  silent: otherwise(flag, false),
  objections: optional(objectionWords),
  to: otherwise(anyNumber(addressee), []),
  copies: otherwise(list(copy), []),
  evidence: otherwise(anyNumber(evidence), []),
  binds: optional(contents),
  writes: optional(contents),
  fills: optional(oneOrMore(id)),
  needs: optional(needs),
  reaches: optional(reached),
  outcomes: optional(filled(list(outcome))),
  settles: otherwise(anyNumber(id), []),
  returnsTo: otherwise(orSilent(anyNumber(id)), []),
  next: optional(id),
  closes: otherwise(flag, false),
  ruling: optional(id),
});

type Written = NonNullable<ReturnType<typeof asWritten>>;

type StepIn = (clause: ClauseId) => Step;

/**
 * A step; clause from its route unless it has its own, limits and copies from the step.
 * One seat needs no `together`: any unit in it will do. Several seats must say it, because 或 and 和 are different law.
 */
const step: Read<StepIn> = reword(asWritten, (said, at) => {
  const wrong = atOdds(said);
  if (wrong) return misread(at, ...wrong);
  const { by, returnsTo, to, limit: limits, copies, earliest: first, objections, outcomes, ...rest } = said;
  const asks: readonly SilentPoint[] = [
    ...(by === 'silent' ? (['who'] as const) : []),
    ...(returnsTo === 'silent' ? (['where'] as const) : []),
  ];
  return (around) => {
    const clause = said.clause ?? around;
    const place = { clause, title: said.title };
    return {
      ...rest,
      clause,
      by: by === 'silent' ? [] : by,
      returnsTo: returnsTo === 'silent' ? [] : returnsTo,
      ...(asks.length > 0 && { asks }),
      together: said.together ?? 'any',
      limits: limits.map((one) => one(place)),
      ...(first && { earliest: first(place) }),
      ...(objections && { objections: { ...objections, clause: objections.clause ?? clause } }),
      ...(outcomes && { outcomes: outcomes.map((one) => ({ ...one, clause: one.clause ?? clause })) }),
      copies: [...to, ...copies].map((one) => one(clause)),
    };
  };
});

type Slip = readonly [word: string, said: Text];

/** Two words of a step that cannot both stand: which one, and why. */
function atOdds({ id: stepId, by, together: how, silent, limit: limits, closes, outcomes }: Written): Slip | null {
  const seats = by === 'silent' ? [] : by;
  if (seats.length > 1 && how === undefined)
    return [
      'together',
      {
        zh: `“${stepId}”由几方办理，须写明 together：any、all、veto、{quorum: 人数} 或 {lead: 主办}`,
        en: `"${stepId}" has several seats and must say together: any, all, veto, {quorum: n} or {lead: seat}`,
      },
    ];
  if (typeof how === 'object' && 'lead' in how && !seats.some((one) => sameSeat(one, how.lead)))
    return [
      'together',
      {
        zh: `“${stepId}”的主办 ${how.lead.role}/${how.lead.post} 不在 by 之中`,
        en: `"${stepId}" is led by ${how.lead.role}/${how.lead.post}, which is not among by`,
      },
    ];
  if (silent && limits.length > 0)
    return ['silent', { zh: `“${stepId}”既写了期限又写 silent`, en: `"${stepId}" has a limit and says silent` }];
  if (closes && outcomes)
    return [
      'closes',
      {
        zh: `“${stepId}”有几种结果，closes 写在结果上`,
        en: `"${stepId}" ends in one of several ways; closes is said of the outcome`,
      },
    ];
  return null;
}

const sameSeat = (one: Seat, other: Seat): boolean => one.role === other.role && one.post === other.post;

const route: Read<Route> = reword(
  object({
    id: needed(id),
    title: needed(text),
    clause: cited,
    when: optional(condition),
    steps: needed(list(step)),
    ruling: optional(id),
  }),
  ({ steps, when, ruling, ...rest }, at) => {
    if (steps.length === 0)
      return misread(at, rest.id, { zh: `路径“${rest.id}”没有步骤`, en: `route "${rest.id}" has no steps` });
    return { ...rest, steps: steps.map((one) => one(rest.clause)), ...(when && { when }), ...(ruling && { ruling }) };
  },
);

/** A procedure with its routes. */
export const procedure = object<Procedure>({
  id: needed(procedureId),
  title: needed(text),
  clause: cited,
  routes: needed(list(route)),
});
