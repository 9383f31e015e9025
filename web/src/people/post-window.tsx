import { Form, Modal } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { PostFields, postingOf, type PostValues } from './post-fields.tsx';
import type { Person, Unit } from './units.ts';
import { useKeep } from './use-keep.ts';

type Window = { readonly person: Person; readonly unit: Unit; readonly close: () => void };

/** 任职: one post more for somebody who has an account. */
export function PostWindow({ person, unit, close }: Window) {
  const { t } = useTranslation();
  const { installation } = useSession();
  const [form] = Form.useForm<PostValues>();
  const { keep, busy, trouble } = useKeep();
  const send = async (values: PostValues): Promise<void> => {
    if (await keep({ do: 'hold', person: person.id, body: postingOf(values) })) close();
  };
  return (
    <Modal
      open
      title={`${t('people.holdPost')}：${person.name}`}
      onCancel={close}
      onOk={() => form.submit()}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <Form<PostValues>
        form={form}
        layout="vertical"
        initialValues={{ unit: unit.id, from: dayjs(installation.today) }}
        onFinish={(values) => void send(values)}
      >
        <PostFields units={[unit]} />
      </Form>
    </Modal>
  );
}
