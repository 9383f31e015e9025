import type { RowValue } from '@bihuan/core/policy';
import { Type } from 'typebox';
import { named } from './named.ts';
import { Row } from './sheet.ts';

const Shown = Type.Record(Type.String(), Type.Unknown());

/** The rows of a table of a sheet, as a form has them now. */
export const TableRows = named(
  'TableRows',
  Type.Object({ values: Type.Array(Type.Unsafe<RowValue>(Row), { maxItems: 1_000 }) }),
);

/** A workbook as the rows of a table; nothing of it is stored. */
export const TableRead = named(
  'TableRead',
  Type.Object({
    sheet: Type.String(),
    rows: Type.Array(Type.Unsafe<RowValue>(Shown)),
    /** Rows of which something could not be read, by their row in the workbook; what could is among `rows`. */
    wrong: Type.Array(Type.Object({ row: Type.Integer(), zh: Type.String(), en: Type.String() })),
    /** Columns of the workbook that are none of the table. */
    left: Type.Array(Type.String()),
    skipped: Type.Integer(),
  }),
);
