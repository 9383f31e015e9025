import { Type } from 'typebox';
import { Day, Id, named, nullable, oneOf, ref, Text, Words } from './named.ts';
import { GivenDocument, OfficialDocument } from './problem.ts';

const Signer = Type.Object({ name: Type.String(), unitName: Type.String(), post: Type.String() });

const ruling = {
  choice: Type.String(),
  reason: Type.String(),
  scope: oneOf(['dossier', 'edition']),
  by: Signer,
  on: Day,
  document: nullable(ref(OfficialDocument)),
};
const words = {
  clauses: Type.Array(Type.String()),
  text: ref(Text),
  choices: Type.Array(Type.Object({ id: Type.String(), title: ref(Text), means: ref(Text) })),
};

/** A point that the plan leaves open and that this dossier has reached. */
export const QuestionView = named(
  'Question',
  Type.Object({
    id: Type.String(),
    key: Type.String(),
    about: oneOf(['who', 'where', 'branch', 'route']),
    run: nullable(Type.String()),
    step: nullable(Type.String()),
    ...words,
    askedOn: Day,
    ruling: nullable(
      Type.Object({
        ...ruling,
        /** It was made before, for every dossier of the edition, and answered the question here. */
        used: Type.Optional(Type.Literal(true)),
        /** From this day on it answers no further dossier. */
        endedOn: Type.Optional(Day),
      }),
    ),
    /** Where it still waits: what somebody has since ruled on the same point for the whole edition. */
    known: nullable(Type.Object(ruling)),
  }),
);

const Where = Type.Object({ dossier: Id, kind: Type.String(), number: Type.String(), subject: Type.String() });

/** Points that wait for a ruling in any dossier that this person reads, and the rulings that were made for a whole edition. */
export const QuestionList = named(
  'QuestionList',
  Type.Object({
    /** Whether this person may rule. */
    rules: Type.Boolean(),
    open: Type.Array(
      Type.Object({
        ...words,
        ...Where.properties,
        id: Type.String(),
        policy: Type.String(),
        askedOn: Day,
        /** The same point was ruled on for the whole edition after it was asked here. */
        known: Type.Boolean(),
      }),
    ),
    /** There are more than are shown. */
    more: Type.Boolean(),
    rulings: Type.Array(
      Type.Object({
        ...ruling,
        ...words,
        id: Type.String(),
        policy: Type.String(),
        endedOn: nullable(Day),
        /** The dossier it was made in; null where it is not this person's to read. */
        made: nullable(Where),
        /** How many dossiers went by it, and the newest of them that this person reads. */
        uses: Type.Integer(),
        used: Type.Array(Where),
      }),
    ),
  }),
);

/** A ruling on such a point: for this dossier, or for every one that comes to it until the next edition. */
export const RuleQuestion = Type.Object({
  type: Type.Literal('RuleQuestion'),
  question: Words(300),
  choice: Words(100),
  reason: Words(2000),
  scope: oneOf(['dossier', 'edition']),
  document: Type.Optional(ref(GivenDocument)),
});

/** A ruling for the edition answers no further dossier; where it was used, it stands. */
export const EndRuling = Type.Object({
  type: Type.Literal('EndRuling'),
  question: Words(300),
  reason: Words(2000),
});
