/** The clock of the day that the list set under which the problem was reported: it runs until a plan is in force. */
export const LISTED_DEADLINE = 'listed-deadline';
