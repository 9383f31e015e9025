import { cellStates } from '@bihuan/core/duty';
import { Type } from 'typebox';
import { CountedDay } from './dossier.ts';
import { Day, GivenDay, Id, named, nullable, oneOf, ref, Text, Words } from './named.ts';

const KindNamed = Type.Object({ id: Type.String(), title: ref(Text) });
const State = oneOf(cellStates);

/** A duty in the words of its edition, and what it is to the person who asks. */
const about = {
  id: Type.String(),
  title: ref(Text),
  clause: Type.String(),
  ruling: nullable(Type.String()),
  /** The offices whose units owe it. */
  by: Type.Array(ref(Text)),
  files: KindNamed,
  gathers: nullable(KindNamed),
  every: oneOf(['yearly', 'month', 'half-month', 'quarter', 'week', 'order']),
  /** Of a yearly one, `--05-06`. */
  days: Type.Array(Type.String()),
  due: Type.Object({
    on: oneOf(['day', 'after', 'order']),
    count: Type.Optional(oneOf(['natural', 'working'])),
    days: Type.Optional(Type.Integer()),
    inclusive: Type.Optional(Type.Boolean()),
  }),
  opensBefore: nullable(Type.Integer()),
  reminds: nullable(Type.Integer()),
  /** What each unit files one return for each of. `own`: those that it is in charge of. */
  forEach: nullable(Type.Object({ own: Type.Boolean(), title: ref(Text) })),
  nil: Type.Boolean(),
  sample: nullable(Type.Object({ share: Type.Number(), atLeast: Type.Integer(), of: ref(Text) })),
  /** A unit of this person owes it. */
  owes: Type.Boolean(),
  /** This person confirms, orders or coordinates it. */
  oversees: Type.Boolean(),
  mayOrder: Type.Boolean(),
  /** Its returns are read by this person's office. */
  reads: Type.Boolean(),
};

export const DutyPeriod = named(
  'DutyPeriod',
  Type.Object({
    id: Type.String(),
    first: Day,
    last: Day,
    due: Day,
    openedOn: Day,
    openedLate: Type.Boolean({ description: '开启晚于应开启之日 / it was opened after its window had begun' }),
    /** The edition under which it was opened. */
    policy: Type.String(),
    remindsOn: nullable(Day),
    remindedOn: nullable(Day),
    /** The words of the order. */
    text: nullable(Type.String()),
    /** How many returns are owed; of how many this person sees how they stand, `counts` tells. */
    size: Type.Integer(),
    /** Some returns are still to be opened. */
    opening: Type.Boolean(),
    counts: Type.Object({
      owed: Type.Integer(),
      filed: Type.Integer({ description: '其中含零报告、逾期报送 / nil and late ones among them' }),
      nil: Type.Integer(),
      late: Type.Integer(),
      confirming: Type.Integer({
        description: '单位已报、等待确认，不计入已报送 / filed by its unit and not confirmed yet: not among the filed',
      }),
      open: Type.Integer(),
      returned: Type.Integer(),
      missing: Type.Integer(),
    }),
    /** What this person's own units owe. */
    mine: Type.Array(
      Type.Object({
        dossier: Id,
        number: Type.String(),
        title: Type.String(),
        what: Type.String(),
        unitName: Type.String(),
        corrects: nullable(Id),
        nil: Type.Boolean(),
        state: State,
      }),
    ),
    gathering: nullable(Type.Object({ id: Id, number: Type.String(), title: Type.String(), frozenOn: nullable(Day) })),
    /** How many dossiers were drawn; null where the duty covers everything. */
    drawn: nullable(Type.Integer()),
  }),
);

export const Duty = named('Duty', Type.Object(about));

export const DutyList = named(
  'DutyList',
  Type.Object({
    today: Day,
    duties: Type.Array(
      Type.Object({
        ...about,
        /** The latest, newest first. */
        periods: Type.Array(ref(DutyPeriod)),
        next: nullable(
          Type.Object({
            id: Type.String(),
            first: Day,
            last: Day,
            opensOn: Day,
            due: Day,
            provisional: Type.Boolean(),
          }),
        ),
      }),
    ),
  }),
);

