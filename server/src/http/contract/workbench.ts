import { Type } from 'typebox';
import { Day, Id, named, nullable, oneOf, ref, Text, Words } from './named.ts';
import { Light } from './problem.ts';
import { TimelineEntry } from './timeline.ts';

export const TaskRow = named(
  'TaskRow',
  Type.Object({
    dossier: Id,
    kind: Type.String({
      description: 'problem、edition，或方案中的事项类型 / problem, edition, or the plan’s own kind',
    }),
    number: Type.String(),
    subject: Type.String(),
    task: Type.String(),
    what: Type.String({
      description:
        '环节的种类，或 work（整改）、measure（措施）、contest（移交异议）、listing（待列入清单）/ kind of step, or what else is answered for',
    }),
    waited: nullable(
      Type.Integer({ description: '没有时限的，已等待的自然日数 / natural days it has waited, where no limit runs' }),
    ),
    /** It is no step but a question that waits for a ruling. */
    question: Type.Boolean(),
    title: ref(Text),
    clause: Type.String(),
    unit: nullable(Type.String()),
    unitName: nullable(Type.String()),
    post: Type.String(),
    part: oneOf(['decide', 'co-sign']),
    external: Type.Boolean(),
    openedOn: Day,
    urgedOn: nullable(Day),
    returned: nullable(
      Type.Object({
        round: Type.Integer(),
        unitName: Type.String(),
        by: Type.String(),
        on: Day,
        reason: Type.String(),
      }),
    ),
    fresh: Type.Boolean({ description: '本人还没有打开看过 / the person who asks has not opened it yet' }),
    openWith: Type.Array(Type.String(), {
      description: '此刻还有谁开着这份档案 / who else has the dossier open at this moment',
    }),
    light: ref(Light),
  }),
);

/** What somebody has to see to that stands in no dossier of its own. */
const Errand = named(
  'Errand',
  Type.Object({
    /** Rulings to confirm, copies to send, or a post that nobody holds and that work waits at. */
    what: oneOf(['rulings', 'copies', 'vacant']),
    count: Type.Integer({ description: '有多少件 / how many there are of it' }),
    unit: nullable(Type.String()),
    unitName: nullable(Type.String()),
    post: nullable(Type.String()),
    since: nullable(Day),
    waited: nullable(Type.Integer({ description: '已等待的自然日数 / natural days it has waited' })),
    light: ref(Light),
  }),
);

export const TaskPage = named(
  'TaskPage',
  Type.Object({
    errands: Type.Array(ref(Errand), {
      description: '待办的第一页上，不属于哪一件档案的事 / on the first page of to-dos: what stands in no dossier',
    }),
    tasks: Type.Array(ref(TaskRow)),
    next: nullable(Type.String()),
  }),
);

/** Posts that nobody holds and that work waits at, for whoever has to see to them. */
export const VacancyList = named('VacancyList', Type.Object({ vacancies: Type.Array(ref(Errand)) }));

export const TaskQuery = Type.Object({
  kind: Type.Optional(oneOf(['todo', 'near', 'overdue', 'watching', 'vacant'])),
  /** `vacant`: the post that nobody holds, by its unit and itself. */
  unit: Type.Optional(Words(100)),
  post: Type.Optional(Words(100)),
  after: Type.Optional(Words(300)),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
});

/** Figures open to their rows: each is counted by the query that lists them, as far as 250; 251 says that there are more. */
export const Workbench = named(
  'Workbench',
  Type.Object({
    wide: Type.Boolean({
      description: '督办和本月销号是否涵盖全部单位 / whether what is watched and what was closed is that of all units',
    }),
    counts: Type.Object({
      todo: Type.Integer(),
      near: Type.Integer(),
      overdue: Type.Integer(),
      unread: Type.Integer(),
      watching: Type.Integer(),
      closedThisMonth: Type.Integer(),
      owed: Type.Integer(),
    }),
    errands: Type.Array(ref(Errand)),
    tasks: Type.Array(ref(TaskRow)),
    next: nullable(Type.String()),
  }),
);

export const CopyRow = named(
  'CopyRow',
  Type.Object({
    dossier: Id,
    kind: Type.String(),
    copy: Type.String(),
    number: Type.String(),
    subject: Type.String(),
    clause: Type.String(),
    unit: Type.String(),
    unitName: Type.String(),
    filedOn: Day,
    state: Type.String(),
  }),
);
export const CopyList = named(
  'CopyList',
  Type.Object({ copies: Type.Array(ref(CopyRow)), next: nullable(Type.String()) }),
);
export const CopyQuery = Type.Object({
  state: Type.Optional(oneOf(['filed', 'read', 'owed'])),
  after: Type.Optional(Words(300)),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 200 })),
});

/** A dossier as a view of the desk lists it; `did`: what the person did there last. */
const DeskDossier = named(
  'DeskDossier',
  Type.Object({
    dossier: Id,
    kind: Type.String(),
    number: Type.String(),
    subject: Type.String(),
    stageTitle: ref(Text),
    step: nullable(ref(Text)),
    holderName: nullable(Type.String()),
    since: Day,
    closedOn: nullable(Day),
    waited: nullable(Type.Integer({ description: '没有时限的，已等待的自然日数 / natural days, where no limit runs' })),
    light: ref(Light),
    did: nullable(ref(TimelineEntry)),
  }),
);
export const DeskDossiers = named(
  'DeskDossiers',
  Type.Object({ dossiers: Type.Array(ref(DeskDossier)), next: nullable(Type.String()) }),
);
export const ViewQuery = Type.Object({
  view: oneOf(['held', 'part', 'done']),
  after: Type.Optional(Words(300)),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
});
