import { Alert, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { DocumentField, paperOf, type Paper } from './document-field.tsx';

type Recorded = Paper & { readonly unitName?: string };

/** The act of a unit that does not sign in here: whose, by which paper, with its scan. */
export function RecordedField() {
  const { t } = useTranslation();
  return (
    <>
      <Alert type="info" showIcon title={t('field.recordedHint')} style={{ marginBottom: 12 }} />
      <Form.Item
        name={['recorded', 'unitName']}
        label={t('field.recorded')}
        rules={[{ required: true, whitespace: true, message: t('api.fault.required') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <DocumentField name={['recorded']} required scan />
    </>
  );
}

/** As the contract has it. The form does not let it go without number and date. */
export function recordedOf(values: Recorded | undefined): Schema<'GivenAct'> {
  return { unitName: values?.unitName?.trim() ?? '', document: paperOf(values) ?? { number: '', date: '' } };
}
