/** What a cell of a sample holds. A `link` is a cell with a hyperlink, `rich` one with two fonts. */
export type SampleCell =
  | string
  | number
  | Date
  | null
  | { readonly formula: string; readonly result: string | number }
  | { readonly rich: readonly string[] }
  | { readonly link: string };

/** One sheet of a sample: rows from the top, merged ranges, and how many empty formatted rows follow. */
export type SampleSheet = {
  readonly name: string;
  readonly rows: readonly (readonly SampleCell[])[];
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  readonly tail?: number;
};

/** A workbook in one of the shapes of practice §2, plainly invented. */
export type Sample = { readonly file: string; readonly shape: string; readonly sheets: readonly SampleSheet[] };

/** Stands in every title: nobody may take a sample for a real list. */
export const INVENTED = '（演示数据，纯属虚构）';

/** The head of a usual rectification list. */
export const HEAD = [
  '序号',
  '编号',
  '问题',
  '乡镇',
  '整改目标',
  '整改措施',
  '整改时限',
  '责任单位',
  '责任人',
  '牵头单位',
  '备注',
] as const;
