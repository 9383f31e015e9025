import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../../choice/select.tsx';
import { usePlan } from '../../api/plan.ts';
import { useText } from '../../i18n/text.ts';
import { WordsField } from '../../verbs/fields.tsx';
import { verbForm, type Matter } from '../../verbs/verb.ts';
import type { Dossier } from '../dossier.ts';
import type { ProblemAskOf } from './problem-ask.ts';

type Values = {
  readonly title: string;
  readonly place: string;
  readonly description: string;
  readonly field?: string;
  readonly township?: string;
  readonly remarks: string;
  readonly reason: string;
};

/** 更正信息: what was entered wrongly, with the reason; what stood there before stays in the record. */
export const correctProblem = verbForm<Values, ProblemAskOf<'CorrectProblem'>, Dossier>({
  Fields: CorrectFields,
  first: ({ dossier: { basics } }) => {
    const { title, place, description, remarks, field, township } = basics;
    return { title, place, description, remarks, ...(field ? { field } : {}), ...(township ? { township } : {}) };
  },
  ask: ({ reason, field, township, ...rest }) => ({
    type: 'CorrectProblem',
    basics: { ...rest, field: field ?? null, township: township ?? null },
    facts: {},
    reason,
  }),
  at: (path) => (path[0] === 'basics' ? path.slice(1) : path),
});

function CorrectFields({ dossier }: Matter<Dossier>) {
  const { t } = useTranslation();
  const text = useText();
  const plan = usePlan(dossier.policy);
  const townships = plan?.units.filter((unit) => unit.level === 'township') ?? [];
  return (
    <>
      <Form.Item
        name="title"
        label={t('field.title')}
        rules={[{ required: true, whitespace: true, message: t('api.fault.required') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <div className="pair">
        <Form.Item name="field" label={t('field.field')}>
          <Select allowClear options={plan?.fields.map((value) => ({ value: value.id, label: text(value.label) }))} />
        </Form.Item>
        <Form.Item name="township" label={t('field.township')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={townships.map((unit) => ({ value: unit.id, label: unit.name }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="place" label={t('field.place')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="description" label={t('field.description')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="remarks" label={t('field.remarks')}>
        <Input maxLength={2000} />
      </Form.Item>
      <WordsField name="reason" label={t('field.reason')} required />
    </>
  );
}
