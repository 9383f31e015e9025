import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { longDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { useUnitNamed } from '../units/short-names.ts';
import type { Posting } from './seats.ts';

/** Points out the posts that nobody will hold from the day on. Nothing is forbidden: an office may be short of people. */
export function WillBeEmpty({ postings, day }: { readonly postings: readonly Posting[]; readonly day: string }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const unitNamed = useUnitNamed();
  if (postings.length === 0) return null;
  const what = postings
    .map((one) => t('obstacle.seat', { unit: unitNamed(one.unit), post: text(one.postName) }))
    .join(t('list.comma'));
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('people.willBeEmpty', { what, day: longDay(day, i18n.language) })}
    />
  );
}
