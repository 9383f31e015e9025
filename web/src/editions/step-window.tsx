import { Form } from 'antd';
import type { FC } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { Clause } from '../api/clause.tsx';
import { useText } from '../i18n/text.ts';
import { DocumentField, paperOf, type Paper } from '../verbs/document-field.tsx';
import { ClauseField, WordsField, WordsOnly } from '../verbs/fields.tsx';
import { EndFields, firstRuling, QuestionFields, rulingOf, type RulingValues } from '../verbs/forms/question.tsx';
import { RecordedField, recordedOf } from '../verbs/recorded-field.tsx';
import { given } from '../verbs/verb.ts';
import { Dialog } from '../windows/dialog.tsx';
import { useEditionAct, type EditionOffer, type EditionView } from './use-edition.ts';
import { Overtaken } from './overtaken.tsx';

type Values = {
  readonly opinion?: string;
  readonly text?: string;
  readonly document?: Paper;
  readonly to?: string;
  readonly reason?: string;
  readonly becauseOf?: string;
  readonly recorded?: Paper & { readonly unitName?: string };
} & Partial<RulingValues>;

type Window = {
  readonly view: EditionView;
  readonly offer: EditionOffer;
  readonly title: string;
  readonly close: () => void;
  readonly done: () => void;
};

/** A step of the edition filled in: forming, submitting, agreeing, or sending it back with reason and clause. */
export function StepWindow({ view, offer, title, close, done }: Window) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const { act, busy, trouble, reload } = useEditionAct(view);
  const { Fields, ask, first } = FORMS[offer.type] ?? FORMS.TakeStep;
  const taking = offer.type === 'TakeStep';
  const send = async (values: Values): Promise<void> => {
    if (!(await act(ask(offer, values)))) return;
    done();
    close();
  };
  return (
    <Dialog
      width={560}
      title={
        <>
          {title} <Clause id={offer.clause} edition={view.policy} />
        </>
      }
      close={close}
      filled={() => form.isFieldsTouched()}
      onOk={() => form.submit()}
      okText={title}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      <p className="quiet small">
        {t('editions.no', { no: view.row.no })} {view.row.title} · {t('editions.size', { count: view.row.size })}
      </p>
      {trouble !== null && <Overtaken trouble={trouble} reload={reload} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={first?.({ dossier: view, offer }) ?? {}}
        onFinish={(values) => void send(values)}
      >
        <Fields offer={offer} view={view} />
      </Form>
      {taking && view.row.stage === 'forming' && <p className="quiet small">{t('editions.freezes')}</p>}
      {offer.seen && <p className="quiet small">{t('editions.seen', { digest: offer.seen.digest.slice(0, 16) })}</p>}
    </Dialog>
  );
}

type Ask = Parameters<ReturnType<typeof useEditionAct>['act']>[0];
type Filling = { readonly view: EditionView; readonly offer: EditionOffer };
type StepForm = {
  readonly Fields: FC<Filling>;
  readonly ask: (offer: EditionOffer, values: Values) => Ask;
  readonly first?: (asking: { readonly dossier: EditionView; readonly offer: EditionOffer }) => object;
};

const takeAsk = (offer: EditionOffer, values: Values) => {
  const opinion = given(values.opinion);
  const document = paperOf(values.document);
  return {
    type: 'TakeStep' as const,
    task: offer.target ?? '',
    ...(opinion ? { opinion } : {}),
    ...(document ? { document } : {}),
    ...(offer.needs.recorded ? { recorded: recordedOf(values.recorded) } : {}),
    ...(offer.seen ? { seen: offer.seen.digest } : {}),
  };
};

const returnAsk = (offer: EditionOffer, { to = '', reason = '', becauseOf = '', recorded }: Values) => ({
  type: 'ReturnStep' as const,
  task: offer.target ?? '',
  to,
  reason,
  becauseOf,
  ...(offer.needs.recorded ? { recorded: recordedOf(recorded) } : {}),
});

function TakeFields({ offer }: Filling) {
  const { t } = useTranslation();
  return (
    <>
      <WordsField name="opinion" label={t('field.opinion')} usual={['agree', 'submit']} />
      {offer.needs.recorded ? <RecordedField /> : <DocumentField name={['document']} required={false} />}
    </>
  );
}

function ReturnFields({ offer, view }: Filling) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <>
      {offer.needs.recorded && <RecordedField />}
      {offer.needs.returnsTo.length > 0 && (
        <Form.Item name="to" label={t('field.to')} rules={[{ required: true, message: t('api.fault.required') }]}>
          <Select options={offer.needs.returnsTo.map(({ step, title }) => ({ value: step, label: text(title) }))} />
        </Form.Item>
      )}
      <WordsField name="reason" label={t('field.reason')} required usual={['return']} />
      <ClauseField name="becauseOf" edition={view.policy} />
    </>
  );
}

const FORMS: { readonly TakeStep: StepForm } & Readonly<Record<string, StepForm>> = {
  TakeStep: {
    Fields: TakeFields,
    ask: takeAsk,
    first: ({ offer }) => ({ recorded: { unitName: offer.unitName ?? '' } }),
  },
  ReturnStep: {
    Fields: ReturnFields,
    ask: returnAsk,
    first: ({ offer }) => ({
      to: offer.needs.returnsTo[0]?.step,
      becauseOf: offer.clause,
      recorded: { unitName: offer.unitName ?? '' },
    }),
  },
  RuleQuestion: {
    Fields: ({ view, offer }) => <QuestionFields dossier={view} offer={offer} />,
    ask: (offer, { choice = '', scope = 'dossier', reason = '', document }) =>
      rulingOf({ choice, scope, reason, ...(document ? { document } : {}) }, offer),
    first: firstRuling,
  },
  NoteDays: {
    Fields: () => <WordsOnly name="text" optional />,
    ask: (offer, { text = '' }) => ({ type: 'NoteDays', task: offer.target ?? '', ...(text ? { text } : {}) }),
  },
  EndRuling: {
    Fields: ({ view, offer }) => <EndFields dossier={view} offer={offer} />,
    ask: (offer, { reason = '' }) => ({ type: 'EndRuling', question: offer.target ?? '', reason }),
  },
};
