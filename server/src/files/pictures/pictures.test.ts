import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Picture } from '@bihuan/core/intake';
import { expect, test } from 'vitest';
import { LIMITS } from '../limits.ts';
import { loadWorkbook, sheetsOf } from '../read-sheets.ts';
import { rawZip, type RawEntry } from '../testing/archives.ts';
import { partsWith, png, relations, workbookWithPictures } from '../testing/pictures.ts';
import { readWorkbook } from '../workbook.ts';
import { takeOut } from './take-out.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const sheet = (cells: string, tail = ''): RawEntry => ({
  name: 'xl/worksheets/sheet1.xml',
  data: `<worksheet xmlns="${MAIN}"><sheetData><row r="2">${cells}</row></sheetData>${tail}</worksheet>`,
});

async function picturesIn(bytes: Buffer): Promise<readonly Picture[]> {
  const [first] = sheetsOf(await loadWorkbook(bytes), () => undefined);
  return first?.pictures ?? [];
}

/** The same with all checks of a file that comes from outside. */
async function picturesReceived(bytes: Buffer): Promise<readonly Picture[]> {
  const book = await readWorkbook(bytes, '清单.xlsx', { converter: null });
  if ('refused' in book) throw new Error(book.refused.code);
  return book.sheets[0]?.pictures ?? [];
}

const stored = (part: string, bytes: Buffer) => ({
  file: { part, size: bytes.length, crc: crc32(bytes), ending: 'png' as const },
});

const pic = (blip: string, name = ''): string =>
  `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="${name}"/></xdr:nvPicPr><xdr:blipFill><a:blip ${blip}/></xdr:blipFill></xdr:pic>`;

const wps = (id: string): string => `<c r="A2" t="str"><f>_xlfn.DISPIMG("${id}",1)</f><v>=DISPIMG("${id}",1)</v></c>`;
const [one, two] = [png(1), png(2)];
const cellImages: readonly RawEntry[] = [
  {
    name: 'xl/cellimages.xml',
    data: `<etc:cellImages xmlns:etc="a"><etc:cellImage>${pic('r:embed="rId1"', 'ID_A')}</etc:cellImage><etc:cellImage>${pic('r:embed="rId7"', 'ID_B')}</etc:cellImage></etc:cellImages>`,
  },
  {
    name: 'xl/_rels/cellimages.xml.rels',
    data: relations({ id: 'rId1', sort: 'image', target: 'media/image1.png' }),
  },
  { name: 'xl/media/image1.png', data: one },
];

test.each<readonly [string, string, readonly RawEntry[], unknown]>([
  ['WPS keeps in the cell', wps('ID_A'), cellImages, stored('xl/media/image1.png', one)],
  ['WPS names and has no relation for', wps('ID_B'), cellImages, { lost: 'missing' }],
  ['WPS names and does not have', wps('ID_C'), cellImages, { lost: 'missing' }],
  ['WPS names in a workbook without pictures', wps('ID_A'), [], { lost: 'missing' }],
  ['a function fetches', '<c r="A2"><f>_xlfn.IMAGE("https://example.invalid/a.png")</f></c>', [], { lost: 'outside' }],
])('a picture that %s', async (_what, cell, parts, expected) => {
  expect(await picturesIn(rawZip(partsWith(sheet(cell), ...parts)))).toEqual([
    { row: 2, column: 1, ...(expected as object) },
  ]);
});

const rich = (structure = '_localImage'): readonly RawEntry[] => [
  {
    name: 'xl/metadata.xml',
    data: `<metadata><metadataTypes count="1"><metadataType name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="2"><bk><extLst><ext><xlrd:rvb i="0"/></ext></extLst></bk><bk><extLst><ext><xlrd:rvb i="1"/></ext></extLst></bk></futureMetadata><valueMetadata count="2"><bk><rc t="1" v="0"/></bk><bk><rc t="1" v="1"/></bk></valueMetadata></metadata>`,
  },
  {
    name: 'xl/richData/rdrichvalue.xml',
    data: '<rvData count="2"><rv s="0"><v>0</v><v>5</v></rv><rv s="0"><v>1</v><v>5</v></rv></rvData>',
  },
  {
    name: 'xl/richData/rdrichvaluestructure.xml',
    data: `<rvStructures count="1"><s t="${structure}"><k n="_rvRel:LocalImageIdentifier" t="i"/><k n="CalcOrigin" t="i"/></s></rvStructures>`,
  },
  {
    name: 'xl/richData/richValueRel.xml',
    data: '<richValueRels xmlns:r="a"><rel r:id="rId1"/><rel r:id="rId2"/></richValueRels>',
  },
  {
    name: 'xl/richData/_rels/richValueRel.xml.rels',
    data: relations(
      { id: 'rId1', sort: 'image', target: '../media/image1.png' },
      { id: 'rId2', sort: 'image', target: '/xl/media/image2.png' },
    ),
  },
  { name: 'xl/media/image1.png', data: one },
  { name: 'xl/media/image2.png', data: two },
];
const held = (vm: number): string => `<c r="A2" t="e" vm="${vm}"><v>#VALUE!</v></c>`;

