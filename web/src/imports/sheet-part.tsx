import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Part } from './part.ts';

/** Which sheet of the workbook is the list; asked only where there is a choice. */
export function SheetPart({ view, settle, busy }: Part) {
  const { t } = useTranslation();
  const { sheets, sheet, list } = view;
  return (
    <section className="sheet">
      <h2>{t('imports.step.file')}</h2>
      {sheets.length > 1 ? (
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
      ) : (
        <p>
          {sheet} <span className="quiet small">{t('imports.rows', { count: sheets[0]?.rows ?? 0 })}</span>
        </p>
      )}
      <p className="small" style={{ margin: '8px 0 0' }}>
        <span className="quiet">{t('imports.list')}</span> {list} · {t(`imports.kind.${view.kind}`)}
      </p>
    </section>
  );
}
