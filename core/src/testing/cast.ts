import { holderOf } from './people.ts';

/** Registers, lists, hands over, and records what comes from outside. */
export const clerk = holderOf('office/clerk');

/** Classifies, and names who is answerable. */
export const chief = holderOf('office/chief');

/** Arbitrates, and consents for the club. */
export const chair = holderOf('committee/chair');

/** Co-signs where money is touched. */
export const treasurer = holderOf('treasury/treasurer');

/** Drafts and works in the unit that holds most problems of the stories. */
export const foreman = holderOf('greens/foreman');

/** Answers for that unit. */
export const captain = holderOf('greens/captain');

/** Reviews for the department in charge. */
export const head = holderOf('keepers/head');

/** Checks and accepts the work. */
export const surveyor = holderOf('survey/surveyor');
