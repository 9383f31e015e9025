import { useTranslation } from 'react-i18next';
import type { ImportColumn } from './use-import.ts';

/** One row of the sheet as it stands there, cell by cell under the sheet's own heads; blank cells are left out. */
export function RawCells({
  cells,
  mapping,
}: {
  readonly cells: readonly string[];
  readonly mapping: readonly ImportColumn[];
}) {
  const { t } = useTranslation();
  const headOf = (at: number): string => {
    const column = mapping.find((one) => one.column === at);
    const own = column?.header || t('imports.noHeader', { nth: at + 1 });
    return column?.group ? `${column.group} / ${own}` : own;
  };
  return (
    <dl className="raw-cells">
      {cells.map((cell, at) =>
        cell.trim() === '' ? null : (
          // cells of a row have no name but their place
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at}>
            <dt>{headOf(at)}</dt>
            <dd>{cell}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
