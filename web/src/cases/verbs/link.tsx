import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../../choice/select.tsx';
import { useText } from '../../i18n/text.ts';
import { useKinds } from '../../kinds/use-kinds.ts';
import { ReferenceControl } from '../../sheet/controls/reference.tsx';
import type { ReferenceValue } from '../../sheet/field.ts';
import { verbForm } from '../../verbs/verb.ts';
import type { CaseAskOf } from './case-ask.ts';

const HOW = ['related', 'source', 'corrects'] as const;

type Values = { readonly how: string; readonly kind: string; readonly to: ReferenceValue };

/** 关联: connects this dossier with another; neither changes by it. */
export const link = verbForm<Values, CaseAskOf<'Link'>>({
  Fields: LinkFields,
  first: () => ({ how: HOW[0] }),
  ask: ({ how, to }) => ({ type: 'Link', link: { how, dossier: to.dossier } }),
});

function LinkFields() {
  const { t } = useTranslation();
  const text = useText();
  const { kinds } = useKinds();
  const kind: unknown = Form.useWatch('kind');
  const required = [{ required: true, message: t('api.fault.required') }];
  return (
    <>
      <div className="pair">
        <Form.Item name="how" label={t('field.how')} rules={required}>
          <Select options={HOW.map((value) => ({ value, label: t(`cases.how.${value}`) }))} />
        </Form.Item>
        <Form.Item name="kind" label={t('field.ofKind')} rules={required}>
          <Select options={kinds.map(({ id, title }) => ({ value: id, label: text(title) }))} />
        </Form.Item>
      </div>
      <Form.Item name="to" label={t('field.dossier')} rules={required}>
        <ReferenceControl
          key={String(kind)}
          edition=""
          field={{
            id: 'to',
            label: { zh: t('field.dossier') },
            type: 'reference',
            required: true,
            personal: false,
            kind: typeof kind === 'string' ? kind : '',
          }}
        />
      </Form.Item>
    </>
  );
}
