import { Type } from 'typebox';
import { RunView, TaskView } from './dossier.ts';
import { Offer } from './offer.ts';
import { Obstacle } from './obstacle.ts';
import { Day, Id, named, nullable, oneOf, ref, Words, Text } from './named.ts';
import { GivenAct, GivenDocument, OfficialDocument, Stage } from './problem.ts';
import { NoteDays } from './noting.ts';
import { EndRuling, QuestionView, RuleQuestion } from './question.ts';

export const EditionRow = named(
  'EditionRow',
  Type.Object({
    id: Id,
    no: Type.Integer(),
    title: Type.String(),
    stage: oneOf(['forming', 'submitted', 'consented']),
    size: Type.Integer(),
    /** How many of them were handed over to a unit. */
    handedOver: Type.Integer(),
    digest: nullable(Type.String()),
    formedOn: Day,
    consentedOn: nullable(Day),
  }),
);
/** All editions, the clause they are formed by, and why this person cannot form the next: null for whoever can. */
export const EditionList = named(
  'EditionList',
  Type.Object({ editions: Type.Array(ref(EditionRow)), clause: Type.String(), obstacle: nullable(ref(Obstacle)) }),
);

export const EditionMember = named(
  'EditionMember',
  Type.Object({
    id: Id,
    number: Type.String(),
    title: Type.String(),
    description: Type.String(),
    place: Type.String(),
    township: nullable(Type.String()),
    townshipName: nullable(Type.String()),
    field: nullable(Type.String()),
    facts: Type.Record(Type.String(), Type.String()),
    proposedHolder: nullable(Type.String()),
    proposedHolderName: nullable(Type.String()),
    /** How the problem stands today, which is no part of what is agreed to; null where it is in this edition no longer. */
    now: nullable(
      Type.Object({
        stage: Stage,
        stageTitle: ref(Text),
        holderName: nullable(Type.String()),
        person: nullable(Type.String()),
        handedOverOn: nullable(Day),
      }),
    ),
  }),
);

export const EditionView = named(
  'EditionView',
  Type.Object({
    row: ref(EditionRow),
    version: Type.Integer(),
    /** The edition of the plan it was formed under. */
    policy: Type.String(),
    /** The clause it was formed by. */
    clause: Type.String(),
    /** Digest of what would be, or was, agreed to. */
    digest: Type.String(),
    /** The paper by which the county government agreed. */
    agreedUnder: nullable(ref(OfficialDocument)),
    members: Type.Array(ref(EditionMember)),
    run: nullable(ref(RunView)),
    tasks: Type.Array(ref(TaskView)),
    questions: Type.Array(ref(QuestionView)),
    mayChange: Type.Boolean(),
    offers: Type.Array(ref(Offer)),
  }),
);

export const FormEdition = named(
  'FormEdition',
  Type.Object({ title: Words(100), problems: Type.Array(Id, { maxItems: 5_000 }) }),
);

export const EditionCommand = named(
  'EditionCommand',
  Type.Object({
    version: Type.Integer({ minimum: 1 }),
    ask: Type.Union([
      Type.Object({
        type: Type.Literal('ChangeProblems'),
        add: Type.Array(Id, { maxItems: 5_000 }),
        remove: Type.Array(Id, { maxItems: 5_000 }),
      }),
      Type.Object({
        type: Type.Literal('TakeStep'),
        task: Words(120),
        opinion: Type.Optional(Words(2000)),
        document: Type.Optional(ref(GivenDocument)),
        recorded: Type.Optional(ref(GivenAct)),
        seen: Type.Optional(Words(128)),
      }),
      Type.Object({
        type: Type.Literal('ReturnStep'),
        task: Words(120),
        to: Words(60),
        reason: Words(2000),
        becauseOf: Words(40),
        recorded: Type.Optional(ref(GivenAct)),
      }),
      RuleQuestion,
      EndRuling,
      NoteDays,
    ]),
  }),
);

export const EditionDone = named(
  'EditionDone',
  Type.Object({ id: Id, no: Type.Integer(), version: Type.Integer(), happened: Type.Array(Type.String()) }),
);
