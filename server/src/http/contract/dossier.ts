import { Type, type Static } from 'typebox';
import { Signer } from './timeline.ts';
import { CopyView, EvidenceView } from './evidence.ts';
import { KindView, Milestones } from './kind.ts';
import { Day, Id, named, nullable, oneOf, ref, Text } from './named.ts';
import {
  Account,
  Basics,
  Light,
  LinkView,
  OfficialDocument,
  Parts,
  ProblemRow,
  Source,
  StatedDeadline,
} from './problem.ts';
import { ObjectionView } from './objection.ts';
import { Offer } from './offer.ts';
import { QuestionView } from './question.ts';
import { Returned } from './returned.ts';

export const CountedDay = named(
  'CountedDay',
  Type.Object({
    date: Day,
    counted: nullable(Type.Integer()),
    working: Type.Boolean(),
    /** The limit stood still on this day. */
    paused: Type.Optional(Type.Literal(true)),
    why: ref(Text),
  }),
);

/** One limit with its whole arithmetic, as it stands in the log. */
export const ClockView = named(
  'ClockView',
  Type.Object({
    id: Type.String(),
    title: ref(Text),
    clause: Type.String(),
    event: Type.String(),
    start: Day,
    /** Of a term in hours: the minute it runs from, and the one it ends at. */
    startAt: nullable(Type.String()),
    dueAt: nullable(Type.String()),
    /** No limit but a term that must have run before its step can end: nobody is late for it. */
    floor: Type.Boolean(),
    /** `10 个工作日，自次日起算` */
    term: ref(Text),
    light: ref(Light),
    metOn: nullable(Day),
    late: Type.Boolean(),
    calendar: Type.String(),
    days: Type.Array(ref(CountedDay)),
    /** How the last day changed: by a holiday notice, an extension, a pause and its end. */
    moves: Type.Array(
      Type.Object({
        kind: oneOf(['calendar', 'extended', 'paused', 'resumed']),
        on: Day,
        was: nullable(Day),
        due: nullable(Day),
        /** By how much it was extended. */
        length: nullable(ref(Text)),
        reason: Type.String(),
        clause: Type.String(),
        by: Type.Object({ name: Type.String(), unitName: Type.String(), post: Type.String() }),
      }),
    ),
  }),
);

/** An answer to a step: whose, on which day, in which words, by which paper, and whether it still holds. */
export const ActView = named(
  'ActView',
  Type.Object({
    title: ref(Text),
    clause: Type.String(),
    round: Type.Integer(),
    /** The kind of step it answers: what `agree` means there. */
    do: Type.String(),
    /** In which of several ways the step ended by it, where it has several. */
    outcome: nullable(ref(Text)),
    verdict: oneOf(['agree', 'co-sign', 'dissent', 'object', 'returned']),
    /** The unit whose act it is; `by` entered it, for a unit that does not sign in here. */
    unitName: Type.String(),
    by: ref(Signer),
    on: Day,
    /** The day it bears: that of its paper with a scan, else the day it was entered. */
    day: Day,
    /** The day the office says it was done, without a paper: it counts for nothing. */
    claimedOn: nullable(Day),
    /** Days between the day of entry and that of its paper, or the one that was claimed. */
    apart: Type.Integer(),
    words: nullable(Type.String()),
    document: nullable(ref(OfficialDocument)),
    recorded: Type.Boolean(),
    account: nullable(ref(Account)),
    /** False for a return, for an answer whose step had to be done again, and for one that was asked for anew. */
    standing: Type.Boolean(),
    /** Given to content that has changed since. */
    stale: Type.Boolean(),
    /** The day its step began, where the answer or its paper bears an earlier one. The program points; people judge. */
    before: nullable(Day),
  }),
);

export const RunView = named(
  'RunView',
  Type.Object({
    id: Type.String(),
    route: Type.String(),
    title: ref(Text),
    clause: Type.String(),
    ruling: nullable(Type.String()),
    round: Type.Integer(),
    finishedOn: nullable(Day),
    steps: Type.Array(
      Type.Object({
        id: Type.String(),
        title: ref(Text),
        clause: Type.String(),
        state: oneOf(['done', 'open', 'ahead']),
      }),
    ),
    acts: Type.Array(ref(ActView)),
  }),
);

