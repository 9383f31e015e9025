import type { LawTable, RowsOf } from '../../store/dossiers/ledger-rows.ts';

/** Which dossier is folded. */
export type At = { readonly region: string; readonly id: string };

/** What the events of a dossier come to: its state, and every row that lists and the law are read from. */
export type Fold = {
  readonly state: object;
  readonly rows: Readonly<Partial<Record<RowsOf, readonly object[]>>>;
  readonly law: Readonly<Partial<Record<LawTable, readonly object[]>>>;
};
