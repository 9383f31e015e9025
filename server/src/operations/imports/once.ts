import type { Text } from '@bihuan/core/policy';

/** What is asked once for a whole workbook: how many rows do not say it themselves, and what it may be. */
export type AskedOnce = {
  readonly id: string;
  readonly label: Text;
  readonly chosen: string | null;
  /** Rows for which nobody has said it. */
  readonly lacking: number;
  readonly options: readonly { readonly id: string; readonly title: Text }[];
  /** It is about so many pictures, not rows. */
  readonly pictures?: number;
};
