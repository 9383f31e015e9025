import type { RegisterColumn, RegisterValue } from './register-column.ts';
import { runsAsFormula } from './formula.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const STYLE = { plain: 0, title: 1, head: 2, text: 3, date: 4, number: 5, forced: 6 } as const;

/** Text for XML: signs that XML cannot hold are left out, `_x000D_` written by a person stays what it is. */
export function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** `1` is A, `27` is AA. */
function columnName(column: number): string {
  return column > 26
    ? columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
}

// Always text in the cell itself, never a formula; “text” as its format keeps it so when somebody edits the cell.
function textCell(at: string, text: string, style: number): string {
  const cut = text.length > 32_767 ? `${text.slice(0, 32_766)}…` : text;
  return `<c r="${at}" s="${runsAsFormula(text) ? STYLE.forced : style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cut)}</t></is></c>`;
}

function cell(at: string, value: RegisterValue): string {
  if (value === null || value === '') return `<c r="${at}" s="${STYLE.text}"/>`;
  if (typeof value === 'number')
    return Number.isFinite(value)
      ? `<c r="${at}" s="${STYLE.number}"><v>${value}</v></c>`
      : textCell(at, String(value), STYLE.text);
  if (typeof value === 'string') return textCell(at, value, STYLE.text);
  const days = (Date.parse(`${value.day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return `<c r="${at}" s="${STYLE.date}"><v>${days}</v></c>`;
}

/** One row of the sheet. */
export function rowXml(number: number, values: readonly RegisterValue[]): string {
  return `<row r="${number}">${values.map((value, at) => cell(`${columnName(at + 1)}${number}`, value)).join('')}</row>`;
}

/** All that stands before the rows: frozen head, widths, title over the whole width, heads. */
export function sheetStart(title: string, columns: readonly RegisterColumn[]): string {
  const widths = columns
    .map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const heads = columns.map(({ head }, at) => textCell(`${columnName(at + 1)}2`, head, STYLE.head)).join('');
  return (
    `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths}</cols><sheetData>` +
    `<row r="1" ht="30" customHeight="1">${textCell('A1', title, STYLE.title)}</row><row r="2">${heads}</row>`
  );
}

/** All that stands behind the rows: A3 landscape with page x/y; the head is repeated by a defined name. */
export function sheetEnd(columns: readonly RegisterColumn[], lastRow: number): string {
  const right = columnName(columns.length);
  return (
    `</sheetData><autoFilter ref="A2:${right}${Math.max(lastRow, 2)}"/><mergeCells count="1"><mergeCell ref="A1:${right}1"/></mergeCells>${prompts(columns)}` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>'
  );
}

/** The last row beside which it is said: readers unfold such a range cell by cell. And how many signs a spreadsheet shows. */
const LAST_TOLD = 1_002;
const SHOWN = 255;

/** What belongs in a column, shown beside whichever of its cells is chosen: it stands in no cell, so that nobody reads it as a row. */
function prompts(columns: readonly RegisterColumn[]): string {
  const told = columns.flatMap(({ head, help }, at) => (help ? [{ head, help, column: columnName(at + 1) }] : []));
  if (told.length === 0) return '';
  const each = told.map(
    ({ head, help, column }) =>
      `<dataValidation allowBlank="1" showInputMessage="1" promptTitle="${escapeXml(head.slice(0, 32))}" prompt="${escapeXml(help.slice(0, SHOWN))}" sqref="${column}3:${column}${LAST_TOLD}"/>`,
  );
  return `<dataValidations count="${told.length}">${each.join('')}</dataValidations>`;
}

/** The parts of the workbook that do not depend on its rows. */
export function fixedParts(sheetName: string): readonly (readonly [name: string, xml: string])[] {
  const name = escapeXml(sheetName.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));
  const quoted = name.replaceAll("'", "''");
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${quoted}'!$1:$2</definedName></definedNames></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
  ];
}

const SIDE = '<left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/>';
const WRAP = '<alignment vertical="top" wrapText="1"/>';
const CENTRE = '<alignment horizontal="center" vertical="center" wrapText="1"/>';

/** Styles in the order of `STYLE`; 49 is the format “text”, `quotePrefix` marks a cell that was typed as text. */
const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="3"><font><sz val="10"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font><font><b/><sz val="10"/><name val="宋体"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills>' +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${SIDE}</border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${CENTRE}</xf>` +
  `<xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${CENTRE}</xf>` +
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1">${WRAP}</xf>` +
  `<xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">${WRAP}</xf>` +
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1">${WRAP}</xf>` +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" quotePrefix="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1">${WRAP}</xf>` +
  '</cellXfs></styleSheet>';
