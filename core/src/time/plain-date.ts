/**
 * A calendar day at the office, `YYYY-MM-DD`, years 0001–9999. Statutes count days, never instants,
 * and ISO text sorts the way the calendar does, so `<` compares two of them.
 */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const LAST_DAY = 3_652_059;

/** The day a text names, or null when it names none (wrong shape, 30 February, year 0000). */
export function parsePlainDate(text: string): PlainDate | null {
  const found = SHAPE.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text as PlainDate; // checked just above
}

/** The day a text names. Throws RangeError otherwise: only for text that the program itself wrote. */
export function plainDate(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day === null) throw new RangeError(`not a calendar day (YYYY-MM-DD): ${text}`);
  return day;
}

/** The day `count` days later; negative counts go back. Throws RangeError outside the years 0001–9999. */
export function addDays(day: PlainDate, count: number): PlainDate {
  return dayOfSerial(serialOf(day) + count);
}

/**
 * The corresponding day `count` months later. Where that month has no such day, its last day:
 * 31 January and one month is 28 or 29 February (民法典 202).
 */
export function addMonths(day: PlainDate, count: number): PlainDate {
  const [year, month, date] = partsOf(day);
  const index = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return written(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** Days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return serialOf(to) - serialOf(from);
}

/** Every day from one to the other, both included, ascending whichever comes first. */
export function between(a: PlainDate, b: PlainDate): readonly PlainDate[] {
  const first = a < b ? a : b;
  return Array.from({ length: Math.abs(daysBetween(a, b)) + 1 }, (_, offset) => addDays(first, offset));
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: PlainDate): number {
  return ((serialOf(day) - 1) % 7) + 1;
}

/** The year of a day, as a number. */
export function yearOf(day: PlainDate): number {
  return partsOf(day)[0];
}

/** `2026-05-06` from its numbers, the day clamped to the month's last one. Throws RangeError outside the years 0001–9999. */
export function dayOfMonth(year: number, month: number, date: number): PlainDate {
  return written(year, month, Math.min(date, daysInMonth(year, month)));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function partsOf(day: PlainDate): readonly [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function written(year: number, month: number, date: number): PlainDate {
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`a day outside the years 0001–9999: year ${year}`);
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
  return plainDate(text);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

// Days since 0000-12-31, so that day 1 is Monday 0001-01-01. Years begin in March here: the leap day is then the last one.
function serialOf(day: PlainDate): number {
  const [year, month, date] = partsOf(day);
  const y = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + date;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 306;
}

function dayOfSerial(serial: number): PlainDate {
  if (!Number.isInteger(serial) || serial < 1 || serial > LAST_DAY) {
    throw new RangeError(`a day outside the years 0001–9999: day number ${serial}`);
  }
  const z = serial + 305;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}
