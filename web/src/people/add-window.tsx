import { Form, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { invented } from './password.ts';
import { PostFields, postingOf, type PostValues } from './post-fields.tsx';
import type { Unit } from './units.ts';
import { useKeep } from './use-keep.ts';

type Values = PostValues & { readonly name: string; readonly username: string; readonly password: string };

/** 增加人员: a name, an account, a first post; the password is shown once and handed over in person. */
export function AddWindow({ units, close }: { readonly units: readonly Unit[]; readonly close: () => void }) {
  const { t } = useTranslation();
  const { installation } = useSession();
  const [form] = Form.useForm<Values>();
  const [password] = useState(invented);
  const { keep, busy, trouble } = useKeep();
  const send = async (values: Values): Promise<void> => {
    const { name, username } = values;
    const body = {
      name: name.trim(),
      username: username.trim(),
      password: values.password,
      postings: [postingOf(values)],
    };
    if (await keep({ do: 'add', body })) close();
  };
  const required = [{ required: true, whitespace: true, message: t('api.fault.required') }];
  return (
    <Modal
      open
      width={600}
      title={t('people.add')}
      onCancel={close}
      onOk={() => form.submit()}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ from: dayjs(installation.today), password }}
        onFinish={(values) => void send(values)}
      >
        <div className="pair">
          <Form.Item name="name" label={t('people.name')} rules={required}>
            <Input maxLength={40} autoFocus autoComplete="off" />
          </Form.Item>
          <Form.Item name="username" label={t('people.username')} rules={required} extra={t('people.usernameHint')}>
            <Input maxLength={30} autoComplete="off" />
          </Form.Item>
        </div>
        <PostFields units={units} />
        <Form.Item
          name="password"
          label={t('people.password')}
          rules={[{ required: true, min: 10, message: t('people.passwordShort') }]}
          extra={t('people.passwordHint')}
        >
          <Input className="password" maxLength={128} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
