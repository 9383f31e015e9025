import { App, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';
import { usePlan } from '../api/plan.ts';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { useProblemKind } from '../kinds/use-kinds.ts';
import { DocumentField } from '../verbs/document-field.tsx';
import { FactField, WordsField } from '../verbs/fields.tsx';
import { PartsField } from '../verbs/parts-field.tsx';
import { Dialog } from '../windows/dialog.tsx';
import { batchAsk, type BatchValues, type Wish } from './batch-ask.ts';
import type { Row } from './columns.tsx';

type Batch = {
  readonly wish: Wish;
  readonly rows: readonly Row[];
  readonly close: () => void;
  readonly done: () => void;
};

/** 分类, 交办, 催办 for several problems: what they share is filled in once, the outcome is told one by one. */
export function BatchForm({ wish, rows, close, done }: Batch) {
  const { t } = useTranslation();
  const { installation } = useSession();
  const [form] = Form.useForm<BatchValues>();
  const tell = useOutcome();
  const [key, setKey] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const send = async (values: BatchValues): Promise<void> => {
    setBusy(true);
    try {
      const items = rows.map((row) => ({ id: row.id, version: null }));
      tell(
        await answered(
          api.POST('/api/problems/commands', { params: intended(key), body: { items, ask: batchAsk(wish, values) } }),
        ),
      );
      close();
      done();
    } catch (error) {
      setTrouble(error);
      setKey(newIntent());
    } finally {
      setBusy(false);
    }
  };
  const title = `${t(`register.${wish}`)} · ${t('register.selected', { count: rows.length })}`;
  return (
    <Dialog
      title={title}
      width={wish === 'handOver' ? 760 : 520}
      close={close}
      filled={() => form.isFieldsTouched()}
      onOk={() => form.submit()}
      okText={t(`register.${wish}`)}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      <p className="quiet small">{t('verbs.batchNote')}</p>
      {trouble !== null && <Trouble error={trouble} />}
      <Form form={form} layout="vertical" onFinish={(values) => void send(values)}>
        <Shared wish={wish} rows={rows} edition={installation.policy ?? ''} />
      </Form>
    </Dialog>
  );
}

function Shared({ wish, rows, edition }: Pick<Batch, 'wish' | 'rows'> & { readonly edition: string }) {
  const { t } = useTranslation();
  const parts = useProblemKind()?.parts ?? [];
  // whoever co-signs puts a name under the grade that another office chose, and chooses none
  const signing = Form.useWatch('part') === 'co-sign';
  if (wish === 'urge') return <WordsField name="text" label={t('field.text')} required />;
  return (
    <>
      {wish === 'classify' && (
        <Form.Item name="part" initialValue="decide">
          <Radio.Group
            options={(['decide', 'co-sign'] as const).map((value) => ({ value, label: t(`register.part.${value}`) }))}
          />
        </Form.Item>
      )}
      {wish === 'classify' && !signing && <Settled edition={edition} />}
      {wish === 'handOver' && <PartsField edition={edition} roles={parts} facts={rows.map(({ facts }) => facts)} />}
      {!signing && <DocumentField name={['document']} required />}
      <Form.Item name="opinion" label={t('field.opinion')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </>
  );
}

/** Facts that the classification settles, whatever the plan calls them. */
function Settled({ edition }: { readonly edition: string }) {
  const facts = usePlan(edition)?.facts.filter(({ settledAt }) => settledAt.includes('classify')) ?? [];
  return facts.map(({ id }) => <FactField key={id} fact={id} edition={edition} />);
}

/** How many were done, and of each of the others why not. */
function useOutcome(): (outcome: Schema<'BatchDone'>) => void {
  const { t } = useTranslation();
  const text = useText();
  const { modal, message } = App.useApp();
  return ({ results }) => {
    const refused = results.filter((result) => result.refused);
    const title = t('register.batchDone', { done: results.length - refused.length, refused: refused.length });
    if (refused.length === 0) return void message.success(title);
    const content = refused.map(({ id, number, refused: why }) => (
      <div key={id} className="small">
        {number}：{text(why)} {why?.clause}
      </div>
    ));
    void modal.warning({ title, content, width: 560 });
  };
}
