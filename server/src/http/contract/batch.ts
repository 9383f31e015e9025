import { stepKinds } from '@bihuan/core/policy';
import { Type } from 'typebox';
import { Done } from './command.ts';
import { Id, named, nullable, oneOf, ref, Words } from './named.ts';
import { Obstacle } from './obstacle.ts';
import { Offer } from './offer.ts';
import { GivenDocument, Parts } from './problem.ts';

/** One dossier of a wish; `parts` are its own, where the wish gives none for all; `copy` or `task` says at what it is aimed. */
const BatchItem = Type.Object({
  id: Id,
  version: nullable(Type.Integer({ minimum: 0 })),
  copy: Type.Optional(Words(200)),
  task: Type.Optional(Words(120)),
  parts: Type.Optional(Parts),
});

/** The same wish for several dossiers: a step they have open, a reminder, that a copy went out or was read (each item names it). */
export const BatchCommand = named(
  'BatchCommand',
  Type.Object({
    items: Type.Array(BatchItem, { minItems: 1, maxItems: 200 }),
    ask: Type.Union([
      Type.Object({
        type: Type.Literal('TakeStep'),
        do: oneOf(stepKinds),
        opinion: Type.Optional(Words(2000)),
        document: Type.Optional(ref(GivenDocument)),
        facts: Type.Optional(Type.Record(Type.String({ maxLength: 40 }), Words(40))),
        parts: Type.Optional(Parts),
      }),
      Type.Object({ type: Type.Literal('Urge'), text: Words(500) }),
      Type.Object({ type: Type.Literal('RecordCopySent'), document: ref(GivenDocument) }),
      Type.Object({ type: Type.Literal('AcknowledgeCopy') }),
    ]),
  }),
);

/** What became of each: what was done, or why not, with the obstacle or the fields at fault. */
export const BatchDone = named(
  'BatchDone',
  Type.Object({
    results: Type.Array(
      Type.Object({
        id: Id,
        number: Type.String(),
        done: nullable(ref(Done)),
        /** Why not: code, sentence in both languages, clause, what stands in the way, which fields are at fault. */
        refused: nullable(
          Type.Object({
            code: Type.String(),
            zh: Type.String(),
            en: Type.String(),
            clause: nullable(Type.String()),
            obstacle: Type.Optional(ref(Obstacle)),
            faults: Type.Optional(
              Type.Array(
                Type.Object({ field: Type.String(), code: Type.String(), bound: Type.Optional(Type.String()) }),
              ),
            ),
          }),
        ),
      }),
    ),
  }),
);

export const BatchQuery = Type.Object({
  id: Type.Array(Id, { minItems: 1, maxItems: 200, description: 'the problems that were chosen' }),
});

/** One of the chosen problems: what may be done with it together with others, and who would play its parts. */
const BatchRow = named(
  'BatchRow',
  Type.Object({
    id: Id,
    number: Type.String(),
    title: Type.String(),
    version: Type.Integer(),
    policy: Type.String(),
    facts: Type.Record(Type.String(), Type.String()),
    usualParts: Parts,
    offers: Type.Array(
      Type.Object({
        offer: ref(Offer),
        /** Of a step, its kind and what is asked of this seat. */
        do: nullable(oneOf(stepKinds)),
        part: nullable(oneOf(['decide', 'co-sign'])),
        /** False for a step that wants this one dossier in sight. */
        together: Type.Boolean(),
      }),
    ),
  }),
);

/** Only those of the chosen that this person reads. */
export const BatchRows = named('BatchRows', Type.Object({ rows: Type.Array(ref(BatchRow)) }));
