import { zipStream } from '../server/src/files/zip-stream.ts';
import { INVENTED } from './sample.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What differs between the programs: how strings are stored, what formulas and errors look like, what follows the last row. */
type Maker = {
  readonly application: string;
  readonly strings: readonly string[];
  readonly rows: string;
  readonly merges: string;
};

const TITLE = `由其他软件保存的清单${INVENTED}`;
const HEADS = ['序号', '编号', '问题', '责任单位', '整改时限', '备注'];

const blankRows = (from: number, count: number): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `<row r="${from + at}">${['A', 'B', 'C'].map((column) => `<c r="${column}${from + at}" s="1"/>`).join('')}</row>`,
  ).join('');

const shared = (at: string, index: number): string => `<c r="${at}" t="s"><v>${index}</v></c>`;
const heads = HEADS.map((_, at) => shared(`${'ABCDEF'[at] ?? 'A'}2`, at + 1)).join('');

/** LibreOffice: mixed text comes back as rich text, an error as a formula with an error result, dates as styled numbers. */
const LIBREOFFICE: Maker = {
  application: 'LibreOffice/7.4.7.2$Linux_X86_64',
  strings: [
    `<si><t>${TITLE}</t></si>`,
    ...HEADS.map((head) => `<si><t xml:space="preserve">${head}</t></si>`),
    '<si><r><t xml:space="preserve">演示：</t></r><r><rPr><b/></rPr><t xml:space="preserve">甲沟</t></r><r><t>排口直排</t></r></si>',
    '<si><r><t>由旺</t></r><r><rPr><i/></rPr><t>镇</t></r></si>',
    '<si><t>演示：乙坪矿渣堆放</t></si>',
    '<si><t>姚关镇</t></si>',
  ],
  rows:
    `<row r="1">${shared('A1', 0)}</row><row r="2">${heads}</row>` +
    `<row r="3"><c r="A3"><v>1</v></c><c r="B3" t="str"><f aca="false">&quot;W-&quot;&amp;1</f><v>W-1</v></c>${shared('C3', 7)}${shared('D3', 8)}<c r="E3" s="2"><v>45657</v></c><c r="F3" t="e"><f aca="false">1/0</f><v>#DIV/0!</v></c></row>` +
    `<row r="4"><c r="A4"><v>2</v></c><c r="B4" t="inlineStr"><is><t>W-2</t></is></c>${shared('C4', 9)}${shared('D4', 10)}<c r="E4" s="2"><v>45657</v></c><c r="F4" t="b"><v>1</v></c></row>${blankRows(5, 300)}`,
  merges: '<mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>',
};

/** WPS: picture formulas in cells, validation over a whole column, hundreds of formatted rows behind the last one. */
const WPS: Maker = {
  application: 'WPS 表格',
  strings: [
    `<si><t>${TITLE}</t></si>`,
    ...HEADS.map((head) => `<si><t>${head}</t></si>`),
    '<si><t>演示：甲沟排口直排</t><phoneticPr fontId="1" type="noConversion"/></si>',
    '<si><t>由旺镇</t></si>',
    '<si><t>2024年12月底前</t></si>',
  ],
  rows:
    `<row r="1">${shared('A1', 0)}</row><row r="2">${heads}</row>` +
    `<row r="3"><c r="A3"><v>1</v></c><c r="B3" t="inlineStr"><is><t>W-1</t></is></c>${shared('C3', 7)}${shared('D3', 8)}${shared('E3', 9)}<c r="F3" t="str"><f>_xlfn.DISPIMG("ID_0000",1)</f><v>=DISPIMG("ID_0000",1)</v></c></row>${blankRows(4, 800)}`,
  merges:
    '<mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="D3:D1048576"><formula1>"由旺镇,姚关镇"</formula1></dataValidation></dataValidations>',
};

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="1"><font><sz val="10"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left style="thin"/></border></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="0" borderId="1" xfId="0"/><xf numFmtId="164" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function partsOf({ application, strings, rows, merges }: Maker): readonly (readonly [string, string])[] {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (part: string, content: string): string => `<Override PartName="${part}" ContentType="${content}"/>`;
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', `${type}.sheet.main+xml`)}${override('/xl/worksheets/sheet1.xml', `${type}.worksheet+xml`)}${override('/xl/styles.xml', `${type}.styles+xml`)}${override('/xl/sharedStrings.xml', `${type}.sharedStrings+xml`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}${relation(2, 'extended-properties', 'docProps/app.xml')}</Relationships>`,
    ],
    [
      'docProps/app.xml',
      `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${application}</Application></Properties>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'styles', 'styles.xml')}${relation(3, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
    ['xl/sharedStrings.xml', `${XML}<sst xmlns="${MAIN}" uniqueCount="${strings.length}">${strings.join('')}</sst>`],
    [
      'xl/worksheets/sheet1.xml',
      `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${merges}</worksheet>`,
    ],
  ];
}

async function built(maker: Maker): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zipStream(partsOf(maker).map(([name, xml]) => ({ name, content: [Buffer.from(xml)] }))))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Shape 13 as LibreOffice writes it. */
export const libreOffice = (): Promise<Buffer> => built(LIBREOFFICE);

/** Shape 13 as WPS writes it. */
export const wps = (): Promise<Buffer> => built(WPS);
