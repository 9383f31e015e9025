import { expect, test } from 'vitest';
import { rawZip, soundParts } from './testing/archives.ts';
import type { RawEntry } from './testing/archives.ts';
import { errorWorkbook, readWorkbook } from './workbook.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const cell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const sheetOf = (text: string): string =>
  `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cell('A1', text)}</row></sheetData></worksheet>`;

const UTF8 = 0x0800;

type Odd = { readonly name: string; readonly target: string; readonly kind?: string; readonly id?: number };

/** A workbook with these sheets, and these parts beside its usual ones. */
const workbookOf = (sheets: readonly Odd[], parts: readonly RawEntry[]): Buffer => {
  const listed = sheets.map(
    ({ name, id }, at) => `<sheet name="${name}" sheetId="${id ?? at + 1}" r:id="rId${at + 1}"/>`,
  );
  const related = sheets.map(
    ({ target, kind }, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind ?? 'worksheet'}" Target="${target}"/>`,
  );
  return rawZip([
    ...soundParts().slice(0, 2),
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', data: `<Relationships>${related.join('')}</Relationships>` },
    ...parts,
  ]);
};
const MAY: Odd = { name: '5月', target: 'worksheets/sheet1.xml' };
const mayPart: RawEntry = { name: 'xl/worksheets/sheet1.xml', data: sheetOf('五月问题') };
const read = (bytes: Buffer): ReturnType<typeof readWorkbook> => readWorkbook(bytes, '清单.xlsx', { converter: null });

test.each([
  ['another name', 'worksheets/june.xml', 'xl/worksheets/june.xml'],
  ['capitals', 'worksheets/Sheet2.xml', 'xl/worksheets/Sheet2.xml'],
  ['capitals in one place only', 'worksheets/sheet2.xml', 'xl/worksheets/Sheet2.xml'],
  ['another folder', 'tables/sheet2.xml', 'xl/tables/sheet2.xml'],
  ['a path from the root', '/xl/worksheets/sheet2.xml', 'xl/worksheets/sheet2.xml'],
  ['a path that goes up first', '../xl/worksheets/sheet2.xml', 'xl/worksheets/sheet2.xml'],
  ['signs written as numbers', 'worksheets/%E5%85%AD%E6%9C%88.xml', 'xl/worksheets/六月.xml'],
])('a sheet whose part has %s is read like the one beside it', async (_what, target, name) => {
  const bytes = workbookOf([MAY, { name: '6月', target }], [mayPart, { name, data: sheetOf('六月问题'), flags: UTF8 }]);

  expect(await read(bytes)).toMatchObject({
    sheets: [
      { name: '5月', rows: [[{ text: '五月问题' }]] },
      { name: '6月', rows: [[{ text: '六月问题' }]] },
    ],
  });
});

test('a sheet that the workbook names and whose part is not there is named, and nothing is read without it', async () => {
  const bytes = workbookOf([MAY, { name: '6月', target: 'worksheets/sheet2.xml' }], [mayPart]);

  expect(await read(bytes)).toMatchObject({
    refused: { code: 'sheet-lost', zh: expect.stringContaining('“6月”'), en: expect.stringContaining('“6月”') },
  });
});

test('two sheets under one number are not taken for one', async () => {
  const june: Odd = { name: '6月', target: 'worksheets/sheet2.xml', id: 1 };
  const bytes = workbookOf([MAY, june], [mayPart, { name: 'xl/worksheets/sheet2.xml', data: sheetOf('六月问题') }]);

  expect(await read(bytes)).toMatchObject({
    sheets: [
      { name: '5月', rows: [[{ text: '五月问题' }]] },
      { name: '6月', rows: [[{ text: '六月问题' }]] },
    ],
  });
});

test('a chart on a sheet of its own has no rows and is not missed', async () => {
  const bytes = workbookOf(
    [MAY, { name: '图', target: 'chartsheets/sheet1.xml', kind: 'chartsheet' }],
    [mayPart, { name: 'xl/chartsheets/sheet1.xml', data: '<chartsheet/>' }],
  );

  expect(await read(bytes)).toMatchObject({ sheets: [{ name: '5月' }] });
});

test('texts kept in a part of another name are the texts, and without them nothing is read', async () => {
  const sheet = `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`;
  const strings: Odd = { name: '', target: 'Strings.xml', kind: 'sharedStrings' };
  const rels = `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/${strings.kind}" Target="${strings.target}"/></Relationships>`;
  const parts = [
    ...soundParts().filter(({ name }) => !/rels$|sheet1/.test(name) || name === '_rels/.rels'),
    { name: 'xl/_rels/workbook.xml.rels', data: rels },
    { name: 'xl/worksheets/sheet1.xml', data: sheet },
  ];
  const texts = { name: 'xl/Strings.xml', data: `<sst xmlns="${MAIN}"><si><t>问题</t></si></sst>` };

  expect(await read(rawZip([...parts, texts]))).toMatchObject({ sheets: [{ rows: [[{ text: '问题' }]] }] });
  expect(await read(rawZip(parts))).toMatchObject({ refused: { code: 'damaged' } });
});

