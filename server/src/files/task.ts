import type {
  Decision,
  FilledRow,
  IntakeContext,
  KindContext,
  RowError,
  Sheet,
  Understanding,
  UnderstoodRow,
} from '@bihuan/core/intake';
import type { WorkbookKind } from './kind.ts';
import type { FileRefusalCode } from './refusal.ts';

/** What the reading process is asked to do with one file. */
export type FileTask = { readonly bytes: Uint8Array } & (
  | { readonly do: 'check'; readonly kind: Exclude<WorkbookKind, 'xls'> }
  | { readonly do: 'read' }
  | { readonly do: 'mark'; readonly sheet: string; readonly headRow: number; readonly errors: readonly RowError[] }
);

/** Understanding a large sheet takes most of a second; in a process of its own nobody else waits for it. */
export type UnderstandTask = {
  readonly do: 'understand';
  readonly sheet: Sheet;
  /** Of a kind, or of the register of problems. */
  readonly context: IntakeContext | KindContext;
  readonly decisions: readonly Decision[];
};

/** A row of a workbook: a problem, or a dossier of a kind. */
export type AnyRow = UnderstoodRow | FilledRow;

/** All that a reader can be asked. */
export type Task = FileTask | UnderstandTask;

/** How far the reader is: bytes unpacked and checked, or rows read. */
export type Progress = { readonly stage: 'checking' | 'converting' | 'reading'; readonly done: number };

/** What the reader answers; the last message is never `progress`. `about`: sheets that a refusal names. */
export type Answer =
  | { readonly progress: Progress }
  | { readonly refused: FileRefusalCode; readonly about?: readonly string[] }
  | { readonly checked: true }
  | { readonly sheets: readonly Sheet[] }
  | { readonly marked: Uint8Array }
  | { readonly understanding: Understanding<AnyRow> };
