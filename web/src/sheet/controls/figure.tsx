import { useTranslation } from 'react-i18next';
import type { Control } from '../field.ts';
import { FigureShown } from '../figure-shown.tsx';

/** What the program counted: looked at, not written. */
export function FigureControl({ field, id }: Control) {
  const { t } = useTranslation();
  return (
    <div className="row figure-control" id={id}>
      <FigureShown field={field} />
      <span className="quiet tiny">{t('sheet.counted')}</span>
    </div>
  );
}
