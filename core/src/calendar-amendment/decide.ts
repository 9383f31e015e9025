import { signer, theCalendar, type Signer } from '../access/index.ts';
import { coordinates, keeperSigner, type Keeper } from '../person/index.ts';
import type { Law } from '../procedure/index.ts';
import type { CalendarYear, PlainDate } from '../time/index.ts';
import { mergedYear } from './merge.ts';

/** A notice put in by people, after the files of the program: what it says, and how many clocks it was shown to move. */
export type NoticeApplied = {
  readonly by: Signer;
  readonly on: PlainDate;
  readonly type: 'NoticeApplied';
  /** From 1, in the order in which notices were put in. */
  readonly no: number;
  readonly jurisdiction: string;
  readonly year: number;
  readonly notices: readonly { readonly title: string; readonly number: string | null; readonly issued: PlainDate }[];
  /** Digest of the text as it was entered. */
  readonly text: string;
  /** Digest of the list of moved clocks that the person saw before saying yes. */
  readonly seen: string;
  readonly moves: number;
};

/** A notice that somebody entered, for somebody else to look at and put in. `yaml`: the text as it was entered. */
export type NoticeEntered = {
  readonly by: Signer;
  readonly on: PlainDate;
  readonly type: 'NoticeEntered';
  readonly jurisdiction: string;
  readonly year: number;
  /** The papers it holds, as people tell them apart. Absent in logs from before it was kept. */
  readonly papers?: readonly string[];
  /** Digest of the text. */
  readonly text: string;
  readonly yaml: string;
  /** The paper's own words, where the text was read from them. */
  readonly words?: string;
};

/** A notice that waited is not to be put in. */
export type NoticeDiscarded = {
  readonly by: Signer;
  readonly on: PlainDate;
  readonly type: 'NoticeDiscarded';
  readonly text: string;
  readonly reason: string;
};

/** The last notice is taken back: as if it had never been put in. */
export type NoticeUndone = {
  readonly by: Signer;
  readonly on: PlainDate;
  readonly type: 'NoticeUndone';
  readonly no: number;
  readonly reason: string;
};

/** The open clocks have followed the notice: `problems` is in how many dossiers one moved. */
export type ClocksFollowed = {
  readonly by: Signer;
  readonly on: PlainDate;
  readonly type: 'ClocksFollowed';
  readonly no: number;
  readonly problems: number;
};

/** What the log of the calendar tells: entered by one, put in or discarded by another, followed by the open clocks, perhaps taken back. */
export type CalendarEvent = NoticeEntered | NoticeDiscarded | NoticeApplied | ClocksFollowed | NoticeUndone;

/** A notice that waits for a second person. */
export type WaitingNotice = Omit<NoticeEntered, 'type'>;

/**
 * The calendar of an installation as its log has it: the last notice put in, the last that the clocks have followed, those that
 * wait for a second person, and those that were taken back. The last two are absent where there never were any.
 */
export type CalendarLog = {
  readonly applied: number;
  readonly followed: number;
  readonly waiting?: readonly WaitingNotice[];
  readonly undone?: readonly number[];
};
/** An installation that runs on the notices it came with. */
export const untouchedCalendar: CalendarLog = { applied: 0, followed: 0 };

/** Folds one event into the calendar. */
export function evolveCalendar(log: CalendarLog, event: CalendarEvent): CalendarLog {
  switch (event.type) {
    case 'NoticeEntered': {
      const { type: _type, ...entered } = event;
      return { ...log, waiting: [...waitingBeside(log, entered.text), entered] };
    }
    case 'NoticeDiscarded':
      return without(log, event.text);
    case 'NoticeApplied':
      return { ...without(log, event.text), applied: event.no };
    case 'ClocksFollowed':
      return { ...log, followed: event.no };
    case 'NoticeUndone':
      // the clocks have to follow once more
      return { ...log, followed: log.applied - 1, undone: [...(log.undone ?? []), event.no] };
  }
}

const waitingBeside = ({ waiting = [] }: CalendarLog, text: string): readonly WaitingNotice[] =>
  waiting.filter((each) => each.text !== text);

const without = (log: CalendarLog, text: string): CalendarLog =>
  log.waiting ? { ...log, waiting: waitingBeside(log, text) } : log;

/** A notice as it was entered, and what it does to the clocks that run now. */
export type ApplyNotice = {
  readonly entered: CalendarYear;
  readonly text: string;
  readonly present: { readonly digest: string; readonly moves: number };
  readonly seen: string;
  readonly by: Keeper;
  readonly on: PlainDate;
};

/** Why a notice is not put in. */
export type CalendarObstacle =
  /** For administrators and the coordinating office. */
  | { readonly code: 'not-calendar-keeper' }
  /** The plan counts by other calendars. */
  | { readonly code: 'not-our-calendar'; readonly jurisdiction: string; readonly calendars: readonly string[] }
  | { readonly code: 'changes-nothing' }
  /** The same paper waits already. */
  | { readonly code: 'entered-already'; readonly name: string }
  /** No such text waits: it was put in or discarded meanwhile. */
  | { readonly code: 'not-waiting' }
  /** Nobody has entered this text: it takes one to enter it and another to put it in. */
  | { readonly code: 'not-entered' }
  /** Whoever entered it does not put it in. */
  | { readonly code: 'entered-by-you'; readonly name: string }
  /** Only the last notice that stands is taken back. */
  | { readonly code: 'not-latest'; readonly latest: number | null }
  /** Clocks were met under it: what was done in time, or late, stays so. */
  | { readonly code: 'clocks-met'; readonly met: number };

