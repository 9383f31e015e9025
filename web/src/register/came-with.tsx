import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { longDay } from '../i18n/day.ts';
import type { Part } from './fact-select.tsx';

const KEYS = ['closedSince', 'edition', 'import'] as const;

/** What a link brought along and no field of the form shows: said in words, and put away by its cross. */
export function CameWith({ filters, pick }: Part) {
  const { t, i18n } = useTranslation();
  return KEYS.filter((key) => filters[key]).map((key) => (
    <Tag
      key={key}
      closable={{ 'aria-label': t('register.drop') }}
      onClose={(event) => {
        event.preventDefault();
        pick(key)(undefined);
      }}
    >
      {t(`register.came.${key}`, { day: longDay(filters.closedSince, i18n.language) })}
    </Tag>
  ));
}
