import { Alert, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.ts';
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

/** 终止裁定: from now on it answers nobody; where it was used, it stands. */
export const endRuling = verbForm<{ readonly reason: string }, SharedAskOf<'EndRuling'>>({
  Fields: EndFields,
  first: () => ({}),
  ask: ({ reason }, { offer }) => ({ type: 'EndRuling', question: offer.target ?? '', reason }),
});

/** 裁定: what the plan leaves open is decided by a person, with the reason, for this dossier or until the next edition. */
export const ruleQuestion = verbForm<Values, SharedAskOf<'RuleQuestion'>>({
  Fields: QuestionFields,
  first: ({ dossier, offer }) => {
    const known = dossier.questions?.find(({ id }) => id === offer.target)?.known;
    return { scope: 'dossier', ...(known ? { choice: known.choice, reason: known.reason } : {}) };
  },
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
      {question && <Known question={question} />}
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
          options={(['dossier', 'edition'] as const).map((value) => ({
            value,
            label: t(`questions.scope.${value}`),
            // one is in force already: it is ended first, where it was made
            disabled: value === 'edition' && Boolean(question?.known),
          }))}
        />
      </Form.Item>
      <WordsField name="reason" label={t('field.reason')} required />
      <MaybeDocument name={['document']} />
    </>
  );
}

/** What was ruled for the whole edition after this dossier had asked. */
function Known({ question: { known, choices } }: { readonly question: Schema<'Question'> }) {
  const { t } = useTranslation();
  const text = useText();
  if (!known) return null;
  const title = text(choices.find(({ id }) => id === known.choice)?.title) || known.choice;
  return <Alert type="info" showIcon title={t('questions.known', { title, who: known.by.name, day: known.on })} />;
}

function EndFields({ dossier, offer }: Matter) {
  const { t } = useTranslation();
  const text = useText();
  const question = dossier.questions?.find(({ id }) => id === offer.target);
  const title = text(question?.choices.find(({ id }) => id === question.ruling?.choice)?.title);
  return (
    <>
      <p>
        <b>{text(question?.text)}</b>
      </p>
      <p className="quiet small">{t('questions.endHint', { title })}</p>
      <WordsField name="reason" label={t('field.reason')} required />
    </>
  );
}
