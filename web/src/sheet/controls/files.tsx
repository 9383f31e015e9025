import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload, type Schema } from '../../api/client.ts';
import { useComplain } from '../../api/trouble.tsx';
import { useText } from '../../i18n/text.ts';
import type { Control, FileValue } from '../field.ts';
import { filesIn } from '../narrow.ts';

/** Files, sent as soon as they are chosen; the field holds one only when the server has the whole of it. */
export function FilesControl({ field, value, onChange, id }: Control) {
  const { t } = useTranslation();
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const files = filesIn(value);
  const full = field.longest !== undefined && files.length >= field.longest;
  const { percent, send } = useSending();
  const add = async (chosen: readonly File[]): Promise<void> => {
    const room = field.longest === undefined ? chosen : chosen.slice(0, field.longest - files.length);
    const received = await send(room);
    if (received.length > 0) onChange?.([...files, ...received]);
  };
  const remove = (gone: FileValue): void => {
    const left = files.filter((file) => file !== gone);
    onChange?.(left.length > 0 ? left : undefined);
  };
  return (
    <div className="files-field">
      <input
        ref={input}
        // the library shows every file field of a form, whatever it says itself
        style={{ display: 'none' }}
        type="file"
        multiple
        aria-label={text(field.label)}
        onChange={(event) => {
          void add(Array.from(event.target.files ?? []));
          event.target.value = '';
        }}
      />
      <Held files={files} remove={remove} />
      {percent === null ? (
        <Button
          {...(id ? { id } : {})}
          size="small"
          disabled={full}
          icon={<UploadOutlined aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {full ? t('sheet.filesFull', { count: field.longest }) : t('field.chooseFile')}
        </Button>
      ) : (
        <Progress percent={percent} size="small" aria-label={text(field.label)} />
      )}
    </div>
  );
}

/** The files that the field holds, each to be opened or taken out again. */
function Held({ files, remove }: { readonly files: readonly FileValue[]; readonly remove: (file: FileValue) => void }) {
  const { t } = useTranslation();
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
            <PaperClipOutlined aria-hidden /> {file.name}
          </a>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('sheet.removeFile', { name: file.name })}
            onClick={() => remove(file)}
          />
        </li>
      ))}
    </ul>
  );
}

/** One after the other; a file that is refused says so and the others go on. */
function useSending() {
  const complain = useComplain();
  const [percent, setPercent] = useState<number | null>(null);
  const send = async (chosen: readonly File[]): Promise<readonly FileValue[]> => {
    const received: FileValue[] = [];
    for (const file of chosen) {
      setPercent(0);
      try {
        const address = `/api/files?name=${encodeURIComponent(file.name)}`;
        const answer = await upload<Schema<'FileReceived'>>(address, file, (done) =>
          setPercent(Math.round(done * 100)),
        );
        received.push({ id: answer.id, name: answer.name, digest: answer.digest, size: answer.size });
      } catch (error) {
        complain(error);
      }
    }
    setPercent(null);
    return received;
  };
  return { percent, send };
}
