import ExcelJS from 'exceljs';

/** One line of an office's list, as a clerk would type it. */
export type Row = {
  readonly number: string;
  readonly problem: string;
  readonly origin: string;
  readonly field: string;
  readonly township: string;
  readonly unit: string;
  readonly deadline: string;
};

const HEAD = ['序号', '编号', '问题', '来源', '领域', '乡镇', '责任单位', '整改时限'];

/** An office's list as a workbook: a title over the head, the head, the rows. Plainly invented. */
export async function workbookOf(title: string, rows: readonly Row[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('问题清单');
  sheet.addRow([`${title}（演示数据，纯属虚构）`]);
  sheet.mergeCells('A1:H1');
  sheet.addRow(HEAD);
  rows.forEach(({ number, problem, origin, field, township, unit, deadline }, index) =>
    sheet.addRow([index + 1, number, problem, origin, field, township, unit, deadline]),
  );
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The smallest picture there is, for scans and photos. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