const PREFIXED = `<?xml version="1.0"?><x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>问题 &lt;x:t&gt;</x:t></x:is></x:c></x:row><x:row r="3"><x:c r="B3"><x:v>7</x:v></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`;

test('names with a prefix, as some programs write them, are read like names without', async () => {
  const prefixed = [
    {
      name: 'xl/workbook.xml',
      data: `<x:workbook xmlns:x="${MAIN}" xmlns:q="${OFFICE}"><x:sheets><x:sheet name="甲&amp;乙" sheetId="7" state="hidden" q:id="R1"/></x:sheets></x:workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships><Relationship Id="R1" Type="${OFFICE}/worksheet" Target="/xl/worksheets/sheet.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet.xml', data: PREFIXED },
  ];
  const bytes = rawZip([...soundParts().slice(0, 2), ...prefixed]);

  expect(await read(bytes)).toMatchObject({
    sheets: [
      {
        name: '甲&乙',
        hidden: true,
        rows: [[{ text: '问题 <x:t>' }, { text: '问题 <x:t>' }], [], [{ text: '' }, { text: '7', number: 7 }]],
      },
    ],
  });
});

test('rows and cells that do not say where they stand follow the one before', async () => {
  const text = (words: string): string => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
  const rows = `<row>${text('序号')}${text('问题')}</row><row r="3">${text('1')}<c r="C3"/>${text('由旺镇')}</row><row>${text('2')}</row>`;

  expect(await read(rawZip(soundParts(rows)))).toMatchObject({
    sheets: [
      {
        rows: [
          [{ text: '序号' }, { text: '问题' }],
          [],
          [{ text: '1' }, { text: '' }, { text: '' }, { text: '由旺镇' }],
          [{ text: '2' }],
        ],
      },
    ],
  });
});

test('the workbook with the reasons is made of an odd file too', async () => {
  const bytes = workbookOf(
    [{ name: '6月', target: 'worksheets/june.xml' }],
    [{ name: 'xl/worksheets/june.xml', data: sheetOf('问题') }],
  );
  const marked = await errorWorkbook(bytes, { sheet: '6月', headRow: 1 }, [{ row: 2, reason: '演示', columns: [] }]);
  if ('refused' in marked) throw new Error(marked.refused.zh);

  expect(await read(marked)).toMatchObject({
    sheets: [
      {
        rows: [
          [{ text: '问题' }, { text: '错误原因' }],
          [{}, { text: '演示' }],
        ],
      },
    ],
  });
});

const DAYS = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;
const strictly = (text: string): string =>
  text
    .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
    .replaceAll(OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships');

test.each([
  ['counted from 1900', ''],
  ['counted from 1904', '<workbookPr date1904="1"/>'],
])('days that are written in words, as “Strict Open XML” does, are those days: %s', async (_what, settings) => {
  const day = (place: string, value: string, style: number): string =>
    `<c r="${place}" s="${style}" t="d"><v>${value}</v></c>`;
  const cells = [
    day('A1', '2024-12-31', 1),
    day('B1', '2024-12-31T00:00:00.000Z', 1),
    day('C1', '2024-12-01T00:00:00', 2),
    day('D1', '2024-12-31T15:30:00', 1),
    `<c r="E1" s="1" t="d"><f>TODAY()</f><v>2024-11-05</v></c>`,
    day('F1', '年底前', 1),
    '<c r="G1"><v>2024</v></c>',
  ];
  const parts = soundParts(`<row r="1">${cells.join('')}</row>`).map((part) => ({
    name: part.name,
    data: strictly(String(part.data)).replace('<sheets>', `${settings}<sheets>`),
  }));
  const styles = { name: 'xl/styles.xml', data: strictly(DAYS) };

  expect(await read(rawZip([...parts, styles]))).toMatchObject({
    sheets: [
      {
        rows: [
          [
            { text: '2024-12-31', date: '2024-12-31' },
            { text: '2024-12-31', date: '2024-12-31' },
            { text: '2024年12月' },
            { text: '2024-12-31 15:30', date: '2024-12-31' },
            { text: '2024-11-05', date: '2024-11-05', formula: true },
            { text: '年底前' },
            { text: '2024', number: 2024 },
          ],
        ],
      },
    ],
  });
});
