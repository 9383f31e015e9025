import { Type } from 'typebox';
import { named, nullable, oneOf, ref, Text, Words } from './named.ts';
import { Required } from './sheet.ts';

const Word = Type.Object({ id: Type.String(), label: ref(Text) });

/** The vocabulary of one edition: what forms offer and what codes are called. */
export const Plan = named(
  'Plan',
  Type.Object({
    edition: Type.String(),
    title: ref(Text),
    /** The office that records for units outside and keeps the rules, as the plan calls it. */
    coordinator: ref(Text),
    facts: Type.Array(
      Type.Object({
        id: Type.String(),
        label: ref(Text),
        values: Type.Array(Word),
        /** Kinds of step that settle it. */
        settledAt: Type.Array(Type.String()),
      }),
    ),
    /** Facts that whoever registers a problem gives, in the words of its kind. */
    registered: Type.Array(
      Type.Object({ id: Type.String(), label: ref(Text), values: Type.Array(Word), required: Required }),
    ),
    fields: Type.Array(Word),
    posts: Type.Array(Word),
    /** What offices are called that units hold. */
    roles: Type.Array(Word),
    evidenceKinds: Type.Array(
      Type.Object({
        id: Type.String(),
        label: ref(Text),
        /** Which state of the place it shows, where the plan says so. */
        shows: nullable(oneOf(['before', 'after'])),
      }),
    ),
    caseRoles: Type.Array(
      Type.Object({
        id: Type.String(),
        label: ref(Text),
        many: Type.Boolean(),
        /** Always, never, or at facts that meet a condition. */
        required: Required,
        /** Who plays it unless somebody else is named. */
        byDefault: nullable(oneOf(['field-department', 'holder', 'opener'])),
        clause: Type.String(),
        /** What whoever plays it decides, by the titles of the steps: parts of almost one name are told apart by it. */
        does: Type.Array(ref(Text)),
        units: Type.Array(Type.String()),
      }),
    ),
    clauses: Type.Array(Type.Object({ id: Type.String(), text: ref(Text), law: nullable(Type.String()) })),
    units: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        kind: Type.String(),
        level: Type.String(),
        external: Type.Boolean(),
      }),
    ),
  }),
);

export const PlanQuery = Type.Object({ edition: Type.Optional(Words(100)) });
