import type { TFunction } from 'i18next';

/** How long is left, in words: overdue, today, so many working days, or no limit. */
export function daysLeft(light: { readonly level: string; readonly days: number | null }, t: TFunction): string {
  if (light.level === 'paused') return t('light.paused');
  if (light.level === 'none' || light.days === null) return t('light.none');
  if (light.level === 'red')
    return light.days === 0 ? t('light.overdueToday') : t('light.overdue', { days: -light.days });
  return light.days === 0 ? t('light.today') : t('light.left', { days: light.days });
}
