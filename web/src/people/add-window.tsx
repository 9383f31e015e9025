import { Form, Input, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { Dialog } from '../windows/dialog.tsx';
import { DayChoice, PostChoice, UnitChoice } from './choices.tsx';
import { newPassword } from './one-time.ts';
import { OnceWindow } from './password-window.tsx';
import { nextFrom } from './seats.ts';
import { holdingsIn, type Book } from './use-book.ts';
import { useKeeping } from './use-people.ts';

type Entered = {
  role: 'staff' | 'administrator';
  name: string;
  username: string;
  unit?: string;
  posts?: string[];
  from?: Dayjs;
};

/** 添加人员: name, user name, first posts. The password is made here and shown once. */
export function AddWindow({ book, close }: { readonly book: Book; readonly close: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Entered>();
  const { busy, trouble, keep } = useKeeping();
  const [added, setAdded] = useState<(Entered & { password: string }) | null>(null);
  const send = async (entered: Entered): Promise<void> => {
    const password = newPassword();
    const body = bodyOf(entered, password);
    if (await keep((key) => answered(api.POST('/api/people', { params: intended(key), body }))))
      setAdded({ ...entered, password });
  };
  if (added) {
    const said = t(added.role === 'administrator' ? 'people.addedAdministrator' : 'people.added', { name: added.name });
    const { name, username, password } = added;
    return <OnceWindow name={name} username={username.toLowerCase()} password={password} said={said} close={close} />;
  }
  return (
    <Dialog
      title={t('people.add')}
      close={close}
      filled={() => form.isFieldsTouched()}
      onOk={() => form.submit()}
      okText={t('people.add')}
      cancelText={t('people.cancel')}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{ role: 'staff', from: dayjs(book.today) }}
        onFinish={(values) => void send(values)}
      >
        <Fields book={book} />
      </Form>
    </Dialog>
  );
}

/** What was entered, as the server takes it. */
function bodyOf({ role, name, username, unit, posts = [], from }: Entered, password: string) {
  const who = { name: name.trim(), username, password };
  if (role === 'administrator') return { ...who, administrator: true, unit: unit ?? null };
  const day = from?.format('YYYY-MM-DD') ?? '';
  return { ...who, postings: posts.map((post) => ({ unit: unit ?? '', post, from: day })) };
}

function Fields({ book }: { readonly book: Book }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Entered>();
  const role = Form.useWatch('role', form);
  const unit = Form.useWatch('unit', form);
  const posts = Form.useWatch('posts', form);
  const required = { required: true, whitespace: true, message: t('api.fault.required') };
  const usable = { pattern: /^[\p{L}\p{N}_.-]{2,30}$/u, message: t('people.usernameWrong') };
  const first = (posts ?? []).map((post) => nextFrom(holdingsIn(book, unit ?? '', post), book.today)).sort()[0];
  return (
    <>
      <Form.Item name="role" label={t('people.role')}>
        <Segmented
          options={(['staff', 'administrator'] as const).map((value) => ({ value, label: t(`people.role.${value}`) }))}
        />
      </Form.Item>
      {role === 'administrator' && <p className="quiet small">{t('people.administratorHint')}</p>}
      <div className="pair">
        <Form.Item name="name" label={t('people.name')} rules={[required]}>
          <Input autoFocus maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="username"
          label={t('people.username')}
          extra={t('people.usernameHint')}
          rules={[required, usable]}
        >
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
      </div>
      <UnitChoice book={book} required={role !== 'administrator'} />
      {role !== 'administrator' && (
        <>
          <PostChoice book={book} unit={unit} several />
          <DayChoice name="from" required />
          {first !== undefined && first !== book.today && (
            <p className="small">
              <button type="button" className="linklike" onClick={() => form.setFieldsValue({ from: dayjs(first) })}>
                {t('people.takeFrom', { day: first })}
              </button>
            </p>
          )}
        </>
      )}
    </>
  );
}
