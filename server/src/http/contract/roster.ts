import { Type } from 'typebox';
import { Password, Username } from './session.ts';
import { Id, named, nullable, oneOf, ref, Words } from './named.ts';
import { PostingAsk } from './people.ts';

const Said = Type.Object({ zh: Type.String(), en: Type.String() });

/** A post in a unit as a row says it; null where somebody must say which is meant, with those that may be. */
const RosterSeat = Type.Object({
  writtenUnit: Type.String(),
  writtenPost: Type.String(),
  unit: nullable(Type.String()),
  units: Type.Array(Type.String()),
  post: nullable(Type.String()),
  posts: Type.Array(Type.String()),
});

const RosterEntry = named(
  'RosterEntry',
  Type.Object({
    /** Rows of the sheet, from 1. */
    rows: Type.Array(Type.Integer()),
    name: Type.String(),
    phone: nullable(Type.String()),
    username: Type.String(),
    seats: Type.Array(RosterSeat),
    doubts: Type.Array(
      oneOf([
        'no-unit',
        'unknown-unit',
        'unit-above',
        'outside',
        'no-post',
        'unknown-post',
        'name-unclear',
        'same-name',
        'same-known',
        'username-taken',
      ]),
    ),
    notes: Type.Array(Said),
    /** Who it is of those who are in; null: somebody new. */
    person: nullable(Id),
    /** Those who are in under this name and may be the same person. */
    alike: Type.Array(Id),
    /** Other entries of this list, by their place in it, that may be the same person. */
    twins: Type.Array(Type.Integer()),
    /** All of it stands already. */
    nothing: Type.Boolean(),
  }),
);

/** A list of people as understood; nothing was written. */
export const Roster = named(
  'Roster',
  Type.Object({
    sheet: Type.String(),
    sheets: Type.Array(Type.String()),
    head: nullable(Type.Object({ first: Type.Integer(), last: Type.Integer() })),
    columns: Type.Array(
      Type.Object({ column: Type.Integer(), head: Type.String(), means: nullable(Type.String()), why: Said }),
    ),
    entries: Type.Array(ref(RosterEntry)),
    skipped: Type.Array(Type.Object({ row: Type.Integer(), why: Said })),
    /** Longer than is read at once. */
    cut: Type.Boolean(),
  }),
);

export const RosterQuery = Type.Object({
  name: Words(200),
  sheet: Type.Optional(Words(100)),
  /** What columns (from 0) are, where a person says so: `3:phone,5:` (nothing). */
  columns: Type.Optional(Type.String({ maxLength: 2000, pattern: '^\\d{1,4}:[^:,]{0,60}(?:,\\d{1,4}:[^:,]{0,60})*$' })),
});

const Postings = Type.Array(ref(PostingAsk), { maxItems: 20 });

/** People as looked at: new ones with a first password to be handed out, or such as are in and get further posts. */
export const BringPeople = named(
  'BringPeople',
  Type.Object({
    people: Type.Array(
      Type.Union([
        Type.Object({
          name: Type.String({ minLength: 1, maxLength: 40 }),
          username: Username,
          password: Password,
          phone: Type.Optional(Words(60)),
          postings: Postings,
        }),
        Type.Object({ person: Id, postings: Postings }),
      ]),
      { minItems: 1, maxItems: 20 },
    ),
  }),
);

/** What became of each, in the order in which they were sent. */
export const PeopleBrought = named(
  'PeopleBrought',
  Type.Object({
    results: Type.Array(
      Type.Object({
        id: nullable(Id),
        refused: nullable(
          Type.Object({
            code: Type.String(),
            zh: Type.String(),
            en: Type.String(),
            faults: Type.Array(
              Type.Object({ field: Type.String(), code: Type.String(), bound: Type.Optional(Type.String()) }),
            ),
          }),
        ),
      }),
    ),
  }),
);
