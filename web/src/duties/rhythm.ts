import type { TFunction } from 'i18next';
import type { Schema } from '../api/client.ts';
import { listed } from '../i18n/listed.ts';
import type { Text } from '../i18n/text.ts';

type Duty = Schema<'Duty'>;

/** How often a duty falls due, and by when: `每年 3月31日，当日截止`. */
export function rhythmOf({ every, days, due }: Duty, t: TFunction): string {
  const named = listed(
    days.map((day) => t('duties.monthDay', { month: Number(day.slice(2, 4)), day: Number(day.slice(5)) })),
    t,
  );
  return t('duties.rhythm', { every: t(`duties.every.${every}`, { days: named }), due: dueWords(due, t) });
}

function dueWords({ on, count, days = 0, inclusive }: Duty['due'], t: TFunction): string {
  if (on === 'order') return t('duties.due.order');
  if (on === 'day') return t(inclusive ? 'duties.due.in' : 'duties.due.before');
  if (days === 0) return t('duties.due.end');
  return t(count === 'working' ? 'duties.due.working' : 'duties.due.natural', { count: days });
}

/** What else the plan says of it, in short sentences. */
export function termsOf(
  { opensBefore, reminds, forEach, nil, sample }: Duty,
  t: TFunction,
  text: (said: Text) => string,
): readonly string[] {
  return [
    opensBefore === null ? '' : t('duties.opensBefore', { count: opensBefore }),
    reminds === null ? '' : t('duties.reminds', { count: reminds }),
    forEach ? t(forEach.own ? 'duties.forEachOwn' : 'duties.forEachRow', { what: text(forEach.title) }) : '',
    nil ? t('duties.nil') : '',
    sample ? t('duties.sample', { of: text(sample.of), share: sample.share, atLeast: sample.atLeast }) : '',
  ].filter(Boolean);
}
