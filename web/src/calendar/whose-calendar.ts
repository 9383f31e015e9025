import type { TFunction } from 'i18next';

/** Whose days off they are, in words: the nation's, or of the place with this division code. */
export const whoseCalendar = (jurisdiction: string, t: TFunction): string =>
  jurisdiction === 'cn' ? t('calendar.nation') : t('calendar.region', { code: jurisdiction });
