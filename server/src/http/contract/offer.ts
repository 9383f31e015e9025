import { stepNeeds } from '@bihuan/core/policy';
import { Type } from 'typebox';
import { named, nullable, oneOf, ref, Text } from './named.ts';
import { Obstacle } from './obstacle.ts';

/** One verb as this person may do it or not, and what its form asks for. */
export const Offer = named(
  'Offer',
  Type.Object({
    type: Type.String(),
    target: nullable(Type.String()),
    title: nullable(ref(Text)),
    unitName: nullable(Type.String()),
    clause: nullable(Type.String()),
    obstacle: nullable(ref(Obstacle)),
    seen: nullable(Type.Object({ what: Type.String(), digest: Type.String() })),
    needs: Type.Object({
      opinion: Type.Boolean(),
      reason: Type.Boolean(),
      document: Type.Boolean(),
      recorded: Type.Boolean(),
      facts: Type.Array(Type.String()),
      parts: Type.Boolean(),
      /** Parts whose unit this person may not change; their people may be named. */
      fixedParts: Type.Array(Type.String()),
      returnsTo: Type.Array(Type.Object({ step: Type.String(), title: ref(Text) })),
      objection: Type.Boolean(),
      /** In which units this last day is moved. */
      lengthens: nullable(oneOf(['working', 'natural', 'months', 'hours'])),
      /** Fields of the sheet that come along. */
      values: Type.Array(Type.String()),
      /** Ways in which the step may end, or a question be ruled, with what each means; one that cannot be taken here says why. */
      outcomes: Type.Array(
        Type.Object({
          id: Type.String(),
          title: ref(Text),
          means: Type.Optional(ref(Text)),
          obstacle: Type.Optional(ref(Obstacle)),
        }),
      ),
      /** It asks for words of its own. */
      says: Type.Boolean(),
      /** What those who decide it together said the last time, when they did not say the same. */
      differed: Type.Array(
        Type.Object({
          unitName: Type.String(),
          facts: Type.Record(Type.String(), Type.String()),
          outcome: nullable(ref(Text)),
        }),
      ),
      /** What whoever decides has to say of it. */
      demands: Type.Array(oneOf(stepNeeds)),
      /** Measures that were said to be done and may be said not to be. */
      measures: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
    }),
  }),
);
