import type { FormInstance } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/text.ts';
import type { CellFaults } from '../sheet/faults.ts';
import type { SheetField, SheetValues } from '../sheet/field.ts';
import { rowsIn } from '../sheet/narrow.ts';
import { faultWords } from '../api/fault-words.ts';
import { besideFields, type PlaceIn, type Placed } from './beside-fields.ts';

type Faults = {
  /** What the server found wrong in tables, for their cells. */
  readonly cells: CellFaults;
  /** Puts faults beside their fields; answers what found no place. */
  readonly place: (error: unknown, form: FormInstance) => unknown;
};

const NONE: CellFaults = { codes: new Map(), said: () => undefined };
const NO_FIELDS: readonly SheetField[] = [];

/** One error beside each field, said by the server after the form was sent. */
export function useFaults(fields: readonly SheetField[] = NO_FIELDS, at?: PlaceIn): Faults {
  const { t } = useTranslation();
  const text = useText();
  const [cells, setCells] = useState(NONE);
  const sentence = ({ name, rest: [row, column], fault }: Placed): string => {
    if (row === undefined || column === undefined) return faultWords(fault, t);
    const known = fields.find(({ id }) => id === name[1])?.columns?.find(({ id }) => id === column);
    return t('sheet.inCell', {
      row: Number(row) + 1,
      column: text(known?.label) || column,
      fault: faultWords(fault, t),
    });
  };
  const place: Faults['place'] = (error, form) => {
    const names = form.getFieldsError().map(({ name }) => name);
    const { placed, left } = besideFields(error, names, at);
    const first = placed.filter((one, index) => placed.findIndex(({ name }) => name === one.name) === index);
    form.setFields(first.map((one) => ({ name: [...one.name], errors: [sentence(one)] })));
    if (first[0]) form.scrollToField([...first[0].name], { block: 'center' });
    setCells(cellsOf(placed, form));
    return left;
  };
  return { cells, place };
}

/** The cells at fault, with what stood in each when it was sent. */
function cellsOf(placed: readonly Placed[], form: FormInstance): CellFaults {
  const sent = (form.getFieldValue('values') ?? {}) as SheetValues; // the sheet's part of the form
  return {
    codes: new Map(placed.map(({ name, rest, fault }) => [[...name, ...rest].join('.'), fault.code])),
    said: (field, row, column) => rowsIn(sent[field])[row]?.[column],
  };
}
