import { Type } from 'typebox';
import { named, nullable, oneOf, ref, Text } from './named.ts';

/** What an installation still lacks; empty once all is there, or where it is not the asker's to see to. */
export const FirstHours = named(
  'FirstHours',
  Type.Object({
    steps: Type.Array(
      Type.Object({
        id: oneOf(['posts', 'people', 'calendar', 'dossier']),
        done: Type.Boolean(),
        /** How many of how many seats or units; null where it is one thing. */
        have: nullable(Type.Integer()),
        of: nullable(Type.Integer()),
      }),
    ),
    /** Seats in the order in which they are needed; one of the posts being held is enough. */
    seats: Type.Array(
      Type.Object({
        unit: Type.String(),
        unitName: Type.String(),
        posts: Type.Array(Type.Object({ post: Type.String(), postName: ref(Text) })),
        why: oneOf(['leads', 'records', 'opens', 'decides']),
        step: nullable(ref(Text)),
        clause: nullable(Type.String()),
        held: Type.Boolean(),
      }),
    ),
    year: Type.Integer(),
  }),
);
