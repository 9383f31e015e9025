import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checks } from '../choice/checks.tsx';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { useShortName } from '../units/short-names.ts';
import { DocumentField, MaybeDocument } from '../verbs/document-field.tsx';
import { FactField, WordsField } from '../verbs/fields.tsx';
import { linesOf } from '../verbs/part-lines.ts';
import { Dialog } from '../windows/dialog.tsx';
import { batchCommand, copyKey, type BatchValues } from './batch-ask.ts';
import { BatchOutcome, NotThese } from './batch-outcome.tsx';
import { BatchParts } from './batch-parts.tsx';
import type { Wish } from './batch-wishes.ts';

type Batch = {
  readonly wish: Wish;
  readonly title: string;
  readonly close: () => void;
  readonly done: () => void;
};

/** One wish for several problems: what they share is filled in once, what is their own in a table, the outcome is told one by one. */
export function BatchForm({ wish, title, close, done }: Batch) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<BatchValues>();
  const [key, setKey] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [outcome, setOutcome] = useState<Schema<'BatchDone'> | null>(null);
  const send = async (values: BatchValues): Promise<void> => {
    setBusy(true);
    try {
      const body = batchCommand(wish, values);
      const answer = await answered(api.POST('/api/problems/commands', { params: intended(key), body }));
      if (answer.results.some(({ refused }) => refused)) return setOutcome(answer);
      void message.success(`${title}：${t('register.batchDone', { done: answer.results.length, refused: 0 })}`);
      close();
      done();
    } catch (error) {
      setTrouble(error);
      setKey(newIntent());
    } finally {
      setBusy(false);
    }
  };
  if (outcome) return <BatchOutcome title={title} wish={wish} outcome={outcome} close={() => (close(), done())} />;
  return (
    <Dialog
      title={`${title} · ${t('register.selected', { count: wish.on.length })}`}
      width={hasParts(wish) ? 1040 : 560}
      close={close}
      filled={() => form.isFieldsTouched()}
      onOk={() => form.submit()}
      okText={title}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      <p className="quiet small">{t('verbs.batchNote')}</p>
      <NotThese wish={wish} />
      {trouble !== null && <Trouble error={trouble} />}
      <Form form={form} layout="vertical" initialValues={firstOf(wish)} onFinish={(values) => void send(values)}>
        <Fields wish={wish} />
      </Form>
    </Dialog>
  );
}

const offersOf = ({ on }: Wish) => on.flatMap(({ offers }) => offers.map(({ offer }) => offer));
const hasParts = (wish: Wish): boolean => wish.do === 'hand-over' && offersOf(wish).some(({ needs }) => needs.parts);

/** Who would play each part of each problem stands there from the start; every copy is ticked. */
const firstOf = (wish: Wish): BatchValues => ({
  rows: Object.fromEntries(wish.on.map(({ row }) => [row.id, { parts: linesOf(row.usualParts) }])),
  copies: wish.on.flatMap(({ row, offers }) => offers.map(({ offer }) => copyKey(row.id, offer.target ?? ''))),
});

function Fields({ wish }: { readonly wish: Wish }) {
  const { t } = useTranslation();
  const offers = offersOf(wish);
  const edition = wish.on[0]?.row.policy ?? '';
  const facts = [...new Set(offers.flatMap(({ needs }) => needs.facts))];
  if (wish.type === 'Urge') return <WordsField name="text" label={t('field.text')} required />;
  if (wish.type !== 'TakeStep') return <Copies wish={wish} />;
  return (
    <>
      {facts.map((id) => (
        <FactField key={id} fact={id} edition={edition} />
      ))}
      {hasParts(wish) && <BatchParts edition={edition} rows={wish.on.map(({ row }) => row)} />}
      {offers.some(({ needs }) => needs.document) ? (
        <DocumentField name={['document']} required />
      ) : (
        <MaybeDocument name={['document']} />
      )}
      <Form.Item name="opinion" label={t('field.opinion')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </>
  );
}

/** Copies of the chosen problems, each with the unit it is for; those that go out do so by one paper. */
function Copies({ wish }: { readonly wish: Wish }) {
  const { t } = useTranslation();
  const short = useShortName();
  const options = wish.on.flatMap(({ row, offers }) =>
    offers.map(({ offer }) => ({
      value: copyKey(row.id, offer.target ?? ''),
      label: `${row.number} ${row.title} → ${short(offer.unitName ?? '')}`,
    })),
  );
  return (
    <>
      <Form.Item
        name="copies"
        label={t('register.copies')}
        rules={[{ required: true, message: t('api.fault.required') }]}
      >
        <Checks className="outcomes" options={options} />
      </Form.Item>
      {wish.type === 'RecordCopySent' && <DocumentField name={['document']} required />}
    </>
  );
}
