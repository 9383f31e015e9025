import type { TFunction } from 'i18next';

type Left = { readonly level: string; readonly days: number | null; readonly dueAt?: string | null };

/** How long is left, in words: overdue, today, so many working days, or no limit. */
export function daysLeft(light: Left, t: TFunction): string {
  if (light.level === 'paused') return t('light.paused');
  if (light.level === 'none' || light.days === null) return t('light.none');
  if (light.level === 'red')
    return light.days === 0 ? t('light.overdueToday') : t('light.overdue', { days: -light.days });
  if (light.days === 0 && light.dueAt) return t('light.todayAt', { time: light.dueAt.slice(11) });
  return light.days === 0 ? t('light.today') : t('light.left', { days: light.days });
}
