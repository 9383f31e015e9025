import { subjects } from '@bihuan/core/policy';
import { Type } from 'typebox';
import { ClockView, CopyView, EvidenceView, Obstacle, Offer, RunView, TaskView } from './dossier.ts';
import { Day, Id, named, nullable, oneOf, ref, Text } from './named.ts';
import { Light, LinkView, OfficialDocument, Parts } from './problem.ts';
import { ObjectionView } from './objection.ts';
import { QuestionView } from './question.ts';
import { SheetField, SheetValuesShown } from './sheet.ts';

const Stage = Type.Object({
  id: Type.String(),
  title: ref(Text),
  /** Milestones that bring a dossier here. */
  from: Type.Array(Type.String()),
});

/** A sort of dossier as its edition has it. */
export const KindView = named(
  'Kind',
  Type.Object({
    id: Type.String(),
    title: ref(Text),
    clause: Type.String(),
    is: oneOf(subjects),
    /** The group of the menu that it stands in. */
    menu: Type.Optional(ref(Text)),
    /** How its numbers are made, `举报-{year}-{serial:4}`. */
    number: Type.String(),
    mayOpen: Type.Boolean(),
    /** What stands between this person and a new one: whose it is, or that only duties and other dossiers bring one. */
    obstacle: nullable(ref(Obstacle)),
    /** Channels it comes in by. */
    from: Type.Array(Type.Object({ id: Type.String(), label: ref(Text) })),
    sheet: Type.Array(SheetField),
    /** Fields that whoever opens or corrects one fills in; the others are filled at a step or by an act. */
    opening: Type.Array(Type.String()),
    stages: Type.Array(Stage),
    list: Type.Object({
      columns: Type.Array(Type.String()),
      filters: Type.Array(Type.String()),
      group: Type.Optional(Type.String()),
    }),
    facts: Type.Array(Type.String()),
    parts: Type.Array(Type.String()),
    /** The part that has it. */
    holder: Type.Optional(Type.String()),
    flow: Type.Array(
      Type.Object({
        run: Type.String(),
        title: ref(Text),
        begins: Type.Array(Type.String()),
        ends: Type.Optional(Type.String()),
        times: oneOf(['once', 'many']),
      }),
    ),
    acts: Type.Array(Type.Object({ id: Type.String(), title: nullable(ref(Text)), clause: Type.String() })),
    /** The duty whose returns are its members. */
    gathers: Type.Optional(Type.String()),
  }),
);

/** Kinds of the edition in force that this person may read or open. */
export const KindList = named('KindList', Type.Object({ kinds: Type.Array(ref(KindView)) }));

/** One line of the list of a kind. */
export const CaseRow = named(
  'CaseRow',
  Type.Object({
    id: Id,
    kind: Type.String(),
    number: Type.String(),
    title: Type.String(),
    stage: Type.String(),
    stageTitle: ref(Text),
    holder: nullable(Type.String()),
    holderName: nullable(Type.String()),
    step: nullable(ref(Text)),
    stepClause: nullable(Type.String()),
    light: ref(Light),
    cells: Type.Record(Type.String(), Type.Unknown(), {
      description:
        '按表单项：选项为其名称，单位为今名，地点、人员为文字，表格和文件为数目，长文截短 / by field: a choice by its label, a unit by the name it has today, a place or person in words, tables and files as how many, a long text cut',
    }),
    openedOn: Day,
    closedOn: nullable(Day),
    /** Filed as nothing to report. */
    nil: Type.Boolean(),
  }),
);

export const CasePage = named(
  'CasePage',
  Type.Object({
    rows: Type.Array(ref(CaseRow)),
    /** Counted up to a limit; `more` says that there are more than that. */
    total: Type.Integer(),
    more: Type.Boolean(),
    /** Cursor of the next page; null on the last. */
    next: nullable(Type.String()),
    /** How many stand at each stage under the same filters but the stage; of one kind only. */
    stages: Type.Array(Type.Object({ id: Type.String(), count: Type.Integer() })),
  }),
);

const Owed = named(
  'Owed',
  Type.Object({
    duty: Type.String(),
    period: Type.String(),
    unit: Type.String(),
    field: nullable(Type.String()),
    due: Day,
    openedLate: Type.Boolean(),
  }),
);

const Frozen = named(
  'Frozen',
  Type.Object({
    on: Day,
    digest: Type.String(),
    members: Type.Array(
      Type.Object({
        dossier: Type.String(),
        number: Type.String(),
        title: Type.String(),
        unit: Type.String(),
        unitName: Type.String(),
        state: oneOf(['filed', 'nil', 'late', 'missing']),
        digest: nullable(Type.String()),
      }),
    ),
    drawn: nullable(Type.Array(Type.String())),
  }),
);

const CaseEvidenceView = named('CaseEvidence', Type.Omit(EvidenceView, ['place', 'measure']));

/** A dossier of one of the plan's own kinds as its page shows it. */
export const CaseView = named(
  'CaseView',
  Type.Object({
    row: ref(CaseRow),
    version: Type.Integer(),
    policy: Type.String(),
    kind: ref(KindView),
    values: ref(SheetValuesShown),
    facts: Type.Record(Type.String(), Type.String()),
    /** The channel it came in by. */
    from: nullable(Type.String()),
    parts: Parts,
    /** Other dossiers that this one has to do with, as far as this person may read them. */
    links: Type.Array(ref(LinkView)),
    owed: nullable(ref(Owed)),
    nil: Type.Boolean(),
    evidence: Type.Array(ref(CaseEvidenceView)),
    copies: Type.Array(ref(CopyView)),
    runs: Type.Array(ref(RunView)),
    tasks: Type.Array(ref(TaskView)),
    clocks: Type.Array(ref(ClockView)),
    questions: Type.Array(ref(QuestionView)),
    objections: Type.Array(ref(ObjectionView)),
    milestones: Type.Record(
      Type.String(),
      Type.Object({ day: Day, on: Day, document: nullable(ref(OfficialDocument)) }),
    ),
    frozen: nullable(ref(Frozen)),
    stale: Type.Array(Type.Object({ task: Type.String(), step: Type.String(), person: Type.String(), on: Day })),
    offers: Type.Array(ref(Offer)),
    /** Names of other people who have this page open now. */
    openWith: Type.Array(Type.String()),
  }),
);
