import { Type } from 'typebox';
import { Day, Id, named, nullable, oneOf, ref, Text } from './named.ts';
import { OfficialDocument } from './problem.ts';

/** What proves something, with what the program points at. */
export const EvidenceView = named(
  'EvidenceView',
  Type.Object({
    id: Id,
    kind: Type.String(),
    kindLabel: ref(Text),
    file: Id,
    name: Type.String(),
    mediaType: Type.String(),
    size: Type.Integer(),
    digest: Type.String(),
    takenOn: nullable(Day),
    place: Type.String(),
    measure: nullable(Type.String()),
    /** The measures that it proves, in their words; absent where there are no measures. */
    proves: Type.Optional(Type.Array(Type.String())),
    note: Type.String(),
    addedOn: Day,
    addedBy: Type.String(),
    /** What the program points at; people judge: `before-hand-over`, `same-file-elsewhere`, `same-file-here`. */
    flags: Type.Array(oneOf(['before-hand-over', 'before-opening', 'same-file-elsewhere', 'same-file-here'])),
  }),
);

/** A copy for the record: to whom, and what became of it. */
export const CopyView = named(
  'CopyView',
  Type.Object({
    id: Type.String(),
    unit: Type.String(),
    unitName: Type.String(),
    external: Type.Boolean(),
    clause: Type.String(),
    toSelf: Type.Boolean(),
    /** The paper is addressed to this office (主送); else it is copied to it for the record (抄送). */
    addressed: Type.Optional(Type.Literal(true)),
    state: oneOf(['owed', 'sent', 'filed', 'read']),
    filedOn: Day,
    document: nullable(ref(OfficialDocument)),
  }),
);
