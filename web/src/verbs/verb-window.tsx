import { useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Form } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { Refused } from '../api/refused.ts';
import { Trouble } from '../api/trouble.tsx';
import type { Dossier, Offer } from '../dossier/dossier.ts';
import { EvidenceWindow } from '../evidence/evidence-window.tsx';
import { Dialog } from '../windows/dialog.tsx';
import { day } from './fields.tsx';
import { FORMS } from './forms/index.ts';
import { useTitle } from './titles.ts';
import { useAct } from './use-act.ts';
import type { Ask } from './verb.ts';

type Window = { readonly dossier: Dossier; readonly offer: Offer; readonly close: () => void };

/** The window in which a verb is filled in. Files have a window of their own: they arrive one by one. */
export function VerbWindow(given: Window) {
  return given.offer.type === 'AddEvidence' ? (
    <EvidenceWindow dossier={given.dossier} close={given.close} />
  ) : (
    <FormWindow {...given} />
  );
}

function FormWindow({ dossier, offer, close }: Window) {
  const { t } = useTranslation();
  const [form] = Form.useForm();
  const title = useTitle(dossier)(offer);
  const { busy, trouble, act, forget } = useAct(dossier);
  const kind = FORMS[offer.type as Ask['type']]; // a verb of the contract, which names every one
  if (!kind) return null;
  const matter = { dossier, offer };
  const send = async (values: object): Promise<void> => {
    const { claimedOn, ...own } = values as { claimedOn?: dayjs.Dayjs }; // the one field that this window adds itself
    if (await act(kind.ask(own as never, matter), title, day(claimedOn))) close(); // what its own fields put in
  };
  return (
    <Dialog
      title={
        <>
          {title} <Clause id={offer.clause} edition={dossier.policy} />
        </>
      }
      width={kind.wide ? 860 : 560}
      close={close}
      filled={() => form.isFieldsTouched()}
      onOk={() => form.submit()}
      okText={title}
      cancelText={t('verbs.cancel')}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      <p className="quiet small">
        {dossier.row.number} {dossier.row.title}
      </p>
      {trouble !== null && <WhatStopped trouble={trouble} id={dossier.row.id} forget={forget} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark
        initialValues={kind.first(matter)}
        onFinish={(values: object) => void send(values)}
      >
        <kind.Fields {...matter} />
        {/* an act recorded for others bears the day of its paper */}
        {!offer.needs.recorded && <ClaimedDay />}
        {offer.seen && <p className="quiet small">{t('verbs.seen')}</p>}
      </Form>
    </Dialog>
  );
}

/** The day it was really done, where that is not the day on which it is entered. */
function ClaimedDay() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="claimedOn"
      label={t('field.claimedOn')}
      tooltip={t('field.claimedHint')}
      style={{ marginBottom: 4 }}
    >
      <DatePicker disabledDate={(date) => date.isAfter(dayjs())} />
    </Form.Item>
  );
}

/** A refusal; where somebody was faster, the newest content can be fetched under the words already written. */
function WhatStopped({
  trouble,
  id,
  forget,
}: {
  readonly trouble: unknown;
  readonly id: string;
  readonly forget: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const overtaken = trouble instanceof Refused && trouble.document.status === 409;
  const reload = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['problem', id] });
    forget();
    void message.info(t('verbs.reloaded'));
  };
  return (
    <div style={{ marginBottom: 12 }}>
      <Trouble error={trouble} />
      {overtaken && (
        <Button size="small" style={{ marginTop: 6 }} onClick={() => void reload()}>
          {t('verbs.reload')}
        </Button>
      )}
    </div>
  );
}
