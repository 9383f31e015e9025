import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../../choice/select.tsx';
import { useText } from '../../i18n/text.ts';
import type { Control } from '../field.ts';
import { textIn, wordsIn } from '../narrow.ts';

/** Yes, no, or not known: unknown is not no, and says so until somebody knows. */
export function YesNoControl({ value, onChange, id, field }: Control) {
  const { t } = useTranslation();
  const text = useText();
  const state = typeof value === 'boolean' ? String(value) : 'unknown';
  return (
    <Radio.Group
      id={id}
      aria-label={text(field.label)}
      optionType="button"
      value={state}
      options={(['true', 'false', 'unknown'] as const).map((each) => ({
        value: each,
        label: t(`sheet.yesNo.${each}`),
      }))}
      onChange={(event) => onChange?.(event.target.value === 'unknown' ? undefined : event.target.value === 'true')}
    />
  );
}

/** One of the plan's values. */
export function ChoiceControl({ field, value, onChange, id }: Control) {
  const options = useOptions(field);
  return (
    <Select
      id={id}
      allowClear
      style={{ width: '100%' }}
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      value={textIn(value) ?? null}
      onChange={(chosen) => onChange?.(chosen ?? undefined)}
      options={options}
    />
  );
}

/** Some of the plan's values. */
export function ChoicesControl({ field, value, onChange, id }: Control) {
  return (
    <Select
      id={id}
      allowClear
      mode="multiple"
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      value={[...wordsIn(value)]}
      onChange={(chosen: string[]) => onChange?.(chosen.length > 0 ? chosen : undefined)}
      options={useOptions(field)}
    />
  );
}

function useOptions({ values = [] }: Control['field']) {
  const text = useText();
  return values.map(({ id, label }) => ({ value: id, label: text(label) }));
}