export const TaskView = named(
  'TaskView',
  Type.Object({
    id: Type.String(),
    run: Type.String(),
    step: Type.String(),
    /** The kind of step that it is. */
    do: Type.String(),
    title: ref(Text),
    clause: Type.String(),
    unit: nullable(Type.String()),
    unitName: nullable(Type.String()),
    post: Type.String(),
    external: Type.Boolean(),
    part: oneOf(['decide', 'co-sign']),
    /** The question that is to be ruled on; absent: it is a step. */
    question: Type.Optional(Type.String()),
    openedOn: Day,
    people: Type.Array(Type.String(), { description: '今天担任这一岗位的人 / who holds the post today' }),
    vacant: Type.Boolean({ description: '这一岗位今天无人担任 / nobody holds the post today' }),
  }),
);

export const MeasureView = named(
  'MeasureView',
  Type.Object({
    id: Type.String(),
    text: Type.String(),
    deadline: nullable(ref(StatedDeadline)),
    unit: nullable(Type.String()),
    unitName: nullable(Type.String()),
    person: Type.String(),
    percent: Type.Integer(),
    pace: Type.String(),
    progress: Type.String(),
    reportedOn: nullable(Day),
    completedOn: nullable(Day),
    /** It was said to be done on `completedOn` and was opened again. */
    reopened: Type.Optional(Type.Object({ on: Day, reason: Type.String(), completedOn: nullable(Day) })),
    /** What is odd about the day on which it is said to be done: the program points, people judge. */
    strange: Type.Array(oneOf(['before-hand-over', 'long-past', 'after-report'])),
    /** Days between that day, which counts for nothing, and the day on which it was said. */
    apart: Type.Integer(),
    light: ref(Light),
  }),
);

/** Another dossier as the record names it. */
export const Twin = named('Twin', Type.Object({ dossier: Id, number: Type.String(), title: Type.String() }));

export const AbsorbedView = named(
  'Absorbed',
  Type.Object({
    dossier: Id,
    number: Type.String(),
    title: Type.String(),
    on: Day,
    description: Type.String(),
    sources: Type.Array(ref(Source)),
    evidence: Type.Array(Type.Object({ file: Id, name: Type.String(), kind: Type.String() })),
  }),
);

export const Dossier = named(
  'Dossier',
  Type.Object({
    row: ref(ProblemRow),
    version: Type.Integer(),
    policy: Type.String(),
    kind: ref(KindView),
    milestones: Milestones,
    basics: ref(Basics),
    facts: Type.Record(Type.String(), Type.String()),
    sources: Type.Array(ref(Source)),
    /** The dossiers whose tell opened it, as far as this person may read them. */
    links: Type.Array(ref(LinkView)),
    /** The problem it was merged into, and when and why; null: it stands for itself. */
    merged: nullable(Type.Object({ into: ref(Twin), on: Day, reason: Type.String() })),
    /** Doubles merged into it: their words, sources and evidence; their record is read where it stands. */
    absorbed: Type.Array(ref(AbsorbedView)),
    /** Likely doubles that are other problems, and why. */
    apart: Type.Array(Type.Object({ dossier: Id, number: Type.String(), title: Type.String(), reason: Type.String() })),
    parts: Parts,
    /** Who would play each part if nobody says otherwise: what a hand-over proposes. */
    usualParts: Parts,
    contested: nullable(Type.Object({ reason: Type.String(), becauseOf: Type.String(), on: Day })),
    plan: nullable(
      Type.Object({
        target: Type.String(),
        deadline: ref(StatedDeadline),
        inForce: nullable(Day),
        later: nullable(Type.Object({ listed: Day, planned: nullable(Day) })),
      }),
    ),
    measures: Type.Array(ref(MeasureView)),
    /** What the list names as measures, for a plan that is not written yet to begin with. */
    listedMeasures: Type.Array(Type.Object({ text: Type.String(), date: nullable(Day) })),
    evidence: Type.Array(ref(EvidenceView)),
    copies: Type.Array(ref(CopyView)),
    runs: Type.Array(ref(RunView)),
    tasks: Type.Array(ref(TaskView)),
    clocks: Type.Array(ref(ClockView)),
    questions: Type.Array(ref(QuestionView)),
    objections: Type.Array(ref(ObjectionView)),
    returned: Type.Array(ref(Returned)),
    stale: Type.Array(Type.Object({ task: Type.String(), step: Type.String(), person: Type.String(), on: Day })),
    offers: Type.Array(ref(Offer)),
    /** Names of other people who have this page open now. */
    openWith: Type.Array(Type.String()),
  }),
);
export type Dossier = Static<typeof Dossier>;
