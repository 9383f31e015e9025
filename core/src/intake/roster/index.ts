export { readRoster } from './read-roster.ts';
export { MOST_PEOPLE } from './roster.ts';
export type { KnownPerson, Roster, RosterContext, RosterDoubt, RosterEntry, RosterSeat } from './roster.ts';
