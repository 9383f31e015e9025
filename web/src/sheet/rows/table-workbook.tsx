import { DownloadOutlined, FileExcelOutlined } from '@ant-design/icons';
import { App, Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download, upload, type Schema } from '../../api/client.ts';
import { Trouble } from '../../api/trouble.tsx';
import { listed } from '../../i18n/listed.ts';
import { useText } from '../../i18n/text.ts';
import type { RowValue } from '../field.ts';

type Read = Schema<'TableRead'>;

type Table = {
  readonly kind: string;
  readonly field: string;
  readonly edition: string;
  readonly rows: readonly RowValue[];
  readonly add: (rows: readonly RowValue[]) => void;
};

/** Rows from a workbook, behind those that are there, and the table as a workbook. What could not be read is said row by row. */
export function TableWorkbook(table: Table) {
  const { t } = useTranslation();
  const { bring, take, busy, trouble } = useTable(table);
  return (
    <>
      <Upload
        accept=".xlsx,.xls,.ods,.et"
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void bring(file);
          return false;
        }}
      >
        <Button size="small" loading={busy} icon={<FileExcelOutlined aria-hidden />}>
          {t('sheet.bringRows')}
        </Button>
      </Upload>
      <Button size="small" icon={<DownloadOutlined aria-hidden />} onClick={take}>
        {t('sheet.takeRows')}
      </Button>
      {trouble !== null && <Trouble error={trouble} />}
    </>
  );
}

function useTable({ kind, field, edition, rows, add }: Table) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const door = (what: string, query: Readonly<Record<string, string>>): string =>
    `/api/kinds/${kind}/tables/${field}/${what}?${new URLSearchParams({ ...query, ...(edition ? { edition } : {}) })}`;
  const say = (read: Read): void => {
    const title = t('sheet.rowsBrought', { count: read.rows.length });
    if (read.wrong.length + read.left.length === 0) void message.success(title);
    else modal.warning({ icon: null, width: 560, title, content: <Left read={read} /> });
  };
  const bring = async (file: File): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      const read = await upload<Read>(door('read', { name: file.name }), file, () => undefined);
      add(read.rows as readonly RowValue[]); // rows of this table, as the server reads them
      say(read);
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const take = (): void => {
    setTrouble(null);
    download(door('workbook', {}), { values: rows }).catch(setTrouble);
  };
  return { bring, take, busy, trouble };
}

/** What did not come in as it stood: columns that are none of the table, cells that could not be read. */
function Left({ read }: { readonly read: Read }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <>
      {read.left.length > 0 && <p>{t('sheet.columnsLeft', { columns: listed(read.left, t) })}</p>}
      {read.wrong.length > 0 && <p>{t('sheet.rowsDoubtful')}</p>}
      <ul className="rows-doubtful">
        {read.wrong.map((row) => (
          <li key={row.row}>
            {t('imports.row', { row: row.row })} {text(row)}
          </li>
        ))}
      </ul>
    </>
  );
}
