import { Type } from 'typebox';
import { CountedDay } from './dossier.ts';
import { Day, Id, named, nullable, oneOf, ref, Text, Words } from './named.ts';

/** A reading of an edition that was published here. */
export const ReadingRow = Type.Object({
  edition: Type.String(),
  no: Type.Integer(),
  publishedOn: Day,
  current: Type.Boolean(),
});

/** One thing that this reading says otherwise than the one before it. */
export const DifferenceView = named(
  'Difference',
  Type.Object({
    what: Type.String(),
    how: oneOf(['added', 'removed', 'changed']),
    id: Type.String(),
    title: ref(Text),
    /** Of a route its procedure, of a step its route, of a field its kind. */
    within: nullable(ref(Text)),
    clause: nullable(Type.String()),
    ruling: nullable(Type.String()),
    /** Side by side: what was said and what is; null where one says nothing of it. */
    said: Type.Array(Type.Object({ side: Type.String(), was: nullable(ref(Text)), now: nullable(ref(Text)) })),
  }),
);

const Titled = Type.Object({ run: Type.String(), title: ref(Text) });
const Seat = Type.Object({
  role: Type.String(),
  unitName: nullable(Type.String()),
  post: ref(Text),
  part: oneOf(['decide', 'co-sign']),
});

/** What a later reading would mean for one open dossier. */
export const ReadingImpactLine = named(
  'ReadingImpactLine',
  Type.Object({
    dossier: Id,
    kind: Type.String(),
    number: Type.String(),
    title: Type.String(),
    /** The reading that it keeps. */
    policy: Type.String(),
    /** What the later reading has no place for: where anything stands here it cannot be brought over. */
    misfits: Type.Array(ref(Text)),
    clocks: Type.Array(
      Type.Object({
        clock: Type.String(),
        title: ref(Text),
        clause: Type.String(),
        how: oneOf(['moves', 'starts', 'ends']),
        start: Day,
        term: Type.Object({ was: nullable(ref(Text)), now: nullable(ref(Text)) }),
        was: nullable(Day),
        due: nullable(Day),
        /** The arithmetic of the new day. */
        days: Type.Array(ref(CountedDay)),
      }),
    ),
    /** Open steps that other seats take from then on: by whom until now, by whom then. */
    reopened: Type.Array(
      Type.Object({
        run: Type.String(),
        step: Type.String(),
        title: ref(Text),
        was: Type.Array(Seat),
        now: Type.Array(Seat),
      }),
    ),
    begun: Type.Array(Titled),
    /** Questions that it answers, and those that it leaves open anew. */
    settled: Type.Array(ref(Text)),
    asked: Type.Array(ref(Text)),
    /** Procedures under way that it would send by another route: they go on by theirs. */
    otherwise: Type.Array(Type.Object({ run: Type.String(), title: ref(Text), would: ref(Text) })),
    /** Parts and fields that it asks for, that the one before did not, and that are empty. */
    needed: Type.Array(Type.Object({ what: oneOf(['part', 'field']), id: Type.String(), title: ref(Text) })),
    /** Digest of this line. */
    seen: Type.String(),
  }),
);

export const ImpactQuery = Type.Object({ after: Type.Optional(Id) });

/** A page of the open dossiers under earlier readings of the edition that this person reads; they are counted nowhere. */
export const ReadingImpact = named(
  'ReadingImpact',
  Type.Object({
    lines: Type.Array(ref(ReadingImpactLine)),
    /** The dossier after which the next page begins; null: this is the last. */
    next: nullable(Id),
  }),
);

/** So many at once: the page asks again until all that were chosen are through. */
const MOST = 50;

export const AdoptReading = named(
  'AdoptReading',
  Type.Object({
    reason: Words(500),
    dossiers: Type.Array(Type.Object({ dossier: Id, seen: Words(128) }), { minItems: 1, maxItems: MOST }),
  }),
);

export const ReadingAdopted = named(
  'ReadingAdopted',
  Type.Object({
    results: Type.Array(
      Type.Object({
        dossier: Id,
        number: Type.String(),
        /** `already`: it stood under this reading before. */
        outcome: oneOf(['brought', 'already', 'refused']),
        refused: nullable(
          Type.Object({ code: Type.String(), zh: Type.String(), en: Type.String(), clause: nullable(Type.String()) }),
        ),
      }),
    ),
  }),
);
