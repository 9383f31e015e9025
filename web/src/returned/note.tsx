import './returned.css';
import { Alert, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { useText } from '../i18n/text.ts';
import { useShortName } from '../units/short-names.ts';

const Comparison = lazy(() => import('./comparison.tsx'));

export type Returned = Schema<'Returned'>;

/** Work that was sent back: by whom, why, in which round, and on request what has been changed since. */
export function ReturnedNotes({ returned }: { readonly returned: readonly Returned[] }) {
  return returned.map((one) => <Note key={one.run} returned={one} />);
}

function Note({ returned }: { readonly returned: Returned }) {
  const { t } = useTranslation();
  const text = useText();
  const unit = useShortName();
  const [open, setOpen] = useState(false);
  const { title, round, unitName, by, on, reason, becauseOf, texts, unchanged } = returned;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginTop: 8 }}
      title={t('returned.by', { who: `${unit(unitName)} ${by}`, day: on, step: text(title), round })}
      description={
        <>
          <p className="back-reason">{t('returned.because', { reason, clause: becauseOf })}</p>
          {unchanged && <span className="quiet">{t('returned.unchanged')}</span>}
          {texts.length > 0 && (
            <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'returned.shut' : 'returned.compare', { count: texts.length })}
            </Button>
          )}
          {open && (
            <Suspense fallback={null}>
              <Comparison texts={texts} />
            </Suspense>
          )}
        </>
      }
    />
  );
}
