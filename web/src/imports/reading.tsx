import { Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import type { Part } from './part.ts';

type Shown = Part & { readonly headOpen: boolean; readonly openHead: () => void };

/** What was read of the workbook as a whole: which sheet, which list, where its head stands, whence its problems come. */
export function Reading(shown: Shown) {
  const { t } = useTranslation();
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
        {(view.origin.needed > 0 || view.origin.chosen !== null) && (
          <>
            <dt>
              <label htmlFor="origin">{t('imports.origin')}</label>
            </dt>
            <dd>
              <Origin {...shown} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** Which sheet of the workbook is the list; asked only where there is a choice. */
function SheetChoice({ view, settle, busy }: Part) {
  const { t } = useTranslation();
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
            {one.suggested && <span className="quiet small">{t('imports.likely')}</span>}
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

/** Whence the problems come, asked once for all rows that do not say it themselves. */
function Origin({ view, settle, busy }: Part) {
  const { t } = useTranslation();
  const text = useText();
  const { chosen, needed, options } = view.origin;
  return (
    <span className="row">
      <Select
        id="origin"
        size="small"
        style={{ width: 180 }}
        placeholder={t('imports.chooseOrigin')}
        disabled={busy || !view.mayAct}
        status={chosen === null ? 'warning' : ''}
        {...(chosen === null ? {} : { value: chosen })}
        options={options.map((option) => ({ value: option.id, label: text(option.title) }))}
        onChange={(origin: string) => settle({ door: 'mapping', body: { origin } })}
      />
      <span className="quiet small">{t('imports.originAsked', { count: needed })}</span>
    </span>
  );
}
