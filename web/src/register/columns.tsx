import type { TableColumnsType } from 'antd';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { useLabels } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { Light } from '../light/light.tsx';

export type Row = Schema<'ProblemRow'>;

/** Columns a person may put away; number, problem and action always stay. */
export const OPTIONAL = [
  'origin',
  'field',
  'township',
  'holder',
  'step',
  'due',
  'progress',
  'edition',
  'registered',
] as const;
export type Optional = (typeof OPTIONAL)[number];

/** The register's columns: number and problem frozen at the left, the action at the right. */
export function useColumns(shown: readonly Optional[], open: (row: Row) => void): TableColumnsType<Row> {
  const { t } = useTranslation();
  const labels = useLabels();
  const text = useText();
  const cells: Record<Optional, TableColumnsType<Row>[number]> = {
    origin: {
      width: 130,
      render: (_, row) => (
        <>
          {labels.fact('origin', row.origin)}
          <div className="quiet small">{labels.fact('grade', row.grade) || '—'}</div>
        </>
      ),
    },
    field: { width: 104, render: (_, row) => labels.field(row.field) },
    township: { width: 112, ellipsis: true, render: (_, row) => row.townshipName },
    holder: {
      width: 170,
      render: (_, row) => (
        <>
          {row.holderName ?? '—'}
          <div className="quiet small">{row.person}</div>
        </>
      ),
    },
    step: {
      width: 150,
      render: (_, row) => (
        <>
          {row.closedOn ? t('register.stage.closed') : text(row.step) || t(`register.stage.${row.stage}`)}
          <div>{row.stepClause && !row.closedOn && <span className="clause">{row.stepClause}</span>}</div>
        </>
      ),
    },
    due: {
      width: 160,
      render: (_, row) => (
        <>
          <Light light={row.light} closed={row.closedOn !== null} />
          <div className="quiet small">{row.closedOn ?? row.light.due}</div>
        </>
      ),
    },
    progress: {
      width: 100,
      render: (_, row) =>
        row.measures > 0 ? (
          <Progress percent={row.progress} size="small" strokeColor="#2f7d5b" />
        ) : (
          <span className="quiet">—</span>
        ),
    },
    edition: {
      width: 80,
      render: (_, row) => (row.editionNo === null ? '—' : t('register.editionNo', { no: row.editionNo })),
    },
    registered: { width: 100, render: (_, row) => row.registeredOn },
  };
  return [
    { key: 'number', title: t('register.number'), dataIndex: 'number', width: 150, fixed: 'left' },
    { key: 'title', title: t('register.title'), dataIndex: 'title', width: 240, fixed: 'left', ellipsis: true },
    ...OPTIONAL.filter((key) => shown.includes(key)).map((key) => ({
      ...cells[key],
      key,
      title: t(`register.${key === 'origin' ? 'origin' : key}`),
    })),
    {
      key: 'action',
      title: t('register.action'),
      width: 76,
      fixed: 'right',
      render: (_, row) => (
        <Button
          type="link"
          size="small"
          onClick={(event) => {
            event.stopPropagation();
            open(row);
          }}
        >
          {t('register.page')}
        </Button>
      ),
    },
  ];
}
