import { Type, type Static } from 'typebox';
import { GivenApart } from './alike.ts';
import { GivenDay, Id, named, nullable, oneOf, ref, Text, Words } from './named.ts';
import { Account, Basics, GivenAct, GivenDocument, Part, Parts, PlanContent, Source } from './problem.ts';
import { RaiseObjection, SettleObjection } from './objection.ts';
import { EndRuling, RuleQuestion } from './question.ts';
import { NoteDays } from './noting.ts';
import { WithdrawAct } from './withdrawing.ts';

const Facts = Type.Record(Type.String({ maxLength: 40 }), Words(40));
const Task = Words(120);

/** New dossier. The number is given out by the system when it is left out. */
export const RegisterProblem = named(
  'RegisterProblem',
  Type.Object({
    number: Type.Optional(Words(60)),
    basics: ref(Basics),
    facts: Facts,
    sources: Type.Array(ref(Source), { maxItems: 20 }),
    /** What a row of a list carries besides: it stands where an import puts it. */
    carried: Type.Optional(
      Type.Object({
        measures: Type.Optional(Words(4000)),
        cooperating: Type.Optional(Words(200)),
        supervising: Type.Optional(Words(200)),
      }),
    ),
    /** Photos and papers that came with it, received before through `POST /api/files`. */
    files: Type.Optional(
      Type.Array(Type.Object({ file: Id, kind: Words(40), takenOn: nullable(GivenDay), note: Words(500) }), {
        maxItems: 30,
      }),
    ),
    /** Likely doubles that were pointed at and are other problems. */
    apart: Type.Optional(Type.Array(ref(GivenApart), { maxItems: 20 })),
  }),
);

/** Everything that can be asked of one problem, told apart by `type`. */
export const ProblemAsk = named(
  'ProblemAsk',
  Type.Union([
    Type.Object({
      type: Type.Literal('TakeStep'),
      task: Task,
      verdict: Type.Optional(oneOf(['agree', 'object'])),
      /** Where the step may end in several ways, which one. */
      outcome: Type.Optional(Words(40)),
      opinion: Type.Optional(Words(2000)),
      document: Type.Optional(ref(GivenDocument)),
      recorded: Type.Optional(ref(GivenAct)),
      facts: Type.Optional(Facts),
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
      /** Measures that are not done after all, where the work is to be checked again. */
      measures: Type.Optional(Type.Array(Words(40), { maxItems: 100 })),
    }),
    Type.Object({
      type: Type.Literal('CorrectProblem'),
      basics: Type.Partial(Basics),
      facts: Facts,
      reason: Words(500),
    }),
    Type.Object({ type: Type.Literal('WithdrawProblem'), reason: Words(500) }),
    Type.Object({ type: Type.Literal('AddCrossReference'), source: ref(Source) }),
    Type.Object({ type: Type.Literal('MergeInto'), dossier: Id, reason: Words(500) }),
    Type.Object({ type: Type.Literal('Unmerge'), reason: Words(500) }),
    Type.Object({ type: Type.Literal('TellApart'), apart: Type.Array(ref(GivenApart), { minItems: 1, maxItems: 20 }) }),
    Type.Object({ type: Type.Literal('AssignParts'), parts: Parts, reason: Words(500) }),
    Type.Object({ type: Type.Literal('ContestHandOver'), reason: Words(2000), becauseOf: Words(40) }),
    Type.Object({
      type: Type.Literal('ArbitrateHandOver'),
      outcome: oneOf(['uphold', 'redirect']),
      to: Type.Optional(ref(Part)),
      reason: Words(2000),
    }),
    Type.Object({ type: Type.Literal('WritePlan'), plan: ref(PlanContent), reason: Type.Optional(Words(500)) }),
    Type.Object({
      type: Type.Literal('ReportProgress'),
      measure: Words(40),
      percent: Type.Integer({ minimum: 0, maximum: 100 }),
      pace: oneOf(['not-started', 'behind', 'on-pace', 'ahead']),
      text: Words(2000),
    }),
    Type.Object({
      type: Type.Literal('CompleteMeasure'),
      measure: Words(40),
      completedOn: GivenDay,
      text: Words(2000),
    }),
    Type.Object({
      type: Type.Literal('AddEvidence'),
      /** A file uploaded before through `POST /api/files`; name, size, type and digest are taken from it. */
      file: Id,
      kind: Words(40),
      takenOn: nullable(GivenDay),
      place: Words(200),
      measure: nullable(Words(40)),
      /** All measures that it proves, where one paper stands for several. */
      measures: Type.Optional(Type.Array(Words(40), { minItems: 1, maxItems: 100 })),
      note: Words(500),
    }),
    Type.Object({ type: Type.Literal('ReportFinish'), text: Words(2000) }),
    Type.Object({ type: Type.Literal('Urge'), task: Task, text: Words(500) }),
    /** A new last day: so many more units of the limit's own term. */
    Type.Object({
      type: Type.Literal('ExtendTerm'),
      clock: Words(60),
      units: Type.Integer({ minimum: 1, maximum: 3660 }),
      reason: Words(200),
    }),
    Type.Object({ type: Type.Literal('PauseTerm'), clock: Words(60), reason: Words(200) }),
    Type.Object({ type: Type.Literal('ResumeTerm'), clock: Words(60), reason: Words(200) }),
    WithdrawAct,
    RaiseObjection,
    SettleObjection,
    RuleQuestion,
    EndRuling,
    NoteDays,
    Type.Object({ type: Type.Literal('RecordCopySent'), copy: Words(200), document: ref(GivenDocument) }),
    Type.Object({ type: Type.Literal('AcknowledgeCopy'), copy: Words(200) }),
  ]),
);
export type ProblemAsk = Static<typeof ProblemAsk>;

/** `version` is the dossier's version that the person saw; another answer came first when it is stale (409). */
export const ProblemCommand = named(
  'ProblemCommand',
  Type.Object({ version: Type.Integer({ minimum: 0 }), ask: ref(ProblemAsk), claimedOn: Type.Optional(GivenDay) }),
);

/** What happened and who has it now. */
export const Done = named(
  'Done',
  Type.Object({
    id: Id,
    number: Type.String(),
    version: Type.Integer(),
    happened: Type.Array(Type.String()),
    now: Type.Array(
      Type.Object({
        title: ref(Text),
        unitName: nullable(Type.String()),
        post: Type.String(),
        external: Type.Boolean(),
        people: Type.Array(Type.String(), { description: '今天担任这一岗位的人 / who holds the post today' }),
        vacant: Type.Boolean({ description: '这一岗位今天无人担任 / nobody holds the post today' }),
      }),
    ),
  }),
);
export type Done = Static<typeof Done>;
