import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Checks } from '../../choice/checks.tsx';
import { Select } from '../../choice/select.tsx';
import { useText } from '../../i18n/text.ts';
import type { Paper } from '../document-field.tsx';
import { ClauseField, WordsField } from '../fields.tsx';
import { RecordedField, recordedOf } from '../recorded-field.tsx';
import type { SharedAskOf } from '../shared-ask.ts';
import { taskOf, verbForm, type Matter } from '../verb.ts';

type Values = {
  readonly to?: string;
  readonly reason: string;
  readonly becauseOf: string;
  readonly recorded?: Paper & { readonly unitName?: string };
  readonly measures?: string[];
};

/** 退回: to which step, why, by which clause. The clock runs on. */
export const returnStep = verbForm<Values, SharedAskOf<'ReturnStep'>>({
  Fields: ReturnFields,
  first: ({ dossier, offer }) => {
    const to = offer.needs.returnsTo[0]?.step;
    const clause = taskOf({ dossier, offer })?.clause;
    return {
      ...(to ? { to } : {}),
      ...(clause ? { becauseOf: clause } : {}),
      recorded: { unitName: offer.unitName ?? '' },
    };
  },
  ask: ({ to, reason, becauseOf, recorded, measures = [] }, { offer }) => ({
    type: 'ReturnStep',
    task: offer.target ?? '',
    to: to ?? '',
    reason,
    becauseOf,
    ...(offer.needs.recorded ? { recorded: recordedOf(recorded) } : {}),
    ...(measures.length > 0 ? { measures } : {}),
  }),
});

function ReturnFields({ dossier, offer }: Matter) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <>
      {offer.needs.recorded && <RecordedField />}
      {offer.needs.returnsTo.length > 0 ? (
        <Form.Item name="to" label={t('field.to')} rules={[{ required: true, message: t('api.fault.required') }]}>
          <Select options={offer.needs.returnsTo.map(({ step, title }) => ({ value: step, label: text(title) }))} />
        </Form.Item>
      ) : (
        // the plan leaves open where to: this return asks
        <Alert type="info" showIcon title={t('field.toAsked')} style={{ marginBottom: 14 }} />
      )}
      {offer.needs.measures.length > 0 && (
        <Form.Item name="measures" label={t('field.notDone')} extra={t('field.notDone.help')}>
          <Checks options={offer.needs.measures.map(({ id, text: label }) => ({ value: id, label }))} />
        </Form.Item>
      )}
      <WordsField name="reason" label={t('field.reason')} required usual={['return']} />
      <ClauseField name="becauseOf" edition={dossier.policy} />
    </>
  );
}
