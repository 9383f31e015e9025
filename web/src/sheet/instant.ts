const OFFICE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as the clock at the office shows it, `2030-05-06 14:30`, whatever zone this machine believes it is in. */
export function officeTime(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.valueOf()) ? instant : OFFICE.format(at);
}

/** What the clock at the office shows, `2030-05-06 14:30`, as an instant. */
export const instantAt = (wall: string): string => `${wall.trim().replace(' ', 'T')}:00+08:00`;
