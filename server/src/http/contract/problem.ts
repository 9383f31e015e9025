import { manners } from '@bihuan/core/policy';
import { LONGEST_REMARKS } from '@bihuan/core/problem';
import { Type, type Static } from 'typebox';
import { Day, GivenDay, Id, named, nullable, oneOf, ref, Text, Words } from './named.ts';

/** A stage by the word of the edition's kind. */
export const Stage = Words(40);

export const Light = named(
  'Light',
  Type.Object({
    level: oneOf(['green', 'blue', 'amber', 'red', 'paused', 'none']),
    due: nullable(Day),
    /** The minute on that day with which a term in hours ends. */
    dueAt: nullable(Type.String()),
    /** Working days left; negative when overdue; null without a limit. */
    days: nullable(Type.Integer()),
    provisional: Type.Boolean(),
    /** The day is sure and the count of working days is not: a year on the way has no notice yet. */
    aboutDays: Type.Boolean(),
    title: nullable(Type.String()),
  }),
);

/** How many of a whole list, and not of its page alone, are late; counted as far as the list. */
export const Late = named('Late', Type.Object({ total: Type.Integer(), more: Type.Boolean() }));

/** One line of the register. */
export const ProblemRow = named(
  'ProblemRow',
  Type.Object({
    id: Id,
    number: Type.String(),
    title: Type.String(),
    stage: Stage,
    /** What the edition in force calls it. */
    stageTitle: ref(Text),
    /** Facts of the plan, by their words. */
    facts: Type.Record(Type.String(), Type.String()),
    field: nullable(Type.String()),
    township: nullable(Type.String()),
    townshipName: nullable(Type.String()),
    holder: nullable(Type.String()),
    holderName: nullable(Type.String()),
    person: nullable(Type.String()),
    /** Deadline and unit as the list named them: a day, or its words. They are not the plan’s. */
    listedDue: nullable(Type.String()),
    listedHolderName: nullable(Type.String()),
    edition: nullable(Id),
    editionNo: nullable(Type.Integer()),
    step: nullable(ref(Text)),
    stepClause: nullable(Type.String()),
    light: ref(Light),
    progress: Type.Integer(),
    measures: Type.Integer(),
    registeredOn: Day,
    handedOverOn: nullable(Day),
    closedOn: nullable(Day),
  }),
);
export type ProblemRow = Static<typeof ProblemRow>;

export const ProblemPage = named(
  'ProblemPage',
  Type.Object({
    rows: Type.Array(ref(ProblemRow)),
    /** Counted up to `countedTo`; `more` says that there are more than that. */
    total: Type.Integer(),
    more: Type.Boolean(),
    overdue: ref(Late),
    /** Words that nothing was searched for: there were too many. */
    leftOut: Type.Array(Type.String()),
    /** Cursor of the next page; null on the last. */
    next: nullable(Type.String()),
  }),
);

export const ProblemQuery = Type.Object({
  q: Type.Optional(Words(100)),
  stage: Type.Optional(Type.Array(Stage, { maxItems: 9, description: 'withdrawn ones are left out unless asked for' })),
  fact: Type.Optional(
    Type.Array(Type.String({ pattern: '^[A-Za-z0-9-]{1,40}:[A-Za-z0-9-]{1,40}$' }), {
      maxItems: 10,
      description: 'facts that must hold, each as fact:value',
    }),
  ),
  field: Type.Optional(Words(40)),
  township: Type.Optional(Words(60)),
  holder: Type.Optional(Words(60)),
  edition: Type.Optional(Id),
  import: Type.Optional(Id),
  light: Type.Optional(oneOf(['green', 'blue', 'amber', 'red', 'paused', 'none'])),
  mine: Type.Optional(Type.Boolean({ description: 'only dossiers in which my units play a part' })),
  closedSince: Type.Optional(Day),
  id: Type.Optional(Type.Array(Id, { maxItems: 100, description: 'only these' })),
  sort: Type.Optional(oneOf(['number', 'due'])),
  after: Type.Optional(Words(200)),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
});
/** The same, and which columns of the screen were chosen. */
export const ExportQuery = Type.Object({
  ...ProblemQuery.properties,
  columns: Type.Optional(Type.Array(Words(40), { maxItems: 30, description: 'columns chosen on the screen' })),
});
export type ProblemQuery = Static<typeof ProblemQuery>;

