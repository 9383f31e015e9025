import { Form, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { day, PastDay, WordsField } from './fields.tsx';

export type Manner = NonNullable<Schema<'Account'>['manner']>;
type Demand = Schema<'Offer'>['needs']['demands'][number];

const MANNERS: readonly Manner[] = ['on-site', 'papers', 'meeting', 'remote'];

/** What was entered of how a step was done; nothing that is empty. */
export function accountOf(
  said: { readonly attended?: string; readonly heldOn?: Dayjs; readonly manner?: Manner } = {},
): Schema<'Account'> {
  const heldOn = day(said.heldOn);
  const attended = said.attended?.trim();
  return {
    ...(attended ? { attended } : {}),
    ...(heldOn ? { heldOn } : {}),
    ...(said.manner ? { manner: said.manner } : {}),
  };
}

/** Who was there, on which day, how: what the plan asks of whoever takes this step. */
export function AccountFields({ demands }: { readonly demands: readonly Demand[] }) {
  const { t } = useTranslation();
  return (
    <>
      {demands.includes('attended') && (
        <WordsField name={['account', 'attended']} label={t('field.attended')} required longest={500} />
      )}
      {demands.includes('held-on') && <PastDay name={['account', 'heldOn']} label={t('field.heldOn')} required />}
      {demands.includes('manner') && (
        <Form.Item
          name={['account', 'manner']}
          label={t('field.manner')}
          rules={[{ required: true, message: t('api.fault.required') }]}
        >
          <Radio.Group options={MANNERS.map((value) => ({ value, label: t(`field.manner.${value}`) }))} />
        </Form.Item>
      )}
    </>
  );
}
