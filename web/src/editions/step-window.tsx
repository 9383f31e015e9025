import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { useText } from '../i18n/text.ts';
import { DocumentField, paperOf, type Paper } from '../verbs/document-field.tsx';
import { ClauseField, WordsField } from '../verbs/fields.tsx';
import { given } from '../verbs/verb.ts';
import { Dialog } from '../windows/dialog.tsx';
import { useEditionAct, type EditionOffer, type EditionView } from './use-edition.ts';
import { Overtaken } from './overtaken.tsx';

type Values = {
  readonly opinion?: string;
  readonly document?: Paper;
  readonly to?: string;
  readonly reason?: string;
  readonly becauseOf?: string;
};

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
  const returning = offer.type === 'ReturnStep';
  const send = async (values: Values): Promise<void> => {
    if (!(await act(returning ? returnAsk(offer, values) : takeAsk(offer, values)))) return;
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
        initialValues={{ to: offer.needs.returnsTo[0]?.step, becauseOf: offer.clause }}
        onFinish={(values) => void send(values)}
      >
        {returning ? <ReturnFields offer={offer} edition={view.policy} /> : <TakeFields />}
      </Form>
      {!returning && view.row.stage === 'forming' && <p className="quiet small">{t('editions.freezes')}</p>}
      {offer.seen && <p className="quiet small">{t('editions.seen', { digest: offer.seen.digest.slice(0, 16) })}</p>}
    </Dialog>
  );
}

const takeAsk = (offer: EditionOffer, values: Values) => {
  const opinion = given(values.opinion);
  const document = paperOf(values.document);
  return {
    type: 'TakeStep' as const,
    task: offer.target ?? '',
    ...(opinion ? { opinion } : {}),
    ...(document ? { document } : {}),
    ...(offer.seen ? { seen: offer.seen.digest } : {}),
  };
};

const returnAsk = (offer: EditionOffer, { to = '', reason = '', becauseOf = '' }: Values) => ({
  type: 'ReturnStep' as const,
  task: offer.target ?? '',
  to,
  reason,
  becauseOf,
});

function TakeFields() {
  const { t } = useTranslation();
  return (
    <>
      <WordsField name="opinion" label={t('field.opinion')} usual={['agree', 'submit']} />
      <DocumentField name={['document']} required={false} />
    </>
  );
}

function ReturnFields({ offer, edition }: { readonly offer: EditionOffer; readonly edition: string }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <>
      <Form.Item name="to" label={t('field.to')} rules={[{ required: true, message: t('api.fault.required') }]}>
        <Select options={offer.needs.returnsTo.map(({ step, title }) => ({ value: step, label: text(title) }))} />
      </Form.Item>
      <WordsField name="reason" label={t('field.reason')} required usual={['return']} />
      <ClauseField name="becauseOf" edition={edition} />
    </>
  );
}
