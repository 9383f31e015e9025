import { Button, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { day, PastDay } from './fields.tsx';
import { FilesField, type Received } from './files-field.tsx';

/** What the fields of a paper hold before they are sent. */
export type Paper = { readonly number?: string; readonly date?: Dayjs; readonly scans?: readonly Received[] };

/** A paper as the contract has it, or nothing where no number was given. */
export function paperOf(paper: Paper | undefined): Schema<'GivenDocument'> | undefined {
  const date = day(paper?.date);
  if (!paper?.number?.trim() || !date) return undefined;
  const [first, ...more] = (paper.scans ?? []).map(({ id }) => id);
  return {
    number: paper.number.trim(),
    date,
    ...(first ? { scan: first } : {}),
    ...(more.length > 0 ? { further: more } : {}),
  };
}

type Asked = { readonly name: string[]; readonly required: boolean; readonly scan?: boolean };

/** Number, date and scans of an official paper; `scan`: recorded for others, it needs one. */
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
      <Form.Item
        name={[...name, 'scans']}
        label={t(scan ? 'field.scan' : 'field.ownScan')}
        rules={scan ? [{ required: true, type: 'array', min: 1, message: t('api.fault.required') }] : []}
      >
        <FilesField taken={(file) => file} />
      </Form.Item>
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
