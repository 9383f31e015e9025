const WEEK = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

/** `2026-11-23（周一）`: days of the office are text; no time zone can move them. */
export function longDay(day: string | null | undefined, language: string): string {
  if (!day) return '';
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return language === 'en' ? `${day} (${WEEK.en[weekday]})` : `${day}（周${WEEK.zh[weekday]}）`;
}

/** `11-23`, for places where the year is plain. */
export const shortDay = (day: string): string => day.slice(5);
