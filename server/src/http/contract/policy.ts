import { Type } from 'typebox';
import { RulingName, StepView } from './explanation.ts';
import { DifferenceView, ReadingRow } from './reading.ts';
import { Day, named, nullable, oneOf, ref, Text, Words } from './named.ts';

const Word = Type.Object({ id: Type.String(), label: ref(Text) });

export const PolicyList = named(
  'PolicyList',
  Type.Object({
    policies: Type.Array(
      Type.Object({
        edition: Type.String(),
        title: Type.String(),
        inForceFrom: Day,
        publishedOn: Day,
        digest: Type.String(),
        current: Type.Boolean(),
        /** Which reading of its edition it is, from 1, and the latest one where there is a later. */
        reading: Type.Integer(),
        later: nullable(Type.String()),
      }),
    ),
  }),
);

/** Something the plan leaves open, with the line of the pack, as it stood when the edition was published. */
export const FaultView = named(
  'Fault',
  Type.Object({
    kind: Type.String(),
    clauses: Type.Array(Type.String()),
    /** The facts at which it happens. */
    facts: Type.Array(Type.Record(Type.String(), Type.String())),
    about: Type.Array(Type.String()),
    text: ref(Text),
    ruling: nullable(Type.String()),
    file: Type.String(),
    line: Type.Integer(),
  }),
);

const { properties: ruling } = RulingName;
export const RulingView = named(
  'Ruling',
  Type.Object({
    ...ruling,
    /** Kinds of faults it settles, and what they are about. */
    settles: Type.Array(Type.Object({ kind: Type.String(), about: Type.Array(Type.String()) })),
    prefers: Type.Array(Type.String()),
    confirmedBy: nullable(Type.String()),
    confirmedOn: nullable(Day),
    note: nullable(Type.String()),
  }),
);

export const RouteView = named(
  'Route',
  Type.Object({
    id: Type.String(),
    title: ref(Text),
    clause: Type.String(),
    ruling: nullable(Type.String()),
    /** On which facts, in words. */
    when: ref(Text),
    steps: Type.Array(ref(StepView)),
    /** A drawing of its own, without script or outside reference. */
    svg: Type.String(),
  }),
);

/** One edition as the page of rules shows it. */
export const PolicyView = named(
  'PolicyEdition',
  Type.Object({
    digest: Type.String(),
    publishedOn: Day,
    current: Type.Boolean(),
    /** Whether the person asking may confirm rulings. */
    confirms: Type.Boolean(),
    /** Whether anybody may: false where an edition from before names no post that leads the coordinator. */
    confirmable: Type.Boolean(),
    /** What changed with this reading of the edition and why; null for the first. */
    revision: nullable(Type.Object({ no: Type.Integer(), changed: ref(Text), why: ref(Text) })),
    /** Every reading of the edition, the latest first. */
    readings: Type.Array(ReadingRow),
    /** The reading that the differences are with; null where none was published before it. */
    before: nullable(Type.String()),
    differences: Type.Array(ref(DifferenceView)),
    policy: Type.Object({
      edition: Type.String(),
      title: ref(Text),
      region: Type.String(),
      inForceFrom: Day,
      source: Type.Object({ title: Type.String(), publisher: Type.String(), published: Day }),
      clauses: Type.Array(Type.Object({ id: Type.String(), text: ref(Text), law: nullable(Type.String()) })),
      facts: Type.Array(
        Type.Object({ id: Type.String(), label: ref(Text), open: Type.Boolean(), values: Type.Array(Word) }),
      ),
      posts: Type.Array(Word),
      fields: Type.Array(
        Type.Object({
          id: Type.String(),
          label: ref(Text),
          clause: Type.String(),
          inCharge: ref(Text),
          ruling: nullable(Type.String()),
        }),
      ),
      evidenceKinds: Type.Array(Word),
      caseRoles: Type.Array(
        Type.Object({
          id: Type.String(),
          label: ref(Text),
          many: Type.Boolean(),
          required: Type.Boolean(),
          clause: Type.String(),
        }),
      ),
      topics: Type.Array(
        Type.Object({ topic: Type.String(), silent: Type.Boolean(), ruling: nullable(Type.String()) }),
      ),
    }),
    procedures: Type.Array(
      Type.Object({ id: Type.String(), title: ref(Text), clause: Type.String(), routes: Type.Array(ref(RouteView)) }),
    ),
    /** Who takes over from units that the edition drops, as whoever published it named them. */
    successors: Type.Array(
      Type.Object({
        unit: Type.String(),
        unitName: Type.String(),
        successor: Type.String(),
        successorName: Type.String(),
        from: Day,
        reason: Type.String(),
      }),
    ),
    faults: Type.Array(ref(FaultView)),
    rulings: Type.Array(ref(RulingView)),
  }),
);

export const PolicyParams = Type.Object({ edition: Words(100) });
export const RulingParams = Type.Object({ edition: Words(100), id: Words(40) });
export const ConfirmAsk = named(
  'ConfirmRuling',
  Type.Object({ note: Type.String({ minLength: 1, maxLength: 500, description: 'the paper or meeting it rests on' }) }),
);
export const RulingDone = named(
  'RulingDone',
  Type.Object({ edition: Type.String(), ruling: Type.String(), status: oneOf(['confirmed']) }),
);
