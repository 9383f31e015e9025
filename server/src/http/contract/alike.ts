import { Type } from 'typebox';
import { Day, Id, named, nullable, ref, Text, Words } from './named.ts';
import { LinkView, ProblemRow } from './problem.ts';

/** What is written of a problem so far. Descriptions are compared by how they begin. */
export const AlikeQuery = Type.Object({
  number: Type.Optional(Words(60)),
  title: Words(200),
  description: Type.Optional(Words(400)),
  township: Type.Optional(Words(60)),
  place: Type.Optional(Words(200)),
});

/** A problem of the register that probably is the same, with each reason for thinking so. */
export const Alike = named(
  'Alike',
  Type.Object({
    row: ref(ProblemRow),
    description: Type.String(),
    place: Type.String(),
    /** How much of the words they have in common, in hundredths. */
    percent: Type.Integer(),
    because: Type.Array(ref(Text)),
  }),
);

export const AlikeList = named('AlikeList', Type.Object({ rows: Type.Array(ref(Alike)) }));

const AlikeSide = named(
  'AlikeSide',
  Type.Object({
    dossier: Id,
    kind: ref(Text),
    number: Type.String(),
    title: Type.String(),
    openedOn: nullable(Day),
    holder: nullable(Type.String()),
    /** The dossier whose tell opened it, or that it was first linked with, where this person may read that one. */
    source: nullable(ref(LinkView)),
    /** What the two are compared by, field by field in the same order on either side; null: nothing stands there. */
    fields: Type.Array(Type.Object({ label: ref(Text), value: nullable(ref(Text)) })),
  }),
);

/** Two dossiers of one kind that probably are one matter, with each reason for thinking so. */
export const AlikePairs = named(
  'AlikePairs',
  Type.Object({
    pairs: Type.Array(
      Type.Object({
        percent: Type.Integer(),
        because: Type.Array(ref(Text)),
        /** The plan gives this person the act of merging them. */
        mayMerge: Type.Boolean(),
        one: ref(AlikeSide),
        other: ref(AlikeSide),
      }),
    ),
    /** So many more pairs look alike, less than these. */
    more: Type.Integer(),
  }),
);

/** A likely double that is another problem, and why. */
export const GivenApart = named('GivenApart', Type.Object({ dossier: Id, reason: Words(500) }));
