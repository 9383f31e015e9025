import './sheet.css';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { useText } from '../i18n/text.ts';
import type { SheetField, SheetValues } from './field.ts';
import { isBlank } from './narrow.ts';
import { PrefilledMark } from './prefilled-mark.tsx';
import { Shown } from './shown.tsx';
import { isWide } from './width.ts';

type Read = { readonly fields: readonly SheetField[]; readonly values: SheetValues; readonly edition: string };

/** A sheet as an office form prints it: every field with its label, the empty ones too. */
export function SheetRead({ fields, values, edition }: Read) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <dl className="printed">
      {fields.map((field) => (
        <div key={field.id} className={isWide(field) ? 'entry wide' : 'entry'} data-type={field.type}>
          <dt>
            {text(field.label)}
            {field.personal && <span className="personal tiny">{t('sheet.personal')}</span>}
            <PrefilledMark field={field} />
            {field.clause && <Clause id={field.clause} edition={edition} />}
          </dt>
          <dd>
            <Shown field={field} value={values[field.id]} />
            {field.help && isBlank(values[field.id]) && (
              <span className="print-only field-help">{text(field.help)}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
