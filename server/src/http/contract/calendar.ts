import { Type } from 'typebox';
import { Day, Id, named, nullable, oneOf, ref, Text, Words } from './named.ts';

const Notice = Type.Object({
  jurisdiction: Type.String(),
  number: nullable(Type.String()),
  title: Type.String(),
  issued: Day,
  source: Type.String(),
});

export const CalendarList = named(
  'CalendarList',
  Type.Object({
    years: Type.Array(Type.Integer()),
    /** Jurisdictions the plan counts by, the nation first. */
    calendars: Type.Array(Type.String()),
    /** Notices put in by people, the newest first. */
    amendments: Type.Array(
      Type.Object({
        no: Type.Integer(),
        jurisdiction: Type.String(),
        year: Type.Integer(),
        appliedOn: Day,
        appliedBy: Type.String(),
        yaml: Type.String(),
      }),
    ),
    /** Entered by one person, waiting for another to put them in. `own`: entered by whoever asks. */
    waiting: Type.Array(
      Type.Object({
        jurisdiction: Type.String(),
        year: Type.Integer(),
        /** Digest of the text. */
        text: Type.String(),
        yaml: Type.String(),
        /** The paper's own words, from which the text was read; null where it was written by hand. */
        words: nullable(Type.String()),
        /** Whether the text says still what was read from those words. */
        asRead: Type.Boolean(),
        enteredOn: Day,
        enteredBy: Type.String(),
        own: Type.Boolean(),
      }),
    ),
    /** Taken back, the newest first. */
    undone: Type.Array(
      Type.Object({
        no: Type.Integer(),
        jurisdiction: Type.String(),
        year: Type.Integer(),
        undoneOn: Day,
        undoneBy: Type.String(),
        reason: Type.String(),
      }),
    ),
  }),
);

export const CalendarYearView = named(
  'CalendarYear',
  Type.Object({
    year: Type.Integer(),
    /** False: only weekends are known, and dates that ask about this year are provisional. */
    published: Type.Boolean(),
    days: Type.Array(
      Type.Object({
        date: Day,
        working: Type.Boolean(),
        kind: oneOf(['working', 'weekend', 'holiday', 'make-up', 'local-day-off', 'local-working']),
        why: ref(Text),
        notice: nullable(Type.String()),
      }),
    ),
    notices: Type.Array(Notice),
  }),
);
export const YearParams = Type.Object({ year: Type.Integer({ minimum: 1990, maximum: 2100 }) });

const Yaml = Type.String({
  minLength: 1,
  maxLength: 50_000,
  description: 'one year of one jurisdiction, as in policies/calendars',
});

const PastedWords = Type.String({
  minLength: 1,
  maxLength: 50_000,
  description: 'a holiday notice, its own words pasted whole',
});
const Reason = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' });

export const CalendarFaultView = named(
  'CalendarFault',
  Type.Object({ line: Type.Integer(), column: Type.Integer(), key: Type.String(), text: ref(Text) }),
);

export const ClockImpact = named(
  'ClockImpact',
  Type.Object({
    dossier: Id,
    number: Type.String(),
    title: Type.String(),
    clock: Type.String(),
    clockTitle: ref(Text),
    was: Day,
    due: Day,
    /** Natural days, negative for earlier; 0 where only 暂定 is settled. */
    moved: Type.Integer(),
    provisional: Type.Object({ before: Type.Boolean(), after: Type.Boolean() }),
  }),
);

export const NoticePreviewAsk = named('NoticePreviewAsk', Type.Object({ yaml: Yaml }));

export const NoticeWordsAsk = named(
  'NoticeWordsAsk',
  Type.Object({
    text: PastedWords,
  }),
);

/** The calendar file that the words come to, null where they are no holiday notice; `doubts` are to be compared with the paper. */
export const NoticeFromWords = named(
  'NoticeFromWords',
  Type.Object({
    yaml: nullable(Type.String()),
    doubts: Type.Array(Type.Object({ words: Type.String(), text: ref(Text) })),
  }),
);

/** Either the faults of the text, or what the notice says and every open clock it moves. */
export const NoticePreview = named(
  'NoticePreview',
  Type.Object({
    faults: Type.Array(ref(CalendarFaultView)),
    notice: nullable(
      Type.Object({
        jurisdiction: Type.String(),
        year: Type.Integer(),
        notices: Type.Array(Notice),
        occasions: Type.Array(Type.Object({ name: ref(Text), off: Type.Array(Day), working: Type.Array(Day) })),
      }),
    ),
    /** At most 500 rows; `moves` counts all. */
    impact: Type.Array(ref(ClockImpact)),
    moves: Type.Integer(),
    /** Met clocks in the same dossiers: they stay as they were. */
    untouchedClosed: Type.Integer(),
    /** Given back with `apply`: that exactly this was seen. */
    digest: nullable(Type.String()),
  }),
);

export const NoticeApplyAsk = named('NoticeApplyAsk', Type.Object({ yaml: Yaml, seen: Words(128) }));
export const NoticeEnterAsk = named('NoticeEnterAsk', Type.Object({ yaml: Yaml, words: Type.Optional(PastedWords) }));
export const NoticeDiscardAsk = named('NoticeDiscardAsk', Type.Object({ text: Words(128), reason: Reason }));
/** `text`: digest of what was entered. */
export const NoticeWaits = named('NoticeWaits', Type.Object({ text: Type.String() }));
export const NoticeUndoAsk = named(
  'NoticeUndoAsk',
  Type.Object({
    no: Type.Integer({ minimum: 1 }),
    reason: Reason,
  }),
);
export const NoticeBack = named('NoticeBack', Type.Object({ no: Type.Integer() }));
export const NoticeDone = named('NoticeDone', Type.Object({ no: Type.Integer(), moved: Type.Integer() }));

const length = Type.Integer({ minimum: 1, maximum: 3660 });
/** One of `workdays`, `natural`, `months`. */
export const DueAsk = named(
  'DueAsk',
  Type.Object({
    from: Day,
    workdays: Type.Optional(length),
    natural: Type.Optional(length),
    months: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
    startCounted: Type.Optional(Type.Boolean()),
    roll: Type.Optional(oneOf(['none', 'forward', 'backward'])),
  }),
);

export const DueView = named(
  'Due',
  Type.Object({
    due: Day,
    provisional: Type.Boolean(),
    awaiting: Type.Array(Type.Integer()),
    rolledFrom: nullable(Day),
    calendar: Type.String(),
    from: Day,
    term: ref(Text),
    /** Why it is only provisional; empty when it stands. */
    why: ref(Text),
    days: Type.Array(
      Type.Object({
        date: Day,
        counted: nullable(Type.Integer()),
        working: Type.Boolean(),
        why: ref(Text),
        mark: ref(Text),
      }),
    ),
  }),
);
