import { Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.ts';
import { Trouble } from '../../api/trouble.tsx';
import type { SheetValue } from '../../sheet/field.ts';
import { WordsField } from '../../verbs/fields.tsx';
import { useRefresh } from '../../verbs/use-act.ts';
import type { Case } from './case.ts';
import { useFieldNames } from './use-field-names.ts';

type Asked = {
  readonly dossier: Case;
  /** `reporter`, or `witnesses.name`. */
  readonly field: string;
  readonly close: () => void;
  readonly show: (values: Readonly<Record<string, SheetValue>>) => void;
};

/** Why somebody wants to see it. The record will say who, when and why. */
export default function ApartAsked({ dossier, field, close, show }: Asked) {
  const { t } = useTranslation();
  const names = useFieldNames(dossier.kind);
  const refresh = useRefresh();
  const [form] = Form.useForm<{ reason: string }>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const ask = async ({ reason }: { reason: string }): Promise<void> => {
    setBusy(true);
    try {
      const path = { id: dossier.row.id };
      const { values } = await answered(
        api.POST('/api/cases/{id}/personal', { params: { path }, body: { field, reason } }),
      );
      show(values as Readonly<Record<string, SheetValue>>); // what the field holds
      close();
      await refresh();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('sheet.showTitle', { field: names([field.split('.')[0] ?? field]).join('') })}
      okText={t('sheet.show')}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p>{t('sheet.showHint')}</p>
      {trouble !== null && <Trouble error={trouble} />}
      <Form form={form} layout="vertical" onFinish={(values) => void ask(values)}>
        <WordsField name="reason" label={t('sheet.showReason')} required longest={200} />
      </Form>
    </Modal>
  );
}
