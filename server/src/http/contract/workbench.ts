import { Type } from 'typebox';
import { Day, Id, named, nullable, oneOf, ref, Text, Words } from './named.ts';
import { Light } from './problem.ts';

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
    fresh: Type.Boolean({ description: '本人还没有打开看过 / the person who asks has not opened it yet' }),
    openWith: Type.Array(Type.String(), {
      description: '此刻还有谁开着这份档案 / who else has the dossier open at this moment',
    }),
    light: ref(Light),
  }),
);

export const TaskPage = named(
  'TaskPage',
  Type.Object({ tasks: Type.Array(ref(TaskRow)), next: nullable(Type.String()) }),
);

export const TaskQuery = Type.Object({
  kind: Type.Optional(oneOf(['todo', 'near', 'overdue', 'watching'])),
  after: Type.Optional(Words(300)),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
});

/** Figures open to their rows: each is counted by the query that lists them, up to 2,000. */
export const Workbench = named(
  'Workbench',
  Type.Object({
    counts: Type.Object({
      todo: Type.Integer(),
      near: Type.Integer(),
      overdue: Type.Integer(),
      unread: Type.Integer(),
      watching: Type.Integer(),
      closedThisMonth: Type.Integer(),
      owed: Type.Integer(),
    }),
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
