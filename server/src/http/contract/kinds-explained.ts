import { Type } from 'typebox';
import { named, nullable, ref, Text } from './named.ts';

const rule = {
  id: Type.String(),
  title: ref(Text),
  words: ref(Text),
  clause: nullable(Type.String()),
  ruling: nullable(Type.String()),
};
const Rules = Type.Array(Type.Object(rule));

/** A kind of dossier in sentences: who opens and reads it, what is written in it, how it goes, what follows from it. */
export const KindExplained = named(
  'KindExplained',
  Type.Object({
    id: Type.String(),
    title: ref(Text),
    clause: Type.String(),
    ruling: nullable(Type.String()),
    opens: ref(Text),
    reads: ref(Text),
    holder: ref(Text),
    number: Type.String(),
    /** `within`: the table that a column stands in. */
    fields: Type.Array(Type.Object({ ...rule, within: nullable(Type.String()) })),
    flow: Rules,
    stages: Type.Array(Type.Object({ id: Type.String(), title: ref(Text), words: ref(Text) })),
    acts: Rules,
    tells: Rules,
    duties: Rules,
  }),
);

/** A clause with everything that serves it. Nothing and no ruling outside: it is open. */
export const ClauseServed = named(
  'ClauseServed',
  Type.Object({
    id: Type.String(),
    text: ref(Text),
    by: Type.Array(
      Type.Object({
        /** The sort of thing: `step`, `limit`, `kind`… */
        what: Type.String(),
        id: Type.String(),
        title: nullable(ref(Text)),
        ruling: nullable(Type.String()),
      }),
    ),
    /** The ruling that says it is served outside the program. */
    outside: nullable(Type.String()),
  }),
);

export const KindsOfEdition = named(
  'KindsOfEdition',
  Type.Object({ kinds: Type.Array(ref(KindExplained)), clauses: Type.Array(ref(ClauseServed)) }),
);
