const office = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The day at the office (Asia/Shanghai) at an instant, whatever zone this machine believes it is in. */
export const officeDayOf = (instant: Date): string => office.format(instant);
