import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Progress, Upload } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../api/client.ts';
import { useComplain } from '../api/trouble.tsx';
import type { Schema } from '../api/client.ts';
import { day, PastDay } from './fields.tsx';

/** What the fields of a paper hold before they are sent. */
export type Paper = { readonly number?: string; readonly date?: Dayjs; readonly scan?: string };

/** A paper as the contract has it, or nothing where no number was given. */
export function paperOf(paper: Paper | undefined): Schema<'GivenDocument'> | undefined {
  const date = day(paper?.date);
  if (!paper?.number?.trim() || !date) return undefined;
  return { number: paper.number.trim(), date, ...(paper.scan ? { scan: paper.scan } : {}) };
}

type Asked = { readonly name: string[]; readonly required: boolean; readonly scan?: boolean };

/** Number, date and, for an act recorded for others, the scan of an official paper. */
export function DocumentField({ name, required, scan = false }: Asked) {
  const { t } = useTranslation();
  return (
    <>
      <div className="pair">
        <Form.Item
          name={[...name, 'number']}
          label={t('field.document')}
          rules={[{ required, whitespace: true, message: t('api.fault.required') }]}
        >
          <Input maxLength={60} placeholder={t('field.documentLike')} />
        </Form.Item>
        <PastDay name={[...name, 'date']} label={t('field.documentDate')} required={required} />
      </div>
      {scan && (
        <Form.Item
          name={[...name, 'scan']}
          label={t('field.scan')}
          rules={[{ required: true, message: t('api.fault.required') }]}
        >
          <ScanField />
        </Form.Item>
      )}
    </>
  );
}

/** A paper that there may be: its day then counts. It takes no room until somebody has one. */
export function MaybeDocument({ name }: { readonly name: string[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      {open && <DocumentField name={name} required />}
      <Button type="link" size="small" className="aside" onClick={() => setOpen(!open)} aria-expanded={open}>
        {t(open ? 'field.noDocument' : 'field.maybeDocument')}
      </Button>
    </>
  );
}

type Received = { readonly id: string; readonly name: string };

/** One file, sent at once; the field holds its id only when the server has the whole of it. */
function ScanField({ onChange }: { readonly onChange?: (id: string) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const complain = useComplain();
  const [percent, setPercent] = useState<number | null>(null);
  const [received, setReceived] = useState<string | null>(null);
  const send = async (file: File): Promise<void> => {
    setPercent(0);
    try {
      const answer = await upload<Received>(`/api/files?name=${encodeURIComponent(file.name)}`, file, (done) =>
        setPercent(Math.round(done * 100)),
      );
      setReceived(answer.name);
      onChange?.(answer.id);
      void message.success(t('field.received', { name: answer.name }));
    } catch (error) {
      complain(error);
    } finally {
      setPercent(null);
    }
  };
  return (
    <Upload.Dragger
      multiple={false}
      showUploadList={false}
      accept="image/*,.heic,.pdf,.ofd,.doc,.docx,.xls,.xlsx"
      beforeUpload={(file) => (void send(file), false)}
      style={{ padding: 0 }}
    >
      {percent === null ? (
        <span className="small">
          <UploadOutlined aria-hidden /> {received ? t('field.received', { name: received }) : t('field.chooseFile')}
        </span>
      ) : (
        <Progress percent={percent} size="small" style={{ width: '80%' }} />
      )}
    </Upload.Dragger>
  );
}
