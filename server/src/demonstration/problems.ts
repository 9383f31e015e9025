import { Type, type Static } from 'typebox';

/**
 * How far an invented problem comes, in the order in which one comes there. `returned` stands before its reviewer for the second
 * time, `contested` before the arbiter, `at-city` with a unit outside.
 */
const PROGRESS = [
  'registered',
  'classified',
  'forming',
  'submitted',
  'consented',
  'handed-over',
  'contested',
  'planning',
  'returned',
  'at-city',
  'rectifying',
  'nearly-done',
  'accepting',
  'closed',
] as const;
const closed = { additionalProperties: false };

const Problem = Type.Object(
  {
    title: Type.String(),
    place: Type.String(),
    township: Type.String(),
    field: Type.String(),
    /** Those that a step settles are said when it is taken, the others when it is registered. */
    facts: Type.Record(Type.String(), Type.String()),
    /** The list from above that it stands in. */
    list: Type.Optional(Type.String()),
    until: Type.Enum(PROGRESS),
    /** Natural days after its registration on which the list wants it done. */
    within: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Title of an earlier problem that it turns out to be: it is merged into that one. */
    merges: Type.Optional(Type.String()),
  },
  closed,
);

/** Problems of a demonstration as its file has them. */
export const Problems = Type.Array(
  Type.Object(
    {
      /** What their list is called; absent: they stand in none. */
      title: Type.Optional(Type.String()),
      age: Type.Integer({ minimum: 0 }),
      problems: Type.Array(Problem),
    },
    closed,
  ),
);

/** How far an invented problem has come. */
export type Progress = (typeof PROGRESS)[number];
/** A problem of the demonstration and how far it is walked; units, fields and facts by the ids of the pack. */
export type InventedProblem = Static<typeof Problem>;
/** Problems that entered the register together. `age`: natural days before today on which they were registered. */
export type Cohort = Static<typeof Problems>[number];

/** Whether it comes as far as this, or farther. */
export const reaches = ({ until }: InventedProblem, stage: Progress): boolean =>
  PROGRESS.indexOf(until) >= PROGRESS.indexOf(stage);
