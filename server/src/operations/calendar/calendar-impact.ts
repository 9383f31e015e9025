import { mergedYear, noticeObstacle, withNotices, type CalendarObstacle } from '@bihuan/core/calendar-amendment';
import { canonical } from '@bihuan/core/ledger';
import type { Keeper } from '@bihuan/core/person';
import { movedBy } from '@bihuan/core/procedure';
import {
  calendarOf,
  daysBetween,
  plainDate,
  type Calendar,
  type CalendarYear,
  type PlainDate,
} from '@bihuan/core/time';
import { CALENDARS, parseNotice, type CalendarFault } from '../../calendars/index.ts';
import { yearsInForce } from '../../law-book.ts';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { calendarAmendments, metClocks, openClocksAfter, type OpenClockRow } from '../../store/calendars.ts';

/** One open clock that a notice moves, or settles where it was provisional. `moved`: natural days, negative earlier. */
export type ClockImpact = {
  readonly dossier: string;
  readonly number: string;
  readonly title: string;
  readonly clock: string;
  readonly clockTitle: { readonly zh: string; readonly en?: string };
  readonly was: PlainDate;
  readonly due: PlainDate;
  readonly moved: number;
  readonly provisional: { readonly before: boolean; readonly after: boolean };
};

/** What a notice says and does, before anything moves. `digest` stands for exactly this notice and this list. */
export type Preview = {
  readonly entered: CalendarYear;
  readonly year: CalendarYear;
  readonly years: readonly CalendarYear[];
  readonly impact: readonly ClockImpact[];
  readonly untouchedClosed: number;
  readonly digest: string;
};

/** What the notice would do, or why it cannot be read, or why it could not be put in. */
export type PreviewAnswer =
  | { readonly preview: Preview }
  | { readonly faults: readonly CalendarFault[] }
  | { readonly obstacle: CalendarObstacle };

/** Reads a notice and lists every open clock it would move. Nothing is written. */
export async function previewNotice(services: Services, yaml: string, by: Keeper): Promise<PreviewAnswer> {
  const { db, region, law, today } = services;
  const amendments = await calendarAmendments(db, region);
  const yearsOf = (jurisdictions: readonly string[]) => yearsInForce(CALENDARS, jurisdictions, amendments);
  const years = yearsOf(law().policy.calendars);
  const { year: entered, faults } = parseNotice(yaml, 'notice.yaml', years);
  if (!entered) return { faults };
  const calendars = new Map<string, Calendar>();
  const after = (edition: string): Calendar => {
    const { calendars: jurisdictions } = law(edition).policy;
    const key = jurisdictions.join(' ');
    const made =
      calendars.get(key) ??
      calendarOf(
        jurisdictions.includes(entered.jurisdiction)
          ? withNotices(yearsOf(jurisdictions), entered)
          : yearsOf(jurisdictions),
      );
    calendars.set(key, made);
    return made;
  };
  const impact = await impactOn(services, after);
  const obstacle = noticeObstacle({ entered, by, on: today(), moves: impact.length }, years, law());
  if (obstacle) return { obstacle };

  const year = mergedYear(years, entered);
  const untouchedClosed = await metClocks(db, region, [...new Set(impact.map((row) => row.dossier))]);
  return { preview: { entered, year, years, impact, untouchedClosed, digest: sm3(canonical({ year, impact })) } };
}

const PAGE = 1_000;

/** Open clocks that the calendar of their problem's edition would move, by problem and clock. */
export async function impactOn(
  { db, region }: Pick<Services, 'db' | 'region'>,
  calendarOfEdition: (edition: string) => Calendar,
): Promise<ClockImpact[]> {
  const impact: ClockImpact[] = [];
  let rows: OpenClockRow[] = [];
  do {
    rows = await openClocksAfter(db, region, rows.at(-1) ?? null, PAGE);
    impact.push(...rows.flatMap((row) => impactOf(row, calendarOfEdition(row.policy))));
  } while (rows.length === PAGE);
  return impact;
}

function impactOf(row: OpenClockRow, calendar: Calendar): ClockImpact[] {
  const running = { ...row, start: plainDate(row.start_on), due: plainDate(row.due), metOn: null };
  return movedBy([running], calendar).map(({ clock, was, after }) => ({
    dossier: row.dossier,
    number: row.number,
    title: row.subject,
    clock: row.id,
    clockTitle: { zh: row.title_zh, ...(row.title_en === null ? {} : { en: row.title_en }) },
    was,
    due: after.due,
    moved: daysBetween(was, after.due),
    provisional: { before: clock.provisional, after: after.provisional },
  }));
}
