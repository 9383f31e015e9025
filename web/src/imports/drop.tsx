import { FileExcelOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Progress, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';

type Dropping = {
  /** The kind that its rows become; absent: problems. */
  readonly kind?: string;
  readonly what: string;
  /** What such a list should say. */
  readonly children: ReactNode;
};

/** Where a workbook is dropped or chosen: it is sent, examined and understood; nothing is brought in yet. */
export function Drop({ kind, what, children }: Dropping) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [done, setDone] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const bring = async (file: File): Promise<void> => {
    setTrouble(null);
    setDone(0);
    try {
      const query = new URLSearchParams({ name: file.name, ...(kind === undefined ? {} : { kind }) });
      const { id } = await upload<{ id: string }>(`/api/imports?${query}`, file, setDone);
      await navigate({ to: paths.import, params: { id } });
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
        <p>{t('imports.drop', { what })}</p>
        <p className="quiet small">{t('imports.dropHint')}</p>
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
