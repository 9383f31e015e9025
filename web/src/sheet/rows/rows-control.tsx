import '../rows.css';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef, type ClipboardEvent, type FC, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/text.ts';
import type { CellWords } from '../cell-words.ts';
import { cellsOf } from '../clipboard.ts';
import { useCellFault } from '../faults.ts';
import type { Control, RowValue, SheetField, SheetValue } from '../field.ts';
import { rowsIn } from '../narrow.ts';
import { useCellWords } from '../use-cell-words.ts';
import { CellEditor, keepsArrows } from './cell.tsx';
import { focusOn, ledTo, spotOf } from './focus.ts';
import { isBlankRow, spread } from './spread.ts';
import { TableWorkbook } from './table-workbook.tsx';

const BLANK: readonly RowValue[] = [{}];

type Table = Control & { readonly Control: FC<Control> };

/** Rows as a table to write in: Enter and arrows as in a spreadsheet, and a block of WPS or Excel is pasted where it belongs. */
export function RowsControl({ field, value, onChange, edition, kind, id, Control: Own }: Table) {
  const { t } = useTranslation();
  const text = useText();
  const table = useRef<HTMLTableElement>(null);
  const columns = field.columns ?? [];
  const filled = rowsIn(value);
  const rows = filled.length > 0 ? filled : BLANK;
  const put = (changed: readonly RowValue[]): void => onChange?.(changed.length > 0 ? changed : undefined);
  const add = (): void => {
    // the row has to be there before the keyboard can go into it
    flushSync(() => put([...rows, {}]));
    focusOn(table.current, { row: rows.length, column: 0 });
  };
  const say = useCellWords();
  const keys = useTableKeys({ table, rows, columns, put, say });
  return (
    <div className="rows-field" id={id}>
      <div className="rows-scroll">
        <table ref={table} className="rows-table" {...keys}>
          <thead>
            <tr>
              <th scope="col">{t('register.no')}</th>
              {columns.map((column) => (
                <th key={column.id} scope="col" data-type={column.type}>
                  {text(column.label)}
                  {column.required === true && <span className="must">*</span>}
                  {column.measure && <span className="quiet">（{text(column.measure)}）</span>}
                  {column.help && <span className="field-help tiny">{text(column.help)}</span>}
                </th>
              ))}
              <th aria-label={t('sheet.removeRow')} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Line
                // a row is what stands in it: it has no name of its own, and its place is where the keyboard is
                // oxlint-disable-next-line react/no-array-index-key
                key={index}
                {...{ field, columns, row, index, edition, say, Own }}
                put={(changed) => put(rows.map((kept, at) => (at === index ? changed : kept)))}
                remove={() => put(rows.filter((_row, at) => at !== index))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Foot {...{ kind, edition, filled, add, put }} field={field.id} />
    </div>
  );
}

type Below = {
  readonly kind: string | undefined;
  readonly field: string;
  readonly edition: string;
  readonly filled: readonly RowValue[];
  readonly add: () => void;
  readonly put: (rows: readonly RowValue[]) => void;
};

/** What is done with the whole table: one row more, in and out as a workbook, and how many there are. */
function Foot({ kind, field, edition, filled, add, put }: Below) {
  const { t } = useTranslation();
  return (
    <div className="row tiny quiet">
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
        {t('sheet.addRow')}
      </Button>
      {kind !== undefined && (
        <TableWorkbook
          {...{ kind, edition }}
          field={field}
          rows={filled}
          add={(more) => put([...filled.filter((row) => !isBlankRow(row)), ...more])}
        />
      )}
      <span className="wide-only">{t('sheet.pasteHint')}</span>
      <span className="grow" />
      <span>{t('sheet.rowCount', { count: filled.length })}</span>
    </div>
  );
}

type Keys = {
  readonly table: { readonly current: HTMLTableElement | null };
  readonly rows: readonly RowValue[];
  readonly columns: readonly SheetField[];
  readonly put: (rows: readonly RowValue[]) => void;
  readonly say: CellWords;
};

function useTableKeys({ table, rows, columns, put, say }: Keys) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const onKeyDown = (event: KeyboardEvent): void => {
    const spot = spotOf(event.target);
    const column = spot && columns[spot.column];
    if (!spot || !column) return;
    const to = ledTo(event, spot, { arrows: keepsArrows(column) });
    // a list that is open over the page takes Enter for its own choice
    if (!to || to.row < 0 || (event.target instanceof Element && event.target.closest('.ant-select'))) return;
    event.preventDefault();
    if (to.row >= rows.length && event.key === 'Enter') flushSync(() => put([...rows, {}]));
    focusOn(table.current, to);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const spot = spotOf(event.target);
    const block = cellsOf(event.clipboardData.getData('text/plain'));
    // one word goes where the cursor stands, as anywhere
    if (!spot || (block.length === 1 && block[0]?.length === 1)) return;
    event.preventDefault();
    const laid = spread(rows, columns, spot, block, say);
    put(laid.rows);
    if (laid.left > 0) void message.warning(t('sheet.pastedBeside', { count: laid.left }));
  };
  return { onKeyDown, onPaste };
}

type Row = {
  readonly field: SheetField;
  readonly columns: readonly SheetField[];
  readonly row: RowValue;
  readonly index: number;
  readonly edition: string;
  readonly say: CellWords;
  readonly Own: FC<Control>;
  readonly put: (row: RowValue) => void;
  readonly remove: () => void;
};

function Line({ field, columns, row, index, edition, say, Own, put, remove }: Row) {
  const { t } = useTranslation();
  const text = useText();
  const faultOf = useCellFault(field.id);
  const write = (column: string, value: SheetValue | undefined): void => put({ ...row, [column]: value });
  return (
    <tr>
      <th scope="row">{index + 1}</th>
      {columns.map((column, at) => {
        const fault = faultOf(index, column.id, row[column.id]);
        return (
          <td
            key={column.id}
            data-row={index}
            data-column={at}
            data-label={text(column.label)}
            className={fault ? 'wrong' : ''}
          >
            <CellEditor
              column={column}
              value={row[column.id]}
              put={(value) => write(column.id, value)}
              say={say}
              edition={edition}
              label={t('sheet.cell', { row: index + 1, column: text(column.label) })}
              Control={Own}
            />
            {fault && <div className="fault tiny">{t(`api.fault.${fault}`, { defaultValue: fault })}</div>}
          </td>
        );
      })}
      <td>
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t('sheet.removeRowOf', { row: index + 1 })}
          title={t('sheet.removeRow')}
          onClick={remove}
        />
      </td>
    </tr>
  );
}
