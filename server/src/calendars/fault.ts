import { Trouble } from '../trouble.ts';

/** One thing that is wrong in a calendar file, with the place where it stands. Lines and columns count from 1. */
export type CalendarFault = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The place in the file's own words: `notices.0.issued`. */
  readonly key: string;
  readonly zh: string;
  readonly en: string;
};

/** Calendar files that cannot be used as they are. Nothing is read from a calendar with a fault in it. */
export class FaultyCalendar extends Trouble {
  readonly faults: readonly CalendarFault[];

  constructor(faults: readonly CalendarFault[]) {
    super(
      `放假日历有误，未读入 / the calendar has faults and was not read:\n${faults.map(faultLine).join('\n')}`,
      '改正所列各行后再试 / correct these lines and try again (policies/calendars/calendar.schema.json)',
    );
    this.name = 'FaultyCalendar';
    this.faults = faults;
  }
}

/** `cn/2026.yaml:5:13 notices.0.issued 不是日期 / not a date`, as editors and terminals jump to it. */
export function faultLine({ file, line, column, key, zh, en }: CalendarFault): string {
  return `${file}:${line}:${column} ${key} ${zh} / ${en}`;
}
