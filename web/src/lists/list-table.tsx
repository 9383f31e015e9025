import './lists.css';
import { Skeleton, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useCursor } from '../keyboard/cursor.ts';
import type { Density } from './column-chooser.tsx';

type Sheet<R> = {
  readonly rows: readonly R[];
  readonly pending: boolean;
  readonly columns: TableColumnsType<R>;
  readonly density: Density;
  /** Rows that are ticked for something to be done with all of them; absent: nothing is done with several. */
  readonly ticked?: { readonly chosen: readonly R[]; readonly choose: (rows: readonly R[]) => void };
  readonly look: (row: R) => void;
  /** Something lies over the list: its keys are not the list's. */
  readonly quiet: boolean;
  /** What the list says when nothing is in it. */
  readonly nothing: ReactNode;
};

/** The paper register on a screen: a row opens the dossier beside it, and the list stays where it was. */
export function ListTable<R extends { readonly id: string }>({
  rows,
  pending,
  columns,
  density,
  ticked,
  look,
  quiet,
  nothing,
}: Sheet<R>) {
  const at = useCursor(quiet ? 0 : rows.length, (index) => {
    const row = rows[index];
    if (row) look(row);
  });
  return (
    <Table<R>
      className={`register wide-only ${density}`}
      size="small"
      rowKey="id"
      bordered
      loading={pending}
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
      tableLayout="fixed"
      scroll={{ x: widthOf(columns), y: 'var(--list-height)' }}
      {...(ticked
        ? {
            rowSelection: {
              selectedRowKeys: ticked.chosen.map((row) => row.id),
              onChange: (_keys, selected) => ticked.choose(selected),
              columnWidth: 36,
              fixed: 'left',
            },
          }
        : {})}
      rowClassName={(_row, index) => (index === at ? 'at' : '')}
      onRow={(row) => ({ onClick: (event) => isPlain(event.target) && look(row) })}
      // until the rows are here nobody knows whether there are any
      locale={{ emptyText: pending ? <Skeleton active title={false} /> : nothing }}
    />
  );
}

/** All columns together; the title's own column takes what is left over. */
function widthOf<R>(columns: TableColumnsType<R>): number {
  const each = columns.map((column) => ('children' in column ? widthOf(column.children) : Number(column.width ?? 0)));
  return each.reduce((sum, width) => sum + width, 0);
}

/** A click on the line itself, not on a box or a link within it. */
const isPlain = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, input, label, .ant-table-selection-column') === null;