/** Why a notice is not put in. Calendars are no duty of the plan, so there is no clause to cite. */
export type CalendarRefusal =
  | { readonly code: 'not-allowed'; readonly obstacle: CalendarObstacle; readonly clause: null }
  /** Clocks were started, met or moved since the list was shown. */
  | { readonly code: 'content-changed'; readonly shown: string; readonly present: string; readonly clause: null };

/** What stands in the way of this notice, whoever only looks. `moves`: open clocks that it would move or settle. */
export function noticeObstacle(
  asked: Pick<ApplyNotice, 'entered' | 'by' | 'on'> & { readonly moves: number },
  years: readonly CalendarYear[],
  law: Law,
): CalendarObstacle | null {
  const { entered, by, on, moves } = asked;
  if (!keepsCalendar(by, law, on)) return { code: 'not-calendar-keeper' };
  const { calendars } = law.policy;
  const { jurisdiction, year } = entered;
  if (!calendars.includes(jurisdiction)) return { code: 'not-our-calendar', jurisdiction, calendars };
  const known = years.find((each) => each.jurisdiction === jurisdiction && each.year === year);
  const stands = JSON.stringify(known) === JSON.stringify(mergedYear(years, entered));
  // a notice that came with a newer program stands already, and clocks that ran before still have to follow it
  return stands && moves === 0 ? { code: 'changes-nothing' } : null;
}

/** The refusal with this obstacle. */
export const refuse = (obstacle: CalendarObstacle) =>
  ({ refused: { code: 'not-allowed', obstacle, clause: null } }) as const;

/** Two people put a notice in: whoever entered it is not the one. */
function secondPerson({ waiting = [] }: CalendarLog, { text, by }: ApplyNotice): CalendarObstacle | null {
  const waits = waiting.find((each) => each.text === text);
  if (!waits) return { code: 'not-entered' };
  return waits.by.id === keeperSigner(by).id ? { code: 'entered-by-you', name: waits.by.name } : null;
}

/** Takes the last notice back. `met`: clocks that were met under it. */
export function decideUndoing(
  { no, reason, met, by, on }: UndoNotice,
  { applied, undone = [] }: CalendarLog,
  law: Law,
): { readonly events: readonly NoticeUndone[] } | { readonly refused: CalendarRefusal } {
  if (!keepsCalendar(by, law, on)) return refuse({ code: 'not-calendar-keeper' });
  const standing = Array.from({ length: applied }, (_, index) => index + 1).filter((each) => !undone.includes(each));
  const latest = standing.at(-1) ?? null;
  if (no !== latest) return refuse({ code: 'not-latest', latest });
  if (met > 0) return refuse({ code: 'clocks-met', met });
  return { events: [{ by: keeperSigner(by), on, type: 'NoticeUndone', no, reason: reason.trim() }] };
}

/** What taking a notice back needs to know. The door asks for the reason. */
export type UndoNotice = {
  readonly no: number;
  readonly reason: string;
  readonly met: number;
  readonly by: Keeper;
  readonly on: PlainDate;
};

/** Decides whether a notice is put in: the person saw exactly the clocks it moves now. */
export function decideNotice(
  ask: ApplyNotice,
  log: CalendarLog,
  years: readonly CalendarYear[],
  law: Law,
): { readonly events: readonly NoticeApplied[] } | { readonly refused: CalendarRefusal } {
  const { entered, text, present, seen, by, on } = ask;
  // clocks that are just following a notice need not be asked to by entering it again: two hands had the same paper
  const moves = log.followed < log.applied ? 0 : present.moves;
  const obstacle = noticeObstacle({ entered, by, on, moves }, years, law) ?? secondPerson(log, ask);
  if (obstacle) return refuse(obstacle);
  if (seen !== present.digest)
    return { refused: { code: 'content-changed', shown: seen, present: present.digest, clause: null } };
  const notices = entered.notices.map(({ title, number, issued }) => ({ title, number, issued }));
  const { jurisdiction, year } = entered;
  return {
    events: [
      {
        by: keeperSigner(by),
        on,
        type: 'NoticeApplied',
        no: log.applied + 1,
        jurisdiction,
        year,
        notices,
        text,
        seen,
        moves: present.moves,
      },
    ],
  };
}

/** Notes that the clocks have followed; the calendar signs for itself. Nothing to note when they had already. */
export function noteFollowed(log: CalendarLog, problems: number, on: PlainDate): readonly ClocksFollowed[] {
  if (log.followed === log.applied) return [];
  return [{ by: signer(theCalendar, theCalendar.postings[0]!), on, type: 'ClocksFollowed', no: log.applied, problems }];
}

/** Whether this person may put notices in. */
export function keepsCalendar(by: Keeper, law: Law, on: PlainDate): boolean {
  return by.administrator || coordinates(by, law, on);
}
