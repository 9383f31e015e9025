import { Type } from 'typebox';
import { Day, named, nullable, ref, Text } from './named.ts';
import { OfficialDocument, RecordedAct } from './problem.ts';

/** Whoever signed, as the record names him. */
export const Signer = named(
  'Signer',
  Type.Object({
    name: Type.String(),
    unitName: Type.String(),
    post: Type.String(),
    aside: nullable(
      Type.String({
        description:
          '与他人同名时的区分：电话，没有的为用户名 / what sets him apart from others of his name: telephone, else user name',
      }),
    ),
  }),
);

/** One line of the timeline; `detail` is the event's own content, readable without today's code. */
export const TimelineEntry = named(
  'TimelineEntry',
  Type.Object({
    version: Type.Integer(),
    type: Type.String(),
    on: Day,
    claimedOn: nullable(Day),
    recordedAt: Type.String(),
    by: ref(Signer),
    clause: nullable(Type.String()),
    title: nullable(ref(Text)),
    unitName: nullable(Type.String()),
    document: nullable(ref(OfficialDocument)),
    recorded: nullable(ref(RecordedAct)),
    detail: Type.Record(Type.String(), Type.Unknown()),
    digest: Type.String(),
  }),
);

/** One page of a timeline, oldest first. */
export const Timeline = named(
  'Timeline',
  Type.Object({ entries: Type.Array(ref(TimelineEntry)), next: nullable(Type.Integer()) }),
);
