import { evolveCalendar, noteFollowed, untouchedCalendar, type CalendarLog } from '@bihuan/core/calendar-amendment';
import type { Services } from '../../services.ts';
import { storedNotice } from '../../calendars/index.ts';
import { append } from '../../store/dossiers/append.ts';
import { calendarAmendments, undoneNotices } from '../../store/calendars.ts';
import { findDossier, StaleVersion } from '../../store/dossiers/dossiers.ts';
import { askAsCalendar } from '../dossiers/as-calendar.ts';
import { impactOn } from './calendar-impact.ts';
import { plainAppend } from '../dossiers/plain-append.ts';

/** Somebody writes to a dossier while its clocks are moved: asked again, this often. */
const ROUNDS = 5;

/** The calendar of an installation is one dossier; its region tells it from others. */
export const CALENDAR = '00000000-0000-4000-8000-0000ca1e0da2';

/**
 * Moves every open clock onto the calendar in force, problem by problem, each with its trace. What a move means is decided
 * in the core; met clocks are never asked. Harmless when run again: after an interruption it goes on where it stopped.
 * @returns how many problems had clocks moved
 */
export async function followCalendar(services: Services): Promise<number> {
  const { problems, allFollowed } = await amendOpenClocks(services);
  if (!allFollowed) return problems; // still lagging: taken up again at the next look or start
  const { db, region, today } = services;
  const standing = await findDossier<CalendarLog>(db, region, CALENDAR);
  const events = noteFollowed(standing?.state ?? untouchedCalendar, problems, today());
  if (!standing || events.length === 0) return problems;
  const state = events.reduce(evolveCalendar, standing.state);
  try {
    await append(db, plainAppend(services, { dossier: CALENDAR, kind: 'calendar', standing, events, state }));
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error; // the next notice is in; it will be followed by its own
  }
  return problems;
}

/** Whether a notice was put in that the clocks have not followed to the end: the program stopped in between. */
export async function lagsBehindCalendar({ db, region }: Pick<Services, 'db' | 'region'>): Promise<boolean> {
  const { applied, followed } = (await findDossier<CalendarLog>(db, region, CALENDAR))?.state ?? untouchedCalendar;
  return followed < applied;
}

type Followed = { readonly problems: number; readonly allFollowed: boolean };

async function amendOpenClocks(services: Services): Promise<Followed> {
  const reason = await newestNotice(services);
  const refused = new Set<string>();
  let amended = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const moving = await impactOn(services, (edition) => services.law(edition).calendar);
    const problems = [...new Set(moving.map((row) => row.dossier))].filter((problem) => !refused.has(problem));
    if (problems.length === 0) return { problems: amended, allFollowed: true };
    for (const problem of problems) {
      const answer = await askAsCalendar(services, problem, { type: 'AmendClocks', reason });
      if (answer === 'done') amended += 1;
      if (answer === 'refused') refused.add(problem);
    }
  }
  return { problems: amended, allFollowed: false };
}

/** The paper that moved them, for the trace. */
async function newestNotice({ db, region }: Services): Promise<string> {
  const newest = (await calendarAmendments(db, region)).at(-1);
  // which was taken back last, the log says: two may have been, the later one first
  const last = (await findDossier<CalendarLog>(db, region, CALENDAR))?.state.undone?.at(-1);
  const undone = (await undoneNotices(db, region)).find(({ no }) => no === last);
  if (undone && undone.no > (newest?.no ?? 0))
    return `撤回第${undone.no}号录入的放假通知：${undone.reason}`.slice(0, 500);
  const notice = newest && storedNotice(newest.yaml, `calendar_amendment ${newest.no}`).notices.at(-1);
  if (!notice) return '放假日历更新';
  return notice.number === null ? notice.title : `${notice.title}（${notice.number}）`;
}
