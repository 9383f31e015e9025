import { Type } from 'typebox';
import { Day, named, ref, Text } from './named.ts';

/** Work that was sent back and has not passed again whoever sent it, with its texts then and now. */
export const Returned = named(
  'Returned',
  Type.Object({
    procedure: Type.String(),
    run: Type.String(),
    title: ref(Text),
    round: Type.Integer(),
    unitName: Type.String(),
    by: Type.String(),
    on: Day,
    reason: Type.String(),
    becauseOf: Type.String(),
    unchanged: Type.Boolean({ description: '退回后内容没有改动 / nothing was changed since' }),
    texts: Type.Array(Type.Object({ label: ref(Text), before: Type.String(), after: Type.String() })),
  }),
);
