import { useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Form } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { Refused } from '../api/refused.ts';
import { Trouble } from '../api/trouble.tsx';
import { DraftNote } from '../sheet/draft-note.tsx';
import { FaultsOfSheet } from '../sheet/faults.ts';
import { Dialog } from '../windows/dialog.tsx';
import { day } from './fields.tsx';
import { LaterThanListed } from './later-than-listed.tsx';
import { useTitle } from './titles.ts';
import { useAct } from './use-act.ts';
import { useFaults } from './use-faults.ts';
import { useFormDraft } from './use-form-draft.ts';
import type { Book, Filed, Matter, VerbForm } from './verb.ts';

type Asked = { readonly type: string };
type Window<D extends Filed, A extends Asked> = Matter<D> & {
  readonly book: Book<D, A>;
  readonly close: () => void;
};

/** The window in which a verb is filled in. Files have a window of their own: they arrive one by one. */
export function VerbWindow<D extends Filed, A extends Asked>(given: Window<D, A>) {
  const { dossier, offer, book, close } = given;
  if (offer.type === 'AddEvidence') return <book.Evidence dossier={dossier} close={close} />;
  const forms: Readonly<Record<string, VerbForm<D, A>>> = book.forms;
  const form = forms[offer.type];
  // the server may know a verb that this page does not yet
  return form ? <FormWindow {...given} kind={form} /> : null;
}

type Filling<D extends Filed, A extends Asked> = Window<D, A> & { readonly kind: VerbForm<D, A> };

function FormWindow<D extends Filed, A extends Asked>({ dossier, offer, book, kind, close }: Filling<D, A>) {
  const { t } = useTranslation();
  const [form] = Form.useForm();
  const title = useTitle(dossier)(offer);
  const { busy, trouble, act, show } = useAct(dossier, book);
  const { cells, place } = useFaults(dossier.kind?.sheet, kind.at);
  const matter = { dossier, offer };
  const draft = useFormDraft(matter, { ...kind.first(matter) }, form);
  const leave = (): void => {
    draft.drop();
    close();
  };
  const send = async (values: object): Promise<void> => {
    const { claimedOn, ...own } = values as { claimedOn?: dayjs.Dayjs }; // the one field that this window adds itself
    const stopped = await act(kind.ask(own as never, matter), title, day(claimedOn)); // what its own fields put in
    if (stopped === null) leave();
    else show(place(stopped, form));
  };
  return (
    <Dialog
      title={<Titled title={title} matter={matter} />}
      width={kind.wide?.(matter) ? 860 : 560}
      close={leave}
      filled={() => form.isFieldsTouched() || draft.note.found !== null}
      onOk={() => form.submit()}
      okText={title}
      cancelText={t('verbs.cancel')}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      <p className="quiet small">
        {dossier.row.number} {dossier.row.title}
      </p>
      <DraftNote {...draft.note} />
      {trouble !== null && <WhatStopped trouble={trouble} forget={() => show(null)} />}
      <FaultsOfSheet value={cells}>
        <Form
          form={form}
          layout="vertical"
          requiredMark
          initialValues={draft.initial}
          onValuesChange={(_changed, all: object) => draft.keep({ ...all })}
          onFinish={(values: object) => void send(values)}
        >
          <kind.Fields {...matter} />
          <Beside {...matter} />
        </Form>
      </FaultsOfSheet>
    </Dialog>
  );
}

/** What is done, and by which clause. */
function Titled({ title, matter: { dossier, offer } }: { readonly title: string; readonly matter: Matter }) {
  return (
    <>
      {title} <Clause id={offer.clause} edition={dossier.policy} />
    </>
  );
}

/** The day that is claimed, and what the act is tied to. */
function Beside({ dossier, offer }: Matter) {
  const { t } = useTranslation();
  return (
    <>
      {/* an act recorded for others bears the day of its paper */}
      {!offer.needs.recorded && <ClaimedDay />}
      {offer.seen?.what.includes('plan') && <LaterThanListed later={dossier.plan?.later} />}
      {offer.seen && <p className="quiet small">{t('verbs.seen')}</p>}
    </>
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

type Stopped = { readonly trouble: unknown; readonly forget: () => void };

/** A refusal; where somebody was faster, the newest content can be fetched under the words already written. */
function WhatStopped({ trouble, forget }: Stopped) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const overtaken = trouble instanceof Refused && trouble.document.status === 409;
  const reload = async (): Promise<void> => {
    await Promise.all(['problem', 'case'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
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
