import './evidence.css';
import { CameraOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlan } from '../api/plan.ts';
import { FileLine } from './file-line.tsx';
import type { Proved } from './proved.ts';
import { useQueue } from './use-queue.ts';

/** Choosing or taking pictures, saying what they are, sending them; each says where it is and never more than the truth. */
export function EvidenceDesk({ proved, arrived }: { readonly proved: Proved; readonly arrived: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queue = useQueue(proved);
  const kinds = usePlan(proved.edition)?.evidenceKinds ?? [];
  const open = queue.files.filter((file) => file.state !== 'arrived');
  const sendAll = async (): Promise<void> => {
    if (await queue.sendAll()) {
      void message.success(t('evidence.allArrived'));
      arrived();
    } else void message.warning(t('evidence.someLeft'));
  };
  return (
    <div className="evidence-desk">
      <Chooser add={(files) => queue.add(files, proved.first(kinds))} />
      <p className="quiet tiny">{t('evidence.draftHint')}</p>
      <ul className="files">
        {queue.files.map((file) => (
          <FileLine key={file.id} file={file} proved={proved} queue={queue} />
        ))}
      </ul>
      <Button
        type="primary"
        size="large"
        block
        disabled={open.length === 0}
        loading={queue.sending}
        onClick={() => void sendAll()}
      >
        {open.some((file) => file.state === 'refused')
          ? t('evidence.sendAgain')
          : t('evidence.send', { count: open.length })}
      </Button>
    </div>
  );
}

/** The camera first; files from elsewhere beside it. A desk without a camera opens the file window for both. */
function Chooser({ add }: { readonly add: (files: readonly File[]) => void }) {
  const { t } = useTranslation();
  const camera = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const chosen = (input: HTMLInputElement): void => {
    add(Array.from(input.files ?? []));
    input.value = '';
  };
  return (
    <div
      className="chooser"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        add(Array.from(event.dataTransfer.files));
      }}
    >
      <input
        ref={camera}
        hidden
        type="file"
        accept="image/*"
        capture="environment"
        onChange={(event) => chosen(event.target)}
        aria-label={t('evidence.take')}
      />
      <input
        ref={folder}
        hidden
        type="file"
        multiple
        onChange={(event) => chosen(event.target)}
        aria-label={t('evidence.choose')}
      />
      <Button
        className="phone-only camera"
        type="primary"
        ghost
        size="large"
        icon={<CameraOutlined aria-hidden />}
        onClick={() => camera.current?.click()}
      >
        {t('evidence.take')}
      </Button>
      <Button size="large" icon={<FolderOpenOutlined aria-hidden />} onClick={() => folder.current?.click()}>
        {t('evidence.choose')}
      </Button>
      <span className="quiet small wide-only">{t('evidence.drop')}</span>
    </div>
  );
}
