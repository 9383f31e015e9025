import { Suspense, useState, type FC } from 'react';
import { useText } from '../../i18n/text.ts';
import { isMisread, valueOfCell, wordsOfCell, type CellWords } from '../cell-words.ts';
import type { Control, FieldType, SheetField, SheetValue } from '../field.ts';
import { textIn } from '../narrow.ts';

export type Cell = {
  readonly column: SheetField;
  readonly value: SheetValue | undefined;
  readonly put: (value: SheetValue | undefined) => void;
  readonly say: CellWords;
  readonly edition: string;
  readonly label: string;
  /** Controls of types that want more than words. */
  readonly Control: FC<Control>;
};

/** Types that are written as words, at the speed of a spreadsheet. */
const WRITTEN: ReadonlySet<FieldType> = new Set(['text', 'number', 'money', 'day', 'unit', 'named-person']);

/** Types whose own keys the table leaves alone. */
export const keepsArrows = ({ type }: SheetField): boolean => !WRITTEN.has(type);

/** One cell of a table: words where words do, the field's own control where they do not. */
export function CellEditor(cell: Cell) {
  const { column, value, put, edition, Control } = cell;
  if (WRITTEN.has(column.type)) return <WrittenCell {...cell} />;
  if (column.type === 'yes-no' || column.type === 'choice') return <ChosenCell {...cell} />;
  return (
    <Suspense fallback={null}>
      <Control field={column} edition={edition} value={value} onChange={put} narrow />
    </Suspense>
  );
}

/** What is typed becomes a value when the cell is left; until then it is nothing but words. */
function WrittenCell({ column, value, put, say, label }: Cell) {
  const [typed, setTyped] = useState<{ readonly words: string; readonly over: SheetValue | undefined } | null>(null);
  // a paste over words that were being typed wins
  const words = typed && typed.over === value ? typed.words : wordsOfCell(column, value, say);
  const leave = (): void => {
    if (typed && typed.over === value && typed.words !== wordsOfCell(column, value, say))
      put(valueOfCell(column, typed.words, say));
    setTyped(null);
  };
  return (
    <textarea
      rows={Math.min(6, words.split('\n').length)}
      className={column.personal ? 'cell covered' : 'cell'}
      data-type={column.type}
      aria-label={label}
      aria-invalid={isMisread(column, value, say)}
      placeholder={column.type === 'named-person' ? say.personHint : ''}
      maxLength={column.longest ?? 2000}
      value={words}
      onChange={(event) => setTyped({ words: event.target.value, over: value })}
      onBlur={leave}
    />
  );
}

function ChosenCell({ column, value, put, say, label }: Cell) {
  const text = useText();
  const yesNo = column.type === 'yes-no';
  const chosen = typeof value === 'boolean' ? String(value) : (textIn(value) ?? '');
  const options = yesNo
    ? [
        { id: 'true', label: say.yes },
        { id: 'false', label: say.no },
      ]
    : (column.values ?? []).map((each) => ({ id: each.id, label: text(each.label) }));
  const misread = isMisread(column, value, say);
  const choose = (id: string): void => put(id === '' ? undefined : yesNo ? id === 'true' : id);
  return (
    <select
      className="cell"
      aria-label={label}
      aria-invalid={misread}
      value={chosen}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="" aria-label={say.unknown} />
      {misread && <option value={chosen}>{chosen}</option>}
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