export const StatedDeadline = named(
  'StatedDeadline',
  Type.Object({ date: nullable(GivenDay), longTerm: Type.Boolean(), raw: Words(200) }),
);

export const Source = named('Source', Type.Object({ list: Words(100), number: Words(60), date: nullable(GivenDay) }));

export const Basics = named(
  'Basics',
  Type.Object({
    title: Words(200),
    description: Words(5000),
    place: Words(200),
    township: nullable(Words(60)),
    field: nullable(Words(60)),
    target: Words(2000),
    deadline: nullable(ref(StatedDeadline)),
    proposed: Type.Object({ holder: nullable(Words(60)), lead: nullable(Words(60)), person: Words(100) }),
    remarks: Words(LONGEST_REMARKS),
  }),
);

/** A paper as the record holds it; `digest` is SM3 of the scan's bytes, and `GET /api/files/{scan}` gives them back. */
export const OfficialDocument = named(
  'OfficialDocument',
  Type.Object({
    number: Words(60),
    date: GivenDay,
    scan: Type.Optional(Id),
    /** What was filed as the scan; papers recorded before digests were kept have none. */
    scanned: Type.Optional(Type.Object({ name: Type.String(), digest: Type.String() })),
    /** Further scans of the same paper. */
    further: Type.Optional(Type.Array(Type.Object({ file: Id, name: Type.String(), digest: Type.String() }))),
  }),
);

export const RecordedAct = named('RecordedAct', Type.Object({ unitName: Words(100), document: ref(OfficialDocument) }));

/** A paper as a client names it: its scans by the ids that `POST /api/files` answered; name and digest are taken from it. */
export const GivenDocument = named(
  'GivenDocument',
  Type.Object({
    number: Words(60),
    date: GivenDay,
    scan: Type.Optional(Id),
    /** Further scans of the same paper, where it has several. */
    further: Type.Optional(Type.Array(Id, { maxItems: 30 })),
  }),
);

export const GivenAct = named('GivenAct', Type.Object({ unitName: Words(100), document: ref(GivenDocument) }));

export const Part = named(
  'Part',
  Type.Object({
    unit: Words(60),
    unitName: Words(100),
    person: nullable(Type.Object({ name: Words(40), id: Type.Optional(Words(60)), post: Type.Optional(Words(40)) })),
  }),
);
export const Parts = Type.Record(Type.String({ maxLength: 60 }), Type.Array(ref(Part), { maxItems: 30 }));

/** Who was there, on which day, how: what whoever takes a step says of it. */
export const Account = named(
  'Account',
  Type.Object({
    attended: Type.Optional(Words(500)),
    heldOn: Type.Optional(GivenDay),
    manner: Type.Optional(oneOf(manners)),
  }),
);

export const MeasureContent = named(
  'MeasureContent',
  Type.Object({
    id: Words(40),
    text: Words(2000),
    deadline: nullable(ref(StatedDeadline)),
    unit: nullable(Words(60)),
    person: Words(100),
  }),
);

export const PlanContent = named(
  'PlanContent',
  Type.Object({
    target: Words(2000),
    deadline: ref(StatedDeadline),
    measures: Type.Array(ref(MeasureContent), { maxItems: 100 }),
  }),
);

/** A connection to another dossier. */
export const LinkView = named(
  'DossierLink',
  Type.Object({
    how: Type.String(),
    dossier: Id,
    /** `problem`, `edition`, or a kind of the plan. */
    kind: Type.String(),
    number: Type.String(),
    title: Type.String(),
  }),
);
