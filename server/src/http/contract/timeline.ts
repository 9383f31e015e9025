import { Type } from 'typebox';
import { Day, named, nullable, ref, Text } from './named.ts';
import { OfficialDocument, RecordedAct } from './problem.ts';

/** One line of the timeline; `detail` is the event's own content, readable without today's code. */
export const TimelineEntry = named(
  'TimelineEntry',
  Type.Object({
    version: Type.Integer(),
    type: Type.String(),
    on: Day,
    claimedOn: nullable(Day),
    recordedAt: Type.String(),
    by: Type.Object({ name: Type.String(), unitName: Type.String(), post: Type.String() }),
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
