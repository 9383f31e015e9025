import type { CaseRow } from './case-row.ts';
import type { Text } from '../../i18n/text.ts';
import { useText } from '../../i18n/text.ts';
import type { SheetField } from '../../sheet/field.ts';

const isText = (cell: unknown): cell is Text => typeof cell === 'object' && cell !== null && 'zh' in cell;

/** A field of the sheet as the list shows it: the server sends it ready to be read, a choice by the plan's own word. */
export function SheetCell({ field, row }: { readonly field: SheetField; readonly row: CaseRow }) {
  const text = useText();
  const said = useSaid(field)(row.cells[field.id]);
  const measure = said !== '' && field.type === 'number' ? text(field.measure) : '';
  return said === '' ? <Blank /> : <span title={said}>{`${said} ${measure}`.trim()}</span>;
}

export const Blank = () => <span className="quiet">—</span>;

function useSaid({ values = [] }: SheetField): (cell: unknown) => string {
  const text = useText();
  const labelled = (word: string): string => {
    const known = values.find(({ id, label }) => id === word || label.zh === word);
    return known ? text(known.label) : word;
  };
  const said = (cell: unknown): string => {
    if (isText(cell)) return text(cell);
    if (Array.isArray(cell)) return cell.map(said).join('、');
    return typeof cell === 'string' || typeof cell === 'number' ? labelled(String(cell)) : '';
  };
  return said;
}
