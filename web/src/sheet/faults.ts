import { createContext, useContext } from 'react';
import type { SheetValue } from './field.ts';

/** What the server found wrong in a table: `values.members.0.since` to the code, and the value it was said of. */
export type CellFaults = {
  readonly codes: ReadonlyMap<string, string>;
  readonly said: (field: string, row: number, column: string) => SheetValue | undefined;
};

const none: CellFaults = { codes: new Map(), said: () => undefined };

const Faults = createContext<CellFaults>(none);
export const FaultsOfSheet = Faults.Provider;

/** The code that the server gave for a cell, until something else is written there. */
export function useCellFault(
  field: string,
): (row: number, column: string, value: SheetValue | undefined) => string | null {
  const { codes, said } = useContext(Faults);
  return (row, column, value) => {
    const code = codes.get(`values.${field}.${row}.${column}`);
    return code && said(field, row, column) === value ? code : null;
  };
}