test.each<readonly [string, number, readonly RawEntry[], unknown]>([
  ['is the first value', 1, rich(), stored('xl/media/image1.png', one)],
  ['is the second value', 2, rich(), stored('xl/media/image2.png', two)],
  ['is a value that is not there', 3, rich(), { lost: 'missing' }],
  ['is a value of the network', 1, rich('_webimage'), { lost: 'outside' }],
  ['has no values at all', 1, [], { lost: 'missing' }],
])('a picture that Excel places in a cell and %s', async (_what, vm, parts, expected) => {
  expect(await picturesIn(rawZip(partsWith(sheet(held(vm)), ...parts)))).toEqual([
    { row: 2, column: 1, ...(expected as object) },
  ]);
});

const laid = (...parts: readonly RawEntry[]): Buffer => {
  const anchor = (blip: string, row: number): string =>
    `<xdr:oneCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:row>${row}</xdr:row></xdr:from>${pic(blip)}</xdr:oneCellAnchor>`;
  return rawZip(
    partsWith(
      sheet('<c r="A2"><v>1</v></c>', '<drawing r:id="rId1"/>'),
      {
        name: 'xl/worksheets/_rels/sheet1.xml.rels',
        data: relations({ id: 'rId1', sort: 'drawing', target: '../drawings/drawing1.xml' }),
      },
      {
        name: 'xl/drawings/drawing1.xml',
        data: `<xdr:wsDr>${anchor('r:embed="rId1"', 1)}${anchor('r:link="rId2"', 2)}${anchor('r:embed="rId3"', 3)}${anchor('r:embed="rId1"', 4)}</xdr:wsDr>`,
      },
      {
        name: 'xl/drawings/_rels/drawing1.xml.rels',
        data: relations(
          { id: 'rId1', sort: 'image', target: '../media/image1.png' },
          { id: 'rId2', sort: 'image', target: 'http://192.0.2.1/a.png', outside: true },
          { id: 'rId3', sort: 'image', target: '../media/image2.emf' },
        ),
      },
      ...parts,
    ),
  );
};

test('pictures laid over cells stand where they begin; what is linked, of another type or shown twice is told apart', async () => {
  const media = [
    { name: 'xl/media/image1.png', data: one },
    { name: 'xl/media/image2.emf', data: '\u0001\u0000\u0000\u0000 EMF' },
  ];

  expect(await picturesReceived(laid(...media))).toEqual([
    { row: 2, column: 4, ...stored('xl/media/image1.png', one) },
    { row: 3, column: 4, lost: 'outside' },
    { row: 4, column: 4, lost: 'format' },
    { row: 5, column: 4, ...stored('xl/media/image1.png', one) },
  ]);
  expect((await picturesIn(laid())).map((picture) => 'lost' in picture && picture.lost)).toEqual([
    'missing',
    'outside',
    'missing',
    'missing',
  ]);
});

test.each([
  ['no picture though it is called one', Buffer.from('<html></html>'), 'format'],
  ['nothing', Buffer.alloc(0), 'missing'],
  ['larger than one may be', Buffer.concat([one, randomBytes(LIMITS.pictureBytes)]), 'too-large'],
])('a picture that is %s is left out', async (_what, data, lost) => {
  expect((await picturesIn(laid({ name: 'xl/media/image1.png', data })))[0]).toMatchObject({ lost });
});

test('what is taken out is what was found there, and nothing else under its name', async () => {
  const bytes = await workbookWithPictures([['编号', '问题']], [{ row: 1, column: 2, bytes: one }]);
  const [found] = await picturesIn(bytes);
  if (!found || !('file' in found)) throw new Error('no picture');
  const { file } = found;
  const taken: (Buffer | null)[] = [];
  for await (const { bytes: out } of takeOut(bytes, [
    file,
    { ...file, crc: 1 },
    { ...file, size: 1 },
    { ...file, ending: 'jpg' },
    { ...file, part: 'xl/workbook.xml' },
    { ...file, part: 'xl/media/other.png' },
  ]))
    taken.push(out);

  expect(taken).toEqual([one, null, null, null, null, null]);
});
