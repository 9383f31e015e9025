import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Clause } from '../../api/clause.tsx';
import { useText } from '../../i18n/text.ts';
import { MaybeDocument, paperOf, type Paper } from '../document-field.tsx';
import { WordsField } from '../fields.tsx';
import type { SharedAskOf } from '../shared-ask.ts';
import { verbForm, type Matter } from '../verb.ts';

type Values = {
  readonly choice: string;
  readonly scope: 'dossier' | 'edition';
  readonly reason: string;
  readonly document?: Paper;
};

/** 裁定: what the plan leaves open is decided by a person, with the reason, for this dossier or until the next edition. */
export const ruleQuestion = verbForm<Values, SharedAskOf<'RuleQuestion'>>({
  Fields: QuestionFields,
  first: () => ({ scope: 'dossier' }),
  ask: ({ choice, scope, reason, document }, { offer }) => {
    const paper = paperOf(document);
    return {
      type: 'RuleQuestion',
      question: offer.target ?? '',
      choice,
      scope,
      reason,
      ...(paper ? { document: paper } : {}),
    };
  },
});

function QuestionFields({ dossier, offer }: Matter) {
  const { t } = useTranslation();
  const text = useText();
  const question = dossier.questions?.find(({ id }) => id === offer.target);
  const required = [{ required: true, message: t('api.fault.required') }];
  return (
    <>
      <p className="row">
        <b>{text(question?.text)}</b>
        {question?.clauses.map((clause) => (
          <Clause key={clause} id={clause} edition={dossier.policy} />
        ))}
      </p>
      <Form.Item name="choice" label={t('field.choice')} rules={required}>
        <Radio.Group className="outcomes">
          {question?.choices.map(({ id, title, means }) => (
            <Radio key={id} value={id}>
              {text(title)} <span className="quiet small">{text(means)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name="scope" label={t('field.scope')} rules={required}>
        <Radio.Group
          className="outcomes"
          options={(['dossier', 'edition'] as const).map((value) => ({ value, label: t(`questions.scope.${value}`) }))}
        />
      </Form.Item>
      <WordsField name="reason" label={t('field.reason')} required />
      <MaybeDocument name={['document']} />
    </>
  );
}
