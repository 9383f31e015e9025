import { useTranslation } from 'react-i18next';
import type { Control } from '../field.ts';
import { Shown } from '../shown.tsx';

/** What the program counted: looked at, not written. */
export function FigureControl({ field, value }: Control) {
  const { t } = useTranslation();
  return (
    <div className="row" style={{ minHeight: 32 }}>
      <b>
        <Shown field={field} value={value} />
      </b>
      <span className="quiet tiny">{t('sheet.counted')}</span>
    </div>
  );
}
