import { FileExcelOutlined } from '@ant-design/icons';
import { Progress, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';

type Zone = {
  /** What the file is to hold. */
  readonly line: string;
  readonly hint: string;
  /** Sends the file; `progress` from 0 to 1. What it throws is shown below. */
  readonly send: (file: File, progress: (done: number) => void) => Promise<void>;
  readonly children?: ReactNode;
};

/** Where a workbook is dropped or chosen: it is sent and examined, and nothing is brought in yet. */
export function DropZone({ line, hint, send, children }: Zone) {
  const { t } = useTranslation();
  const [done, setDone] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const bring = async (file: File): Promise<void> => {
    setTrouble(null);
    setDone(0);
    try {
      await send(file, setDone);
    } catch (error) {
      setTrouble(error);
    } finally {
      setDone(null);
    }
  };
  return (
    <section className="sheet drop">
      <Upload.Dragger
        accept=".xlsx,.xls,.ods"
        multiple={false}
        showUploadList={false}
        disabled={done !== null}
        aria-label={t('imports.choose')}
        beforeUpload={(file) => {
          void bring(file);
          return false;
        }}
      >
        <p className="mark">
          <FileExcelOutlined aria-hidden />
        </p>
        <p>{line}</p>
        <p className="quiet small">{hint}</p>
      </Upload.Dragger>
      {done !== null && <Sending done={done} />}
      {trouble !== null && <Trouble error={trouble} />}
      {children}
    </section>
  );
}

function Sending({ done }: { readonly done: number }) {
  const { t } = useTranslation();
  return (
    <output className="sending">
      <Progress percent={Math.round(done * 100)} size="small" status="active" />
      <span className="quiet small">{t(done < 1 ? 'imports.sending' : 'imports.reading')}</span>
    </output>
  );
}
