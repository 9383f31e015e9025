import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { useText } from '../i18n/text.ts';
import type { Part } from './part.ts';
import { RawHead } from './raw-head.tsx';
import type { ImportColumn } from './use-import.ts';

/** 表头对应: every column of the sheet, what it was taken for and why; each can be corrected. */
export function HeadPart(part: Part) {
  const { t } = useTranslation();
  return (
    <section className="sheet">
      <div className="row">
        <h2>{t('imports.step.head')}</h2>
        <span className="grow" />
        <HeadRows {...part} key={`${part.view.head?.first}-${part.view.head?.last}`} />
      </div>
      <RawHead raw={part.view.raw} head={part.view.head} />
      <div className="scroll">
        <table className="mapping">
          <thead>
            <tr>
              <th>{t('imports.column')}</th>
              <th>{t('imports.samples')}</th>
              <th>{t('imports.takenFor')}</th>
              <th>{t('imports.why')}</th>
            </tr>
          </thead>
          <tbody>
            {part.view.mapping.map((column) => (
              <Column key={column.column} column={column} {...part} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Column({ column, view, settle, busy }: Part & { readonly column: ImportColumn }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const none = '—';
  const remarks = 'into-remarks';
  const choose = (field: string): void => {
    // the dash stands for “left out”
    const chosen = field === remarks ? remarks : (view.fields.find(({ id }) => id === field)?.id ?? null);
    settle({ door: 'mapping', body: { columns: [{ column: column.column, field: chosen }] } });
  };
  return (
    <tr className={column.field === null && !column.intoRemarks ? 'left-out' : ''}>
      <th scope="row">
        {column.group && <span className="quiet small">{column.group} / </span>}
        {column.header || <span className="quiet">{t('imports.noHeader', { nth: column.column + 1 })}</span>}
      </th>
      <td className="quiet small">{column.sample.join(' ｜ ')}</td>
      <td>
        <Select
          size="small"
          style={{ width: 168 }}
          showSearch={{ optionFilterProp: 'label' }}
          disabled={busy || !view.mayAct}
          aria-label={`${t('imports.takenFor')} ${column.header}`}
          value={column.field ?? (column.intoRemarks ? remarks : none)}
          onChange={choose}
          options={[
            { value: none, label: t('imports.leaveOut') },
            ...(view.brings ? [] : [{ value: remarks, label: t('imports.intoRemarks') }]),
            ...view.fields.map((field) => ({ value: field.id, label: i18n.language === 'en' ? field.en : field.zh })),
          ]}
        />
      </td>
      <td className="quiet small">
        {column.decided ? t('imports.decidedByHand') : text(column.why)}
        {column.decided && (
          <button
            type="button"
            className="linklike"
            onClick={() => settle({ door: 'mapping', body: { columns: [{ column: column.column, field: '' }] } })}
          >
            {t('imports.takeBack')}
          </button>
        )}
      </td>
    </tr>
  );
}

/** The rows of the head, as the office counts them: `3`, or `3-4` for a head of two rows. */
function HeadRows({ view, settle, busy }: Part) {
  const { t } = useTranslation();
  const { head } = view;
  const known = head ? (head.first === head.last ? `${head.first}` : `${head.first}-${head.last}`) : '';
  const [rows, setRows] = useState(known);
  const sound = /^\d{1,5}(-\d{1,5})?$/.test(rows);
  return (
    <form
      className="row small"
      onSubmit={(event) => {
        event.preventDefault();
        if (sound && rows !== known) settle({ door: 'mapping', body: { head: rows } });
      }}
    >
      <label className="quiet" htmlFor="head-rows">
        {t('imports.headRows')}
      </label>
      <Input
        id="head-rows"
        size="small"
        style={{ width: 72 }}
        value={rows}
        disabled={!view.mayAct}
        status={sound || rows === '' ? '' : 'error'}
        onChange={(event) => setRows(event.target.value.trim())}
      />
      <Button size="small" htmlType="submit" disabled={!sound || rows === known || busy}>
        {t('imports.readAgain')}
      </Button>
    </form>
  );
}
