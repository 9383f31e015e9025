import { App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';
import { usePlan } from '../api/plan.ts';
import { useComplain } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { today } from '../api/today.ts';
import type { Row } from './columns.tsx';

type BatchAsk = Schema<'BatchCommand'>['ask'];
type Wish = 'classify' | 'urge';

/** 批量: the same wish for the chosen rows; each row answers for itself, and what was not done says why. */
export function BatchBar({ rows, done }: { readonly rows: readonly Row[]; readonly done: () => void }) {
  const { t } = useTranslation();
  const [wish, setWish] = useState<Wish | null>(null);
  if (rows.length === 0) return null;
  return (
    <div className="tools no-print" role="toolbar">
      <span>{t('register.selected', { count: rows.length })}</span>
      <Button size="small" onClick={() => setWish('classify')}>
        {t('register.classify')}
      </Button>
      <Button size="small" onClick={() => setWish('urge')}>
        {t('register.urge')}
      </Button>
      {wish && <BatchForm wish={wish} rows={rows} close={() => setWish(null)} done={done} />}
    </div>
  );
}

function BatchForm({
  wish,
  rows,
  close,
  done,
}: {
  readonly wish: Wish;
  readonly rows: readonly Row[];
  readonly close: () => void;
  readonly done: () => void;
}) {
  const { t } = useTranslation();
  const text = useText();
  const plan = usePlan();
  const { modal } = App.useApp();
  const complain = useComplain();
  const [key] = useState(newIntent);
  const [words, setWords] = useState('');
  const [grade, setGrade] = useState<string>();
  const [busy, setBusy] = useState(false);
  const ask = (): BatchAsk =>
    wish === 'urge'
      ? { type: 'Urge', text: words }
      : {
          type: 'TakeStep',
          run: 'classification',
          step: 'classify',
          facts: grade ? { grade } : {},
          document: { number: words, date: today() },
        };
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      const items = rows.map((row) => ({ id: row.id, version: null }));
      const { results } = await answered(
        api.POST('/api/problems/commands', { params: intended(key), body: { items, ask: ask() } }),
      );
      const refused = results.filter((result) => result.refused);
      modal.info({
        title: t('register.batchDone', { done: results.length - refused.length, refused: refused.length }),
        content: refused.map((result) => (
          <div key={result.id}>
            {result.number}：{result.refused && text(result.refused)}
          </div>
        )),
      });
      close();
      done();
    } catch (error) {
      complain(error);
    } finally {
      setBusy(false);
    }
  };
  const grades = plan?.facts.find((fact) => fact.id === 'grade')?.values ?? [];
  return (
    <Modal
      open
      title={`${t(`register.${wish}`)} · ${t('register.selected', { count: rows.length })}`}
      onCancel={close}
      onOk={() => void send()}
      confirmLoading={busy}
      okButtonProps={{ disabled: words.trim() === '' || (wish === 'classify' && !grade) }}
    >
      {wish === 'classify' && (
        <Select
          style={{ width: '100%', marginBottom: 8 }}
          placeholder={t('register.grade')}
          aria-label={t('register.grade')}
          onChange={setGrade}
          options={grades.map((value) => ({ value: value.id, label: text(value.label) }))}
        />
      )}
      <Input.TextArea
        autoFocus
        rows={wish === 'urge' ? 3 : 1}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        placeholder={t(wish === 'urge' ? 'verbs.reason' : 'verbs.documentNumber')}
      />
    </Modal>
  );
}
