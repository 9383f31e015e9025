import { Type } from 'typebox';
import { ClockView, RunView, TaskView, Twin } from './dossier.ts';
import { Offer } from './offer.ts';
import { CopyView, EvidenceView } from './evidence.ts';
import { KindView, Milestones } from './kind.ts';
import { Day, Id, named, nullable, oneOf, ref, Text } from './named.ts';
import { Late, Light, LinkView, Parts } from './problem.ts';
import { ObjectionView } from './objection.ts';
import { QuestionView } from './question.ts';
import { SheetValuesShown } from './sheet.ts';
import { Returned } from './returned.ts';

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
    /** The channel it came in by. */
    from: nullable(ref(Text)),
    /** The period that it is owed for. */
    period: nullable(Type.String()),
  }),
);

export const CasePage = named(
  'CasePage',
  Type.Object({
    rows: Type.Array(ref(CaseRow)),
    /** Counted up to a limit; `more` says that there are more than that. */
    total: Type.Integer(),
    more: Type.Boolean(),
    overdue: ref(Late),
    /** Words that nothing was searched for: there were too many. */
    leftOut: Type.Array(Type.String()),
    /** Cursor of the next page; null on the last. */
    next: nullable(Type.String()),
    /** How many there are of each group of the list (its stages, or the values of the field it goes by) under the same filters but that one; of one kind only. */
    groups: Type.Array(Type.Object({ id: Type.String(), count: Type.Integer() })),
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

const MergedMember = named(
  'MergedMember',
  Type.Object({
    dossier: Type.String(),
    number: Type.String(),
    title: Type.String(),
    unit: Type.String(),
    unitName: Type.String(),
    digest: Type.String(),
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
        /** Returns that were merged into it. */
        doubles: Type.Optional(Type.Array(ref(MergedMember))),
      }),
    ),
    drawn: nullable(Type.Array(Type.String())),
  }),
);

const CaseEvidenceView = named('CaseEvidence', Type.Omit(EvidenceView, ['place', 'measure']));

const figure = {
  measure: oneOf(['count', 'number', 'money']),
  /** Money in fen. Null where the plan counts what is not to be counted here. */
  value: nullable(Type.Number()),
  /** The day from which it stands; null while it is counted anew whenever somebody looks. */
  fixedOn: nullable(Day),
};

/** The rows behind a figure of a sheet, as far as this person may read them: the figure is the office's and counts all. */
export const FigureRows = named(
  'FigureRows',
  Type.Object({
    title: ref(Text),
    ...figure,
    /** The kind of the rows. */
    kind: Type.String(),
    rows: Type.Array(
      Type.Object({
        id: Id,
        kind: Type.String(),
        number: Type.String(),
        title: Type.String(),
        unit: nullable(Type.String()),
        /** What this row adds to a sum. */
        value: nullable(Type.Number()),
      }),
    ),
    /** There are more than are shown here. */
    more: Type.Boolean(),
  }),
);

/** A dossier of one of the plan's own kinds as its page shows it. */
export const CaseView = named(
  'CaseView',
  Type.Object({
    row: ref(CaseRow),
    version: Type.Integer(),
    policy: Type.String(),
    kind: ref(KindView),
    values: ref(SheetValuesShown),
    /** What the sheet keeps apart of people. `masked` only for whom the plan lets see it; to see it plain is an act of its own. */
    apart: Type.Array(
      Type.Object({
        id: Type.String(),
        /** `reporter`, or `witnesses.name` for the column of a table. */
        field: Type.String(),
        erasedOn: nullable(Day),
        masked: nullable(Type.String()),
      }),
    ),
    facts: Type.Record(Type.String(), Type.String()),
    /** The channel it came in by. */
    from: nullable(Type.String()),
    parts: Parts,
    /** Other dossiers that this one has to do with, as far as this person may read them. */
    links: Type.Array(ref(LinkView)),
    /** What the program counts in its sheet. */
    figures: Type.Array(Type.Object({ field: Type.String(), ...figure })),
    /** Fields that were filled in beforehand and that nobody has touched since, and from which dossier. */
    prefilled: Type.Object({ fields: Type.Array(Type.String()), from: nullable(ref(LinkView)) }),
    owed: nullable(ref(Owed)),
    nil: Type.Boolean(),
    evidence: Type.Array(ref(CaseEvidenceView)),
    copies: Type.Array(ref(CopyView)),
    runs: Type.Array(ref(RunView)),
    tasks: Type.Array(ref(TaskView)),
    clocks: Type.Array(ref(ClockView)),
    questions: Type.Array(ref(QuestionView)),
    objections: Type.Array(ref(ObjectionView)),
    milestones: Milestones,
    frozen: nullable(ref(Frozen)),
    /** What it was merged into, when and why; `into` is null where this person may not read that one. Null: it stands for itself. */
    merged: nullable(Type.Object({ into: nullable(ref(Twin)), on: Day, reason: Type.String() })),
    /** Doubles merged into it, as far as this person may read them: what they say is read where they stand. */
    absorbed: Type.Array(Type.Object({ dossier: Id, number: Type.String(), title: Type.String(), on: Day })),
    /** Likely doubles that are other matters, and why. */
    unlike: Type.Array(
      Type.Object({ dossier: Id, number: Type.String(), title: Type.String(), reason: Type.String() }),
    ),
    returned: Type.Array(ref(Returned)),
    stale: Type.Array(Type.Object({ task: Type.String(), step: Type.String(), person: Type.String(), on: Day })),
    offers: Type.Array(ref(Offer)),
    /** Names of other people who have this page open now. */
    openWith: Type.Array(Type.String()),
  }),
);
