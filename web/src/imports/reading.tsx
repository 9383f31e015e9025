import { Radio } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { useText } from '../i18n/text.ts';
import type { Part } from './part.ts';
import type { ImportView } from './use-import.ts';

type Shown = Part & { readonly headOpen: boolean; readonly openHead: () => void };

/** What was read of the workbook as a whole: which sheet, which list, where its head stands, and what holds for all of its rows. */
export function Reading(shown: Shown) {
  const { t } = useTranslation();
  const text = useText();
  const { view } = shown;
  return (
    <section className="sheet">
      <h2>{t('imports.step.file')}</h2>
      <dl className="facts reading">
        <dt>{t('imports.sheet')}</dt>
        <dd>
          <SheetChoice {...shown} />
        </dd>
        <dt>{t('imports.list')}</dt>
        <dd>
          {view.list} <span className="quiet small">{t(`imports.kind.${view.kind}`)}</span>{' '}
          {view.head?.asOf && <span className="quiet small">{view.head.asOf}</span>}
        </dd>
        <dt>{t('imports.head')}</dt>
        <dd>
          <HeadRead {...shown} />
        </dd>
        {view.once
          .filter(({ lacking, chosen }) => lacking > 0 || chosen !== null)
          .map((asked) => (
            <Fragment key={asked.id}>
              <dt>
                <label htmlFor={`once-${asked.id}`}>{text(asked.label)}</label>
              </dt>
              <dd>
                <Once {...shown} asked={asked} />
              </dd>
            </Fragment>
          ))}
      </dl>
      {view.notes.map((note) => (
        <p key={note.zh} className="quiet small">
          {text(note)}
        </p>
      ))}
    </section>
  );
}

/** Which sheet of the workbook is the list; asked only where there is a choice. */
function SheetChoice({ view, settle, busy }: Part) {
  const { t } = useTranslation();
  const text = useText();
  const { sheets, sheet } = view;
  if (sheets.length < 2)
    return (
      <>
        {sheet} <span className="quiet small">{t('imports.rows', { count: sheets[0]?.rows ?? 0 })}</span>
      </>
    );
  return (
    <Radio.Group
      value={sheet}
      disabled={busy || !view.mayAct}
      onChange={(event) => settle({ door: 'sheet', body: { sheet: String(event.target.value) } })}
      options={sheets.map((one) => ({
        value: one.name,
        label: (
          <>
            {one.name} <span className="quiet small">{t('imports.rows', { count: one.rows })}</span>{' '}
            {one.hidden && <span className="quiet small">{t('imports.hidden')}</span>}{' '}
            {one.suggested && <span className="quiet small">{t('imports.likely')}</span>}{' '}
            {one.note && <span className="quiet small">{text(one.note)}</span>}
          </>
        ),
      }))}
    />
  );
}

function HeadRead({ view, headOpen, openHead }: Shown) {
  const { t } = useTranslation();
  const { head, mapping } = view;
  if (!head) return <span className="quiet">{t('imports.noHead')}</span>;
  const kept = mapping.filter(({ intoRemarks }) => intoRemarks).length;
  const rows = head.first === head.last ? `${head.first}` : `${head.first}–${head.last}`;
  return (
    <>
      {t('imports.headRead', { rows, count: mapping.filter(({ field }) => field !== null).length })}
      {kept > 0 && t('imports.keptInRemarks', { count: kept })}
      {!headOpen && (
        <>
          {' '}
          <button type="button" className="linklike" onClick={openHead}>
            {t('imports.lookAtHead')}
          </button>
        </>
      )}
    </>
  );
}

/** What the plan needs of every row, asked once for all that do not say it themselves. */
function Once({ view, settle, busy, asked }: Part & { readonly asked: ImportView['once'][number] }) {
  const { t } = useTranslation();
  const text = useText();
  const { id, chosen, lacking, options, pictures } = asked;
  return (
    <span className="row">
      <Select
        id={`once-${id}`}
        size="small"
        style={{ width: 180 }}
        placeholder={t('imports.chooseOnce')}
        disabled={busy || !view.mayAct}
        status={chosen === null ? 'warning' : ''}
        {...(chosen === null ? {} : { value: chosen })}
        options={options.map((option) => ({ value: option.id, label: text(option.title) }))}
        onChange={(value: string) => settle({ door: 'mapping', body: { chosen: { [id]: value } } })}
      />
      <span className="quiet small">
        {t(pictures === undefined ? 'imports.askedOnce' : 'imports.askedPictures', { count: lacking })}
      </span>
    </span>
  );
}
