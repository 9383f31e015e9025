export { FaultyCalendar, faultLine, type CalendarFault } from './fault.ts';
export { fileFromWords } from './from-words.ts';
export { parseNotice, storedNotice } from './notice.ts';
export { CALENDARS, readCalendars, readCalendarYears } from './read.ts';
