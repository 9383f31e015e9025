import { useTranslation } from 'react-i18next';
import { listed } from '../i18n/listed.ts';
import { useText } from '../i18n/text.ts';
import type { Kind } from '../kinds/kind.ts';

const POINTS = ['head', 'units', 'again'] as const;
/** Types that no cell of a workbook holds. */
const IN_NO_CELL = ['rows', 'files', 'figure'];

/** What a workbook of this kind may say, by the plan’s own words; with an empty one to fill in. */
export function KindGuide({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation();
  const text = useText();
  const fields = kind.sheet.filter(({ id }) => kind.opening.includes(id));
  const columns = fields.filter(({ type, personal }) => !IN_NO_CELL.includes(type) && !personal);
  const named = (must: boolean): string =>
    listed(
      columns.filter(({ required }) => (required === true) === must).map(({ label }) => text(label)),
      t,
    );
  return (
    <details className="guide small">
      <summary>{t('imports.guide')}</summary>
      <ul>
        <li>{t('imports.guide.must', { columns: named(true) })}</li>
        {named(false) !== '' && <li>{t('imports.guide.may', { columns: named(false) })}</li>}
        {columns
          .filter(({ help }) => help)
          .map(({ id, label, help }) => (
            <li key={id}>{t('imports.guide.help', { column: text(label), help: text(help) })}</li>
          ))}
        {POINTS.map((point) => (
          <li key={point}>{t(`imports.guide.${point}`)}</li>
        ))}
      </ul>
      <a href={`/api/kinds/${kind.id}/template`} download>
        {t('imports.emptyKind', { kind: text(kind.title) })}
      </a>
    </details>
  );
}
