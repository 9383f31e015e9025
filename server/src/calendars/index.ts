export { FaultyCalendar, faultLine, type CalendarFault } from './fault.ts';
export { parseNotice, type ParsedNotice } from './notice.ts';
export { CALENDARS, readCalendars, readCalendarYears } from './read.ts';
