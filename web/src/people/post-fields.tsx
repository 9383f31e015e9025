import '../verbs/verbs.css';
import { DatePicker, Form, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { useText } from '../i18n/text.ts';
import type { Unit } from './units.ts';

/** What the fields of a post hold before they are sent. */
export type PostValues = { readonly unit: string; readonly post: string; readonly from: Dayjs; readonly until?: Dayjs };

/** A post as the contract has it. */
export const postingOf = ({ unit, post, from, until }: PostValues): Schema<'PostingAsk'> => ({
  unit,
  post,
  from: from.format('YYYY-MM-DD'),
  ...(until ? { until: until.format('YYYY-MM-DD') } : {}),
});

/** Unit, post, and the days between which it is held. */
export function PostFields({ units }: { readonly units: readonly Unit[] }) {
  const { t } = useTranslation();
  const text = useText();
  const form = Form.useFormInstance();
  const chosen: unknown = Form.useWatch('unit', form);
  const posts = units.find(({ id }) => id === chosen)?.posts ?? [];
  const required = [{ required: true, message: t('api.fault.required') }];
  return (
    <>
      <div className="pair">
        <Form.Item name="unit" label={t('field.unit')} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            onChange={() => form.setFieldValue('post', undefined)}
            options={units.filter(({ external }) => !external).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="post" label={t('people.post')} rules={required}>
          <Select options={posts.map(({ post, postName }) => ({ value: post, label: text(postName) }))} />
        </Form.Item>
      </div>
      <div className="pair">
        <Form.Item name="from" label={t('people.heldFrom')} rules={required}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="until" label={t('people.until')}>
          <DatePicker style={{ width: '100%' }} placeholder={t('people.untilOpen')} />
        </Form.Item>
      </div>
    </>
  );
}
