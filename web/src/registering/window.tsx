import { App, Form } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';
import { useFaults } from '../verbs/use-faults.ts';
import { Dialog } from '../windows/dialog.tsx';
import { AlikeHere } from './alike.tsx';
import { AsListed } from './as-listed.tsx';
import { bodyOf, type Apart, type Entered } from './entered.ts';
import { Fields } from './fields.tsx';

/** The window of 登记问题, with the fields of the sheet that a person fills in by hand. */
export function RegisterWindow({ close, done }: { readonly close: () => void; readonly done: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Entered>();
  const [key] = useState(newIntent);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const faults = useFaults(undefined, placeIn);
  const [apart, setApart] = useState<Apart>({});
  const same = (id: string): void => {
    close();
    void navigate({ to: paths.dossier, params: { id } });
  };
  const send = async (entered: Entered): Promise<void> => {
    setBusy(true);
    try {
      const result = await answered(api.POST('/api/problems', { params: intended(key), body: bodyOf(entered, apart) }));
      void message.success(t('verbs.registered', { number: result.number }));
      close();
      done();
      await navigate({ to: paths.dossier, params: { id: result.id } });
    } catch (error) {
      setTrouble(faults.place(error, form));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('register.newProblem')}
      close={close}
      filled={() => form.isFieldsTouched()}
      onOk={() => form.submit()}
      okText={t('register.register')}
      cancelText={t('verbs.cancel')}
      confirmLoading={busy}
      mask={{ closable: false }}
      width={860}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <Form form={form} layout="vertical" className="registering" onFinish={(values) => void send(values)}>
        <Fields alike={<AlikeHere apart={apart} tell={setApart} same={same} />} />
        <AsListed />
      </Form>
    </Dialog>
  );
}

/** Where the window keeps what the server has under another name. */
const PLACES: Readonly<Record<string, string>> = { deadline: 'date' };

function placeIn(path: readonly string[]): readonly string[] {
  const [first, ...rest] = path;
  if (first !== 'basics') return path;
  const inside = rest[0] === 'proposed' ? rest.slice(1) : rest;
  return inside.map((part) => PLACES[part] ?? part);
}
