import { Type } from 'typebox';
import { GivenDay, Id, named, nullable, oneOf, ref, Words } from './named.ts';
import { Account, GivenAct, GivenDocument, Parts } from './problem.ts';
import { RaiseObjection, SettleObjection } from './objection.ts';
import { WithdrawAct } from './withdrawing.ts';
import { EndRuling, RuleQuestion } from './question.ts';
import { NoteDays } from './noting.ts';
import { GivenApart } from './alike.ts';
import { ApartId, Filled, Values } from './sheet.ts';

const Task = Words(200);
const GivenLink = Type.Object({ how: Words(60), dossier: Id });

const DAYS = '^(\\d{4}-\\d{2}-\\d{2})?\\.\\.(\\d{4}-\\d{2}-\\d{2})?$';
const days = (description: string) => Type.Optional(Type.String({ pattern: DAYS, maxLength: 22, description }));

/**
 * What the list of a kind can be asked: `f.<field>` with a choice, a unit, `yes` or `no`, or of a day from when to when,
 * `2026-01-01..2026-03-31`, either end left open.
 */
export const CaseQuery = Type.Object(
  {
    kind: Type.Optional(Words(40)),
    q: Type.Optional(Words(100)),
    stage: Type.Optional(Type.Array(Words(40), { maxItems: 20 })),
    holder: Type.Optional(Words(60)),
    unit: Type.Optional(Type.String({ maxLength: 60, description: 'a unit that plays a part in it' })),
    from: Type.Optional(Type.String({ maxLength: 40, description: 'the channel it came in by' })),
    step: Type.Optional(Type.String({ maxLength: 120, description: 'the step at hand, by its Chinese title' })),
    opened: days('from when to when it was opened: 2026-01-01..2026-03-31'),
    closed: days('from when to when it was closed'),
    light: Type.Optional(oneOf(['green', 'blue', 'amber', 'red', 'paused', 'none'])),
    mine: Type.Optional(Type.Boolean({ description: 'only dossiers in which my units play a part' })),
    duty: Type.Optional(Words(40)),
    period: Type.Optional(Words(40)),
    figure: Type.Optional(Type.String({ maxLength: 80, description: 'only what a figure counts: <dossier>.<field>' })),
    sort: Type.Optional(oneOf(['number', 'due'])),
    after: Type.Optional(Words(400)),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
  },
  { patternProperties: { '^f\\.[a-z][a-z0-9-]{0,39}$': Words(60) }, additionalProperties: false },
);

/** A new dossier of a kind; its number is given out by the system. */
export const OpenCase = named(
  'OpenCase',
  Type.Object({
    kind: Words(40),
    values: Values,
    from: Type.Optional(Words(40)),
    parts: Type.Optional(Parts),
    links: Type.Optional(Type.Array(GivenLink, { maxItems: 50 })),
    claimedOn: Type.Optional(GivenDay),
  }),
);

/** Everything that can be asked of one dossier of the plan's own kinds, told apart by `type`. */
export const CaseAsk = named(
  'CaseAsk',
  Type.Union([
    /** Its members are looked up by the server. */
    Type.Object({ type: Type.Literal('FreezeGathering') }),
    Type.Object({
      type: Type.Literal('TakeStep'),
      task: Task,
      verdict: Type.Optional(oneOf(['agree', 'object'])),
      outcome: Type.Optional(Words(40)),
      opinion: Type.Optional(Words(2000)),
      document: Type.Optional(ref(GivenDocument)),
      recorded: Type.Optional(ref(GivenAct)),
      values: Type.Optional(Filled),
      seen: Type.Optional(Words(128)),
      parts: Type.Optional(Parts),
      account: Type.Optional(ref(Account)),
    }),
    Type.Object({
      type: Type.Literal('ReturnStep'),
      task: Task,
      to: Words(60),
      reason: Words(2000),
      becauseOf: Words(40),
      recorded: Type.Optional(ref(GivenAct)),
    }),
    Type.Object({ type: Type.Literal('FillSheet'), values: Filled, reason: Type.Optional(Words(500)) }),
    Type.Object({
      type: Type.Literal('DoAct'),
      act: Words(60),
      text: Type.Optional(Words(2000)),
      values: Type.Optional(Filled),
      document: Type.Optional(ref(GivenDocument)),
    }),
    Type.Object({
      type: Type.Literal('FileNil'),
      reason: Type.Optional(Words(500)),
      recorded: Type.Optional(ref(GivenAct)),
    }),
    Type.Object({ type: Type.Literal('Withdraw'), reason: Words(500) }),
    /** `ids` as the sheet has them; what stood in their fields before goes with them. `basis`: the law or clause. */
    Type.Object({
      type: Type.Literal('ErasePersonal'),
      ids: Type.Array(ApartId, { minItems: 1, maxItems: 100 }),
      reason: Words(500),
      basis: Words(200),
    }),
    Type.Object({ type: Type.Literal('Link'), link: GivenLink }),
    Type.Object({ type: Type.Literal('MergeInto'), dossier: Id, reason: Words(500) }),
    Type.Object({ type: Type.Literal('Unmerge'), reason: Words(500) }),
    Type.Object({ type: Type.Literal('TellApart'), apart: Type.Array(ref(GivenApart), { minItems: 1, maxItems: 20 }) }),
    Type.Object({ type: Type.Literal('AssignParts'), parts: Parts, reason: Words(500) }),
    Type.Object({
      type: Type.Literal('AddEvidence'),
      /** A file uploaded before through `POST /api/files`; name, size, type and digest are taken from it. */
      file: Id,
      kind: Words(40),
      takenOn: nullable(GivenDay),
      note: Words(500),
    }),
    Type.Object({ type: Type.Literal('Urge'), task: Task, text: Words(500) }),
    WithdrawAct,
    RaiseObjection,
    SettleObjection,
    RuleQuestion,
    EndRuling,
    /** A new last day: so many more units of the limit's own term. */
    Type.Object({
      type: Type.Literal('ExtendTerm'),
      clock: Words(100),
      units: Type.Integer({ minimum: 1, maximum: 3660 }),
      reason: Words(200),
    }),
    Type.Object({ type: Type.Literal('PauseTerm'), clock: Words(100), reason: Words(200) }),
    Type.Object({ type: Type.Literal('ResumeTerm'), clock: Words(100), reason: Words(200) }),
    NoteDays,
    Type.Object({ type: Type.Literal('RecordCopySent'), copy: Words(200), document: ref(GivenDocument) }),
    Type.Object({ type: Type.Literal('AcknowledgeCopy'), copy: Words(200) }),
  ]),
);

/** `version` is the dossier's version that the person saw; another answer came first when it is stale (409). */
export const CaseCommand = named(
  'CaseCommand',
  Type.Object({ version: Type.Integer({ minimum: 0 }), ask: ref(CaseAsk), claimedOn: Type.Optional(GivenDay) }),
);
