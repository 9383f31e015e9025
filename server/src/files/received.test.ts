import { expect, test } from 'vitest';
import { legalNames } from './error-workbook.ts';
import { rawZip, soundParts } from './testing/archives.ts';
import type { RawEntry } from './testing/archives.ts';
import { received } from './testing/office.ts';
import { errorWorkbook, readWorkbook } from './workbook.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const read = async (bytes: Buffer) => {
  const book = await readWorkbook(bytes, '清单.xlsx', { converter: null });
  if ('refused' in book) throw new Error(book.refused.code);
  return book;
};
const withParts = (...parts: readonly RawEntry[]): Buffer =>
  rawZip([...soundParts().filter(({ name }) => !parts.some((part) => part.name === name)), ...parts]);
const SHEET = 'xl/worksheets/sheet1.xml';
const cells = (inside: string, around = ''): RawEntry => ({
  name: SHEET,
  data: `<worksheet xmlns="${MAIN}">${around}<sheetData>${inside}</sheetData></worksheet>`,
});

test.each([
  'openpyxl-comment',
  'openpyxl-chart',
  'table-filter-by-colour',
  'app-xml-with-prefix',
  'core-xml-without-prefix',
  'sheet-name-over-31',
])('%s.xlsx, which the library falls over, is read', async (name) => {
  const [sheet] = (await read(await received(name))).sheets;

  expect(sheet?.rows).toHaveLength(5);
  expect(sheet?.rows[2]?.[1]?.text).toMatch(/^由旺镇样例村/);
});

test.each<readonly [string, RawEntry]>([
  ['comments in a place of their own', { name: 'xl/comments/comment1.xml', data: '<comments><authors/></comments>' }],
  ['comments in the usual place', { name: 'xl/comments1.xml', data: '<comments><odd/></comments>' }],
  ['comments that answer each other', { name: 'xl/threadedComments/threadedComment1.xml', data: '<x/>' }],
  [
    'a table',
    {
      name: 'xl/tables/table1.xml',
      data: '<table><autoFilter><filterColumn><odd/></filterColumn></autoFilter></table>',
    },
  ],
  ['a drawing', { name: 'xl/drawings/drawing1.xml', data: '<x:wsDr xmlns:x="a"><x:odd/></x:wsDr>' }],
  ['a drawing of comments', { name: 'xl/drawings/vmlDrawing1.vml', data: '<xml><odd/></xml>' }],
  ['a table of tables', { name: 'xl/pivotTables/pivotTable1.xml', data: '<x/>' }],
  ['a picture of a kind nobody knows', { name: 'xl/media/image1.wdp', data: 'x' }],
  ['properties with a prefix', { name: 'docProps/app.xml', data: '<p:Properties xmlns:p="a"><p:Odd/></p:Properties>' }],
  [
    'properties of the office',
    { name: 'docProps/custom.xml', data: '<Properties><property><odd/></property></Properties>' },
  ],
  ['properties that are no XML', { name: 'docProps/core.xml', data: '<cp:coreProperties><odd' }],
])('a workbook with %s is read', async (_what, part) => {
  expect((await read(withParts(part))).sheets[0]?.rows).toEqual([[{ text: '问题' }]]);
});

test.each([
  ['names of defined places', '<x:definedNames><x:definedName name="a">#REF!</x:definedName></x:definedNames>', ''],
  ['a prefix only inside', '', `<sheetPr xmlns:y="${MAIN}"><y:odd/></sheetPr><extLst><ext/></extLst>`],
])('%s in the workbook disturb nobody', async (_what, defined, around) => {
  const workbook = {
    name: 'xl/workbook.xml',
    data: `<x:workbook xmlns:x="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:fileVersion/><x:sheets><x:sheet name="[1*]" sheetId="1" r:id="rId1"/></x:sheets>${defined}</x:workbook>`,
  };
  const { sheets } = await read(
    withParts(workbook, cells('<row r="1"><c r="A1" t="inlineStr"><is><t>问题</t></is></c></row>', around)),
  );

  expect(sheets).toMatchObject([{ name: '[1*]', rows: [[{ text: '问题' }]] }]);
});

test('the file that goes back has the names of its sheets, as far as a spreadsheet allows them', async () => {
  const book = await read(await received('sheet-name-over-31'));
  const name = book.sheets[0]?.name ?? '';
  const marked = await errorWorkbook(book.xlsx, { sheet: name, headRow: 2 }, [{ row: 3, reason: '演示', columns: [] }]);
  const [again] = (await read(marked as Buffer)).sheets; // a refusal would fail the reading

  expect(name).toHaveLength(35);
  expect(again?.name).toBe(name.slice(0, 31));
  expect(again?.rows[2]?.at(-1)?.text).toBe('演示');
  expect(legalNames(['history', "'甲'", '甲', 'a/b', '甲'.repeat(40), '甲'.repeat(41)])).toEqual([
    'history-2',
    '甲',
    '甲-2',
    'a b',
    '甲'.repeat(31),
    `${'甲'.repeat(29)}-2`,
  ]);
});

test('numbers are what a spreadsheet shows: what its format puts in front, and every zero', async () => {
  const formats = (await read(await received('number-formats-with-leading-zeros'))).sheets[0];
  const long = (await read(await received('long-numbers-as-numbers'))).sheets[0];

  expect(formats?.rows.slice(2).map((row) => [row[0]?.text, row[7]?.text])).toEqual([
    ['SD-0007', '0875-0000021'],
    ['SD-0008', '0875-0000022'],
    ['SD-0009', '0875-0000023'],
  ]);
  expect(long?.rows.slice(2).map((row) => row[0]?.text)).toEqual([
    '202605310012026',
    '53052120260531000',
    '2026053100120260000000',
  ]);
});

test('words that are struck out are told from those that are not', async () => {
  const [sheet] = (await read(await received('struck-row-and-struck-words'))).sheets;

  expect(sheet?.rows[3]?.slice(0, 2).map(({ kept }) => kept)).toEqual(['', '']);
  expect(sheet?.rows[4]?.[3]).toEqual({ text: '2027年6月底前2027年9月底前', kept: '2027年9月底前' });
  expect(sheet?.rows[2]?.[1]).not.toHaveProperty('kept');
});

test('hidden columns, formulas without a result and pictures in cells are said', async () => {
  const [hidden] = (await read(await received('hidden-column-alone'))).sheets;
  const [formula] = (await read(await received('formula-without-stored-result'))).sheets;
  const [picture] = (await read(await received('wps-cell-image'))).sheets;

  expect(hidden?.hiddenColumns).toEqual([8]);
  expect(formula?.rows[2]?.[4]).toEqual({ text: '', formula: true, noResult: true });
  expect(picture?.rows[2]?.[7]).toEqual({ text: '', picture: true });
  // the file has the formula and not the picture
  expect(picture?.pictures).toEqual([{ row: 3, column: 8, lost: 'missing' }]);
});

test('a column of no width and a row of no height are hidden; an empty text is the result of a formula', async () => {
  const sheet = cells(
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" ht="0" customHeight="1"><c r="A2" t="str"><f>""</f><v></v></c><c r="B2"><f>A1</f><v/></c></row>',
    '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>',
  );
  const [only] = (await read(withParts(sheet))).sheets;

  expect(only).toMatchObject({ hiddenColumns: [2], hiddenRows: [2] });
  expect(only?.rows[1]?.map(({ noResult }) => noResult === true)).toEqual([false, true]);
});

test('charts are no pictures', async () => {
  expect((await read(await received('openpyxl-chart'))).sheets[0]?.pictures).toBeUndefined();
});
