import { Empty, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCursor } from '../keyboard/cursor.ts';
import type { Density } from './column-chooser.tsx';
import type { Optional } from './column-groups.ts';
import { useColumns, type Row } from './columns.tsx';

type Sheet = {
  readonly rows: readonly Row[];
  readonly pending: boolean;
  readonly shown: readonly Optional[];
  readonly density: Density;
  readonly chosen: readonly Row[];
  readonly choose: (rows: readonly Row[]) => void;
  readonly look: (row: Row) => void;
  /** Something lies over the list: its keys are not the list's. */
  readonly quiet: boolean;
};

/** The paper register on a screen: a row opens the dossier beside it, and the list stays where it was. */
export function RegisterTable({ rows, pending, shown, density, chosen, choose, look, quiet }: Sheet) {
  const columns = useColumns(shown, look);
  const width = widthOf(columns);
  const at = useCursor(quiet ? 0 : rows.length, (index) => {
    const row = rows[index];
    if (row) look(row);
  });
  return (
    <Table<Row>
      className={`register wide-only ${density}`}
      size="small"
      rowKey="id"
      bordered
      loading={pending}
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
      tableLayout="fixed"
      scroll={{ x: width, y: 'var(--register-height)' }}
      rowSelection={{
        selectedRowKeys: chosen.map((row) => row.id),
        onChange: (_keys, selected) => choose(selected),
        columnWidth: 36,
        fixed: 'left',
      }}
      rowClassName={(_row, index) => (index === at ? 'at' : '')}
      onRow={(row) => ({ onClick: (event) => isPlain(event.target) && look(row) })}
      locale={{ emptyText: <Nothing /> }}
    />
  );
}

/** All columns together; the problem's own column takes what is left over. */
function widthOf(columns: TableColumnsType<Row>): number {
  const each = columns.map((column) => ('children' in column ? widthOf(column.children) : Number(column.width ?? 0)));
  return each.reduce((sum, width) => sum + width, 0);
}

/** A click on the line itself, not on a box or a link within it. */
const isPlain = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, input, label, .ant-table-selection-column') === null;

function Nothing() {
  const { t } = useTranslation();
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={null}>
      <div>{t('register.empty')}</div>
      <div className="quiet small">{t('register.emptyHint')}</div>
    </Empty>
  );
}
