import { calendarOf, NATION, type Calendar, type CalendarYear } from '@bihuan/core/time';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../config.ts';
import { Trouble } from '../trouble.ts';
import { FaultyCalendar, type CalendarFault } from './fault.ts';
import { parseNotice, type ParsedNotice } from './notice.ts';
import { readStatute, STATUTE } from './statute.ts';

/** Where the notices of this installation stand: `<jurisdiction>/<year>.yaml`. */
export const CALENDARS = path.join(ROOT, 'policies/calendars');

/**
 * The calendar of the nation with the additions of these jurisdictions on top, in the order given.
 * A jurisdiction without a folder adds nothing.
 * @throws FaultyCalendar with every fault of every file; Trouble when the nation's notices are not there.
 */
export function readCalendars(dir: string, jurisdictions: readonly string[]): Calendar {
  return calendarOf(readCalendarYears(dir, jurisdictions));
}

/** The same, year by year as the files have them, for showing and importing. Throws as `readCalendars` does. */
export function readCalendarYears(dir: string, jurisdictions: readonly string[]): readonly CalendarYear[] {
  const layers = [...new Set([NATION, ...jurisdictions])];
  const files = layers.flatMap((jurisdiction) =>
    filesOf(dir, jurisdiction).map((file) => readYear(dir, jurisdiction, file)),
  );
  const faults = files.flatMap((file) => file.faults);
  if (faults.length > 0) throw new FaultyCalendar(faults);
  const statutes = layers.flatMap((jurisdiction) => readStatute(dir, jurisdiction) ?? []);
  const years = [...files.flatMap((file) => file.year ?? []), ...statutes];
  if (years.some((year) => year.jurisdiction === NATION)) return years;
  throw new Trouble(
    `没有国家放假通知 / the nation's notices are missing: ${path.join(dir, NATION)}`,
    '放入 cn/<年份>.yaml / put in cn/<year>.yaml (policies/calendars/calendar.schema.json)',
  );
}

function filesOf(dir: string, jurisdiction: string): readonly string[] {
  const folder = path.join(dir, jurisdiction);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name) && name !== STATUTE)
    .toSorted();
}

function readYear(dir: string, jurisdiction: string, name: string): ParsedNotice {
  const file = path.join(dir, jurisdiction, name);
  const parsed = parseNotice(readFileSync(file, 'utf8'), file);
  if (!parsed.year) return parsed;
  const faults = [
    ...misplaced(file, 'jurisdiction', parsed.year.jurisdiction, jurisdiction),
    ...misplaced(file, 'year', String(parsed.year.year), path.parse(name).name),
  ];
  return faults.length > 0 ? { year: null, faults } : parsed;
}

function misplaced(file: string, key: string, said: string, placed: string): readonly CalendarFault[] {
  if (said === placed) return [];
  const place = { file, line: 1, column: 1, key };
  return [
    { ...place, zh: `文件内写${said}，却放在${placed}之下`, en: `the file says ${said} but stands under ${placed}` },
  ];
}
