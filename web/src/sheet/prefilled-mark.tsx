import { Form } from 'antd';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetField, SheetValue, SheetValues } from './field.ts';
import { same } from './filled.ts';
import { OfDossier } from './of-dossier.ts';

type Of = { readonly field: SheetField };

/** Says of a field that the system filled it in and nobody has touched it. */
export function PrefilledMark({ field }: Of) {
  const { t } = useTranslation();
  if (!use(OfDossier).prefilled.includes(field.id)) return null;
  return (
    <span className="prefilled tiny" title={t('sheet.prefilledHint')}>
      {t('sheet.prefilled')}
    </span>
  );
}

/** The same in a form, until something else is written there. */
export function PrefilledStill({ field, before }: Of & { readonly before: SheetValue | undefined }) {
  const still: unknown = Form.useWatch((form: { values?: SheetValues }) => same(form.values?.[field.id], before));
  return still === false ? null : <PrefilledMark field={field} />;
}
