import { Link } from '@tanstack/react-router';
import type { TableColumnsType, TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Kind } from '../../kinds/kind.ts';
import type { CaseRow } from './case-row.ts';
import { Clause } from '../../api/clause.tsx';
import { useText } from '../../i18n/text.ts';
import { Light } from '../../light/light.tsx';
import { paths } from '../../paths.ts';
import { UnitName } from '../../units/unit-name.tsx';
import { Blank, SheetCell } from './cell.tsx';
import { columnTitle, isWord, widthOfField, type Word } from './columns.ts';

type Cell = Pick<TableColumnType<CaseRow>, 'width' | 'render' | 'fixed'>;

/** The columns of a kind: its number frozen at the left, its limit at the right, between them what was chosen. */
export function useColumns(
  kind: Kind,
  shown: readonly string[],
  look: (row: CaseRow) => void,
): TableColumnsType<CaseRow> {
  const { t } = useTranslation();
  const text = useText();
  const words = useWords();
  const cellOf = (column: string): Cell => {
    if (isWord(column)) return words[column];
    const field = kind.sheet.find(({ id }) => id === column);
    return field ? { width: widthOfField(field), render: (_, row) => <SheetCell field={field} row={row} /> } : {};
  };
  const chosen = shown.map((column) => ({
    ...cellOf(column),
    key: column,
    title: columnTitle(column, kind, t, text),
    ellipsis: true,
  }));
  return [
    {
      key: 'no',
      title: t('register.no'),
      width: 52,
      fixed: 'left',
      align: 'right',
      render: (_, _row, index) => <span className="quiet">{index + 1}</span>,
    },
    {
      key: 'number',
      title: t('register.number'),
      width: 150,
      fixed: 'left',
      render: (_, row) => (
        <button type="button" className="linklike" title={row.title} onClick={() => look(row)}>
          {row.number}
        </button>
      ),
    },
    ...chosen.filter(({ key }) => key !== 'due'),
    ...chosen.filter(({ key }) => key === 'due'),
    {
      key: 'action',
      title: t('register.action'),
      width: 68,
      fixed: 'right',
      align: 'center',
      render: (_, row) => (
        <Link
          to={paths.case}
          params={{ id: row.id }}
          onClick={(event) => event.stopPropagation()}
          title={t('register.pageHint')}
        >
          {t('register.page')}
        </Link>
      ),
    },
  ];
}

function useWords(): Record<Word, Cell> {
  const { i18n } = useTranslation();
  const text = useText();
  // English takes more room than Chinese
  const wide = (narrow: number): number => (i18n.language === 'en' ? Math.round(narrow * 1.5) : narrow);
  return {
    title: { width: 220, render: (_, row) => <span title={row.title}>{row.title}</span> },
    stage: { width: wide(104), render: (_, row) => text(row.stageTitle) },
    step: { width: wide(176), render: (_, row) => <Step row={row} /> },
    holder: { width: 124, render: (_, row) => (row.holderName ? <UnitName name={row.holderName} /> : <Blank />) },
    due: { width: 150, fixed: 'right', render: (_, row) => <CaseLight row={row} /> },
    'due-on': { width: 104, render: (_, row) => row.light.due ?? <Blank /> },
    opened: { width: 104, render: (_, row) => row.openedOn },
    closed: { width: 104, render: (_, row) => row.closedOn ?? <Blank /> },
    from: { width: wide(104), render: (_, row) => text(row.from ?? undefined) || <Blank /> },
    period: { width: 104, render: (_, row) => row.period ?? <Blank /> },
  };
}

/** The light of a dossier that is open; one that is closed says what its end is called. */
export function CaseLight({ row }: { readonly row: CaseRow }) {
  return <Light light={row.light} closed={row.closedOn !== null} over={useText()(row.stageTitle)} />;
}

function Step({ row }: { readonly row: CaseRow }) {
  const text = useText();
  if (!row.step) return <Blank />;
  return (
    <span title={text(row.step)}>
      {text(row.step)} <Clause id={row.stepClause} />
    </span>
  );
}
