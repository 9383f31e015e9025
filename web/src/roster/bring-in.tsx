import { Button, Checkbox, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Desk } from './use-roster.ts';

/** How many come in, from which day they hold their posts, and what becomes of those that are open. */
export function BringIn({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation();
  const [without, setWithout] = useState(false);
  const ready = desk.rows.filter(({ state }) => state === 'add' || state === 'hold').length;
  const open = desk.rows.filter(({ state }) => state === 'open').length;
  const blocked = ready === 0 || (open > 0 && !without);
  return (
    <div className="bring-in">
      <label>
        {t('roster.from')}{' '}
        <DatePicker
          allowClear={false}
          value={dayjs(desk.from)}
          format={t('people.dayFormat')}
          onChange={(day) => day && desk.setFrom(day.format('YYYY-MM-DD'))}
        />
      </label>
      <Button type="primary" disabled={blocked} loading={desk.busy} onClick={() => void desk.bring()}>
        {t('roster.bring', { count: ready })}
      </Button>
      {open > 0 && (
        <Checkbox checked={without} onChange={(event) => setWithout(event.target.checked)}>
          {t('roster.withoutOpen', { count: open })}
        </Checkbox>
      )}
      {ready === 0 && <span className="quiet small">{t('roster.nothingReady')}</span>}
    </div>
  );
}
