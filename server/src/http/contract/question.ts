import { Type } from 'typebox';
import { Day, named, nullable, oneOf, ref, Text, Words } from './named.ts';
import { GivenDocument, OfficialDocument } from './problem.ts';

const Signer = Type.Object({ name: Type.String(), unitName: Type.String(), post: Type.String() });

/** A point that the plan leaves open and that this dossier has reached. */
export const QuestionView = named(
  'Question',
  Type.Object({
    id: Type.String(),
    key: Type.String(),
    about: oneOf(['who', 'where', 'branch', 'route']),
    run: nullable(Type.String()),
    step: nullable(Type.String()),
    clauses: Type.Array(Type.String()),
    text: ref(Text),
    choices: Type.Array(Type.Object({ id: Type.String(), title: ref(Text), means: ref(Text) })),
    askedOn: Day,
    ruling: nullable(
      Type.Object({
        choice: Type.String(),
        reason: Type.String(),
        scope: oneOf(['dossier', 'edition']),
        by: Signer,
        on: Day,
        document: nullable(ref(OfficialDocument)),
        /** It was made before, for every dossier of the edition, and answered the question here. */
        used: Type.Optional(Type.Literal(true)),
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
