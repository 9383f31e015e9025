import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../choice/select.tsx';
import type { Control } from '../field.ts';
import { referenceIn } from '../narrow.ts';
import { useFound } from '../found.ts';

/** Another dossier, found by its number or by what it is called. */
export function ReferenceControl({ field, value, onChange, id }: Control) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const chosen = referenceIn(value);
  const found = useFound(field.kind ?? '', words);
  const all = chosen && !found.some(({ dossier }) => dossier === chosen.dossier) ? [chosen, ...found] : found;
  return (
    <Select
      id={id}
      allowClear
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={t('sheet.referenceHint')}
      notFoundContent={t('frame.nothingFound')}
      value={chosen?.dossier ?? null}
      onChange={(dossier: string | null) => onChange?.(all.find((each) => each.dossier === dossier))}
      options={all.map(({ dossier, number, title }) => ({ value: dossier, label: `${number} ${title}` }))}
    />
  );
}
