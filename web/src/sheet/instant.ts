/** A moment by the clock at the office as people write it, `2030-05-06 14:30`; the record puts a `T` between. */
export const officeTime = (instant: string): string => instant.replace('T', ' ');

/** A moment that people wrote, as the record has it. */
export const instantOf = (written: string): string => written.trim().replace(' ', 'T');