const Cell = Type.Object({
  what: Type.String(),
  state: State,
  nil: Type.Boolean(),
  dossier: nullable(Id),
  number: nullable(Type.String()),
  due: nullable(Day),
  filedOn: nullable(Day),
  /** Number of the dossier that it is about. */
  about: nullable(Type.String()),
  corrections: Type.Array(Type.Object({ dossier: Id, number: Type.String() })),
});

/** 填报情况: units down, what they owe across. */
export const DutyWall = named(
  'DutyWall',
  Type.Object({
    today: Day,
    duty: ref(Duty),
    period: ref(DutyPeriod),
    /** How the due day was counted; null where a notice would count it otherwise since. */
    arithmetic: nullable(
      Type.Object({ term: ref(Text), provisional: Type.Boolean(), days: Type.Array(ref(CountedDay)) }),
    ),
    /** The columns; none where a share of dossiers was drawn: each cell then says what it is about. */
    whats: Type.Array(Type.Object({ id: Type.String(), title: nullable(ref(Text)) })),
    rows: Type.Array(Type.Object({ unit: Type.String(), unitName: Type.String(), cells: Type.Array(Cell) })),
    counts: Type.Object(
      // one figure for each word of the list
      Object.fromEntries(cellStates.map((state) => [state, Type.Integer()])) as Record<
        (typeof cellStates)[number],
        ReturnType<typeof Type.Integer>
      >,
    ),
  }),
);

/** A round by order: from which day to which, and what it is about. */
export const OrderRound = named('OrderRound', Type.Object({ first: GivenDay, last: GivenDay, text: Words(500) }));

export const RoundOrdered = named('RoundOrdered', Type.Object({ round: Type.String() }));

/** The frozen return that a new one is to correct. */
export const OpenCorrection = named('OpenCorrection', Type.Object({ corrects: Id }));

/** Everybody who has not filed is urged in these words. */
export const UrgeMissing = named('UrgeMissing', Type.Object({ text: Words(500) }));

export const MissingUrged = named(
  'MissingUrged',
  Type.Object({
    urged: Type.Integer(),
    /** Returns that could not be urged, with the reason in both languages. */
    refused: Type.Array(Type.Object({ number: Type.String(), zh: Type.String(), en: Type.String() })),
  }),
);

/** The draw of a period, with everything that anybody needs to draw again. */
export const DutyDraw = named(
  'DutyDraw',
  Type.Object({
    duty: Type.String(),
    period: Type.String(),
    share: Type.Number(),
    atLeast: Type.Integer(),
    seed: Type.String({ description: '冻结范围的摘要（SM3） / digest of the frozen frame' }),
    frame: Type.Array(Id),
    drawn: Type.Array(Id),
    /** Those drawn, and the first of the others, by number and title: what the person reads of them. */
    named: Type.Array(Type.Object({ dossier: Id, kind: Type.String(), number: Type.String(), title: Type.String() })),
  }),
);

/** What a gathering gathers: of which duty and period, and, once it is frozen, its members with what came after beside them. */
export const Gathering = named(
  'Gathering',
  Type.Object({
    duty: Type.String(),
    period: Type.String(),
    drawn: nullable(Type.Integer()),
    frozen: nullable(
      Type.Object({
        on: Day,
        digest: Type.String(),
        members: Type.Array(
          Type.Object({
            dossier: Id,
            number: Type.String(),
            title: Type.String(),
            unit: Type.String(),
            unitName: Type.String(),
            state: oneOf(['filed', 'nil', 'late', 'missing']),
            digest: nullable(Type.String()),
            /** Returns that were merged into it before it was frozen; `setApart`: it stands for itself again. */
            doubles: Type.Array(
              Type.Object({
                dossier: Id,
                number: Type.String(),
                title: Type.String(),
                unitName: Type.String(),
                setApart: Type.Boolean(),
              }),
            ),
            since: oneOf(['same', 'filed', 'changed', 'merged']),
            /** A unit of this person owed it: it may open a correction. */
            mayCorrect: Type.Boolean(),
            corrections: Type.Array(Type.Object({ dossier: Id, number: Type.String(), state: State })),
          }),
        ),
      }),
    ),
  }),
);
