import type { TableColumnsType, TableColumnType } from 'antd';
import { Progress } from 'antd';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import type { Schema } from '../api/client.ts';
import { useLabels } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { Light } from '../light/light.tsx';
import { paths } from '../paths.ts';
import { UnitName } from '../units/unit-name.tsx';
import { GROUPS, type Optional } from './column-groups.ts';

export type Row = Schema<'ProblemRow'>;
type Cell = Pick<TableColumnType<Row>, 'width' | 'render'>;

/** The register's columns under a head of two rows: number and problem frozen at the left, the limit and the action at the right. */
export function useColumns(shown: readonly string[], look: (row: Row) => void): TableColumnsType<Row> {
  const { t } = useTranslation();
  const cells = useCells();
  const groups = GROUPS.map(({ id, columns }) => ({
    key: id,
    title: t(`register.group.${id}`),
    children: columns
      .filter((key) => shown.includes(key) && key !== 'due')
      .map((key) => ({ ...cells[key], key, title: t(`register.${key}`), ellipsis: true })),
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
    { key: 'number', title: t('register.number'), width: 136, fixed: 'left', render: (_, row) => row.number },
    {
      key: 'title',
      title: t('register.title'),
      width: 210,
      fixed: 'left',
      ellipsis: true,
      render: (_, row) => <Title row={row} look={look} />,
    },
    ...groups.filter((group) => group.children.length > 0),
    ...(shown.includes('due')
      ? [{ ...cells.due, key: 'due', title: t('register.due'), fixed: 'right', ellipsis: true } as const]
      : []),
    {
      key: 'action',
      title: t('register.action'),
      width: 68,
      fixed: 'right',
      align: 'center',
      render: (_, row) => <Open row={row} />,
    },
  ];
}

function useCells(): Record<Optional, Cell> {
  const { t, i18n } = useTranslation();
  const labels = useLabels();
  // English takes more room than Chinese
  const wide = (narrow: number): number => (i18n.language === 'en' ? Math.round(narrow * 1.5) : narrow);
  return {
    facts: { width: wide(168), render: (_, row) => labels.facts(row.facts).join(' · ') || <Blank /> },
    field: { width: wide(112), render: (_, row) => labels.field(row.field) },
    edition: {
      width: 76,
      render: (_, row) => (row.editionNo === null ? <Blank /> : t('register.editionNo', { no: row.editionNo })),
    },
    township: { width: wide(80), render: (_, row) => <UnitName name={row.townshipName} /> },
    holder: { width: 124, render: (_, row) => <Holder row={row} /> },
    listedHolder: { width: wide(124), render: (_, row) => <UnitName name={row.listedHolderName} /> },
    listedDue: { width: 108, render: (_, row) => row.listedDue ?? <Blank /> },
    person: { width: 104, render: (_, row) => row.person ?? <Blank /> },
    step: { width: 176, render: (_, row) => <Step row={row} /> },
    due: { width: 150, render: (_, row) => <Light light={row.light} closed={row.closedOn !== null} /> },
    dueOn: { width: 100, render: (_, row) => row.closedOn ?? row.light.due ?? <Blank /> },
    progress: {
      width: 96,
      render: (_, row) =>
        row.measures > 0 ? (
          <Progress percent={row.progress} size="small" strokeColor="#2f7d5b" aria-label={t('register.progress')} />
        ) : (
          <Blank />
        ),
    },
    registered: { width: 100, render: (_, row) => row.registeredOn },
  };
}

const Blank = () => <span className="quiet">—</span>;

/** Who has it; before anybody has, whom the list named, marked as that. */
function Holder({ row }: { readonly row: Row }) {
  const { t } = useTranslation();
  if (row.holderName) return <UnitName name={row.holderName} />;
  if (!row.listedHolderName) return <Blank />;
  return (
    <span className="quiet">
      {t('register.asListed')}
      <UnitName name={row.listedHolderName} />
    </span>
  );
}

/** Opens the dossier beside the list. */
function Title({ row, look }: { readonly row: Row; readonly look: (row: Row) => void }) {
  return (
    <button type="button" className="linklike" title={row.title} onClick={() => look(row)}>
      {row.title}
    </button>
  );
}

/** The step it waits at, or the stage where no step is open. */
function Step({ row }: { readonly row: Row }) {
  const text = useText();
  if (row.closedOn || !row.step) return <>{text(row.stageTitle)}</>;
  return (
    <span title={text(row.step)}>
      {text(row.step)} <Clause id={row.stepClause} />
    </span>
  );
}

function Open({ row }: { readonly row: Row }) {
  const { t } = useTranslation();
  return (
    <Link
      to={paths.dossier}
      params={{ id: row.id }}
      onClick={(event) => event.stopPropagation()}
      title={t('register.pageHint')}
    >
      {t('register.page')}
    </Link>
  );
}
