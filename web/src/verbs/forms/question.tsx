import { Alert, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.ts';
import { Clause } from '../../api/clause.tsx';
import { useText } from '../../i18n/text.ts';
import { MaybeDocument, paperOf, type Paper } from '../document-field.tsx';
import { WordsField } from '../fields.tsx';
import { useObstacle } from '../obstacle.ts';
import type { SharedAskOf } from '../shared-ask.ts';
import { verbForm, type Offer } from '../verb.ts';

/** What the form of a ruling holds. */
export type RulingValues = {
  readonly choice: string;
  readonly scope: 'dossier' | 'edition';
  readonly reason: string;
  readonly document?: Paper;
};

/** What the fields of a ruling must know: the questions of a dossier of whatever shape, and the offer that names one. */
type Asking = {
  readonly dossier: { readonly policy: string; readonly questions?: readonly Schema<'Question'>[] };
  readonly offer: Pick<Offer, 'target' | 'needs'>;
};

/** 终止裁定: from now on it answers nobody; where it was used, it stands. */
export const endRuling = verbForm<{ readonly reason: string }, SharedAskOf<'EndRuling'>>({
  Fields: EndFields,
  first: () => ({}),
  ask: ({ reason }, { offer }) => ({ type: 'EndRuling', question: offer.target ?? '', reason }),
});

/** 裁定: what the plan leaves open is decided by a person, with the reason, for this dossier or until the next edition. */
export const ruleQuestion = verbForm<RulingValues, SharedAskOf<'RuleQuestion'>>({
  Fields: QuestionFields,
  first: firstRuling,
  ask: (values, { offer }) => rulingOf(values, offer),
});

/** What is filled in at first: nothing, or what was ruled on the same point for the whole edition. */
export function firstRuling({ dossier, offer }: Asking): Partial<RulingValues> {
  const known = dossier.questions?.find(({ id }) => id === offer.target)?.known;
  return { scope: 'dossier', ...(known ? { choice: known.choice, reason: known.reason } : {}) };
}

/** The ask that comes of it. */
export function rulingOf({ choice, scope, reason, document }: RulingValues, { target }: Asking['offer']) {
  const paper = paperOf(document);
  const said = { choice, scope, reason, ...(paper ? { document: paper } : {}) };
  return { type: 'RuleQuestion' as const, question: target ?? '', ...said };
}

/** Choice, how far it reaches, reason, paper. */
export function QuestionFields({ dossier, offer }: Asking) {
  const { t } = useTranslation();
  const text = useText();
  const sentence = useObstacle(dossier.policy);
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
          {offer.needs.outcomes.map(({ id, title, means, obstacle }) => (
            <Radio key={id} value={id} disabled={obstacle !== undefined}>
              {text(title)} <span className="quiet small">{obstacle ? sentence(obstacle) : text(means)}</span>
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

/** The reason, beside what is ended. */
export function EndFields({ dossier, offer }: Asking) {
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
