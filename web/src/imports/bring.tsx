import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listed } from '../i18n/listed.ts';
import { useText } from '../i18n/text.ts';
import type { Part } from './part.ts';

/** The way into the register: how many rows, and what becomes of those that are still open. */
export function Bring({ view, settle, busy }: Part) {
  const { t } = useTranslation();
  const { ready, ask } = view.counts;
  const [skipOpen, setSkipOpen] = useState(false);
  const text = useText();
  const lacks = view.once.filter(({ lacking, chosen }) => lacking > 0 && chosen === null);
  const obstacle = !view.mayAct
    ? 'imports.onlyLook'
    : lacks.length > 0
      ? 'imports.onceFirst'
      : ask > 0 && !skipOpen
        ? 'imports.decideFirst'
        : ready === 0
          ? 'imports.nothingReady'
          : null;
  return (
    <div className="bring no-print">
      <Button
        type="primary"
        loading={busy}
        disabled={obstacle !== null}
        onClick={() => settle({ door: 'apply', body: { skipOpen } })}
      >
        {t('imports.bringIn', { count: ready })}
      </Button>
      {ask > 0 && (
        <Checkbox checked={skipOpen} onChange={(event) => setSkipOpen(event.target.checked)}>
          {t('imports.skipOpen', { count: ask })}
        </Checkbox>
      )}
      {ask > 0 && (
        <a className="small" href={`/api/imports/${view.id}/errors.xlsx`} download>
          {t('imports.askedWorkbook')}
        </a>
      )}
      {obstacle && (
        <span className="quiet small">
          {t(obstacle, {
            count: ask,
            what: listed(
              lacks.map(({ label }) => text(label)),
              t,
            ),
          })}
        </span>
      )}
    </div>
  );
}
