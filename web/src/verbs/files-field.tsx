import './verbs.css';
import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Progress, Upload } from 'antd';
import { useState, type FC } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../api/client.ts';
import { useComplain } from '../api/trouble.tsx';

/** A file that the server has the whole of. */
export type Received = { readonly id: string; readonly name: string; readonly mediaType?: string };

type Given<F extends Received> = {
  readonly value?: readonly F[];
  readonly onChange?: (files: readonly F[]) => void;
  /** What the field keeps of a file that has come. */
  readonly taken: (file: Received) => F;
  /** What may be said of a file, beside its name. */
  readonly About?: FC<{ readonly file: F; readonly change: (changed: F) => void }>;
};

const NONE: readonly never[] = [];

/** Files, as many as there are, each sent at once: what stands in the list is at the server. */
export function FilesField<F extends Received>({ value = NONE, onChange, taken, About }: Given<F>) {
  const { t } = useTranslation();
  const { percent, send } = useSending<F>(taken, (came) => onChange?.([...value, ...came]));
  return (
    <>
      {value.length > 0 && (
        <ul className="received">
          {value.map((file) => (
            <li key={file.id}>
              <PaperClipOutlined aria-hidden /> <span className="name">{file.name}</span>
              {About && (
                <About
                  file={file}
                  change={(changed) => onChange?.(value.map((one) => (one.id === changed.id ? changed : one)))}
                />
              )}
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={`${t('evidence.remove')} ${file.name}`}
                onClick={() => onChange?.(value.filter(({ id }) => id !== file.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <Upload.Dragger
        multiple
        showUploadList={false}
        accept="image/*,.heic,.pdf,.ofd,.doc,.docx,.xls,.xlsx"
        beforeUpload={(file, chosen) => (file === chosen[0] && void send(chosen), false)}
        style={{ padding: 0 }}
      >
        {percent === null ? (
          <span className="small">
            <UploadOutlined aria-hidden /> {t(value.length > 0 ? 'field.moreFiles' : 'field.chooseFiles')}
          </span>
        ) : (
          <Progress percent={percent} size="small" style={{ width: '80%' }} />
        )}
      </Upload.Dragger>
    </>
  );
}

/** Sends files one after the other; what came is handed on, also where a later one was refused. */
function useSending<F>(taken: (file: Received) => F, add: (came: readonly F[]) => void) {
  const complain = useComplain();
  const [percent, setPercent] = useState<number | null>(null);
  const send = async (files: readonly File[]): Promise<void> => {
    const came: F[] = [];
    setPercent(0);
    try {
      for (const file of files) {
        const address = `/api/files?name=${encodeURIComponent(file.name)}`;
        const done = (part: number): void => setPercent(Math.round(((came.length + part) / files.length) * 100));
        came.push(taken(await upload<Received>(address, file, done)));
      }
    } catch (error) {
      complain(error);
    } finally {
      setPercent(null);
      if (came.length > 0) add(came);
    }
  };
  return { percent, send };
}
