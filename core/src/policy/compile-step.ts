import { condition } from './compile-condition.ts';
import { limit } from './compile-limit.ts';
import {
  isRecord,
  list,
  misread,
  needed,
  object,
  anyNumber,
  oneOrMore,
  optional,
  otherwise,
  reword,
  type Read,
} from './compile-read.ts';
import { cited, count, flag, id, oneOf, role, seat, text, word } from './compile-words.ts';
import {
  stepKinds,
  type ClauseId,
  type Copy,
  type EvidenceNeed,
  type Procedure,
  type Route,
  type Step,
  type Together,
} from './model.ts';

const contents = oneOf('plan', 'results', 'edition');

const quorum = object<{ readonly quorum: number }>({ quorum: needed(count) });
const together: Read<Together> = (raw, at) => (isRecord(raw) ? quorum(raw, at) : oneOf('any', 'all', 'veto')(raw, at));

const copyInFull = object<{
  readonly to: string;
  readonly id?: string;
  readonly clause?: ClauseId;
  readonly written: boolean;
}>({
  to: needed(role),
  id: optional(id),
  clause: optional(word),
  written: otherwise(flag, false),
});

type CopyIn = (clause: ClauseId) => Copy;

/** `city.push-office`, or `{to: county.push-office, written: true}`. Its id is the office it goes to unless it has one. */
const copy: Read<CopyIn> = reword(
  (raw, at) => (typeof raw === 'string' ? copyInFull({ to: raw }, at) : copyInFull(raw, at)),
  (said) => (clause) => ({ id: said.id ?? said.to, to: said.to, clause: said.clause ?? clause, written: said.written }),
);

const onlyWhen = object({ kind: needed(id), when: needed(condition) });

/** `after-photo`, or `{kind: monitoring, when: {field: [chemical]}}`. */
const evidence: Read<EvidenceNeed> = (raw, at) => (isRecord(raw) ? onlyWhen(raw, at) : id(raw, at));

const asWritten = object({
  id: needed(id),
  do: needed(oneOf(...stepKinds)),
  title: needed(text),
  clause: optional(word),
  by: needed(oneOrMore(seat)),
  together: optional(together),
  coSign: otherwise(anyNumber(seat), []),
  limit: otherwise(anyNumber(limit), []),
  silent: otherwise(flag, false),
  copies: otherwise(list(copy), []),
  evidence: otherwise(anyNumber(evidence), []),
  binds: optional(contents),
  writes: optional(contents),
  settles: otherwise(anyNumber(id), []),
  returnsTo: otherwise(anyNumber(id), []),
  next: optional(id),
  closes: otherwise(flag, false),
  ruling: optional(id),
});

type StepIn = (clause: ClauseId) => Step;

/**
 * A step; clause from its route unless it has its own, limits and copies from the step.
 * One seat needs no `together`: any unit in it will do. Several seats must say it, because 或 and 和 are different law.
 */
const step: Read<StepIn> = reword(asWritten, (said, at) => {
  const { limit: limits, copies, binds, writes, next, ruling, ...rest } = said;
  if (said.by.length > 1 && said.together === undefined) {
    return misread(at, 'together', {
      zh: `“${said.id}”由几方办理，须写明 together：any、all、veto 或 {quorum: 人数}`,
      en: `"${said.id}" has several seats and must say together: any, all, veto or {quorum: n}`,
    });
  }
  if (said.silent && limits.length > 0) {
    return misread(at, 'silent', {
      zh: `“${said.id}”既写了期限又写 silent`,
      en: `"${said.id}" has a limit and says silent`,
    });
  }
  return (around) => {
    const clause = said.clause ?? around;
    return {
      ...rest,
      clause,
      together: said.together ?? 'any',
      limits: limits.map((one) => one({ clause, title: said.title })),
      copies: copies.map((one) => one(clause)),
      ...(binds && { binds }),
      ...(writes && { writes }),
      ...(next && { next }),
      ...(ruling && { ruling }),
    };
  };
});

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

/** The five procedures. */
export const procedureId = oneOf('classification', 'edition', 'handover', 'plan', 'acceptance') satisfies Read<
  Procedure['id']
>;

/** A procedure with its routes. */
export const procedure = object<Procedure>({
  id: needed(procedureId),
  title: needed(text),
  clause: cited,
  routes: needed(list(route)),
});
