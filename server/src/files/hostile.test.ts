import { expect, test } from 'vitest';
import { LIMITS } from './limits.ts';
import { preflight } from './preflight.ts';
import { FILE_REFUSAL_CODES, refusal } from './refusal.ts';
import { bomb, rawZip, soundParts, workbookWith } from './testing/archives.ts';
import type { RawEntry } from './testing/archives.ts';
import { readWorkbook } from './workbook.ts';

const read = (bytes: Buffer, name = '清单.xlsx'): ReturnType<typeof readWorkbook> =>
  readWorkbook(bytes, name, { converter: null });
const code = async (bytes: Buffer, name?: string): Promise<string> => {
  const result = await read(bytes, name);
  return 'refused' in result ? result.refused.code : 'read';
};

const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const compound = (text: string): Buffer => Buffer.concat([COMPOUND, Buffer.alloc(512), Buffer.from(text, 'utf16le')]);
const relation = (type: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://example.invalid/x" TargetMode="External"/></Relationships>`;

test('a sound workbook is read: the checks do not refuse everything', async () => {
  expect(await code(rawZip(soundParts()))).toBe('read');
});

test.each([
  ['nothing at all', Buffer.alloc(0), '清单.xlsx', 'empty'],
  ['a picture called a workbook', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), '清单.xlsx', 'wrong-content'],
  [
    'a page called .xls, as some systems export it',
    Buffer.from('<html><table></table></html>'),
    '清单.xls',
    'wrong-content',
  ],
  ['a text file', Buffer.from('序号,问题'), '清单.csv', 'wrong-type'],
  ['a workbook with macros by its name', rawZip(soundParts()), '清单.xlsm', 'macros'],
  ['an old workbook with macros', compound('_VBA_PROJECT'), '清单.xls', 'macros'],
  ['a workbook locked with a password', compound('EncryptedPackage'), '清单.xlsx', 'encrypted'],
  ['an old workbook where no converter is installed', compound('Workbook'), '清单.xls', 'old-format'],
  ['an archive that is no workbook', rawZip([{ name: 'a.txt', data: 'x' }]), '清单.xlsx', 'wrong-content'],
])('%s is refused', async (_what, bytes, name, expected) => {
  expect(await code(bytes, name)).toBe(expected);
});

const PARTS: readonly (readonly [string, RawEntry, string])[] = [
  ['macros', { name: 'xl/vbaProject.bin', data: 'x' }, 'macros'],
  ['old macro sheets', { name: 'xl/macrosheets/sheet1.xml', data: '<x/>' }, 'macros'],
  [
    'macros by its content types',
    {
      name: '[Content_Types].xml',
      data: '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
    },
    'macros',
  ],
  ['links to other workbooks', { name: 'xl/externalLinks/externalLink1.xml', data: '<x/>' }, 'external-links'],
  ['data connections', { name: 'xl/connections.xml', data: '<x/>' }, 'external-links'],
  [
    'a relation that reaches outside',
    { name: 'xl/worksheets/_rels/sheet1.xml.rels', data: relation('oleObject') },
    'external-links',
  ],
  ['embedded files', { name: 'xl/embeddings/oleObject1.bin', data: 'x' }, 'embedded-objects'],
  ['an OLE container under another name', { name: 'xl/media/image1.png', data: COMPOUND }, 'embedded-objects'],
  ['an archive inside', { name: 'xl/media/image1.png', data: rawZip([{ name: 'a', data: 'a' }]) }, 'nested-archive'],
  [
    'a declaration of entities',
    { name: 'xl/sharedStrings.xml', data: '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst>&a;</sst>' },
    'doctype',
  ],
  [
    'a declaration hidden in UTF-16',
    { name: 'xl/sharedStrings.xml', data: Buffer.from('<!DOCTYPE x [<!ENTITY a "a">]>', 'utf16le') },
    'doctype',
  ],
  [
    'a declaration far inside the part',
    { name: 'xl/sharedStrings.xml', data: `<sst>${'字'.repeat(50_000)}<!DOCTYPE x></sst>` },
    'doctype',
  ],
  ['a name that climbs out', { name: '../../etc/cron.d/x', data: 'x' }, 'unsafe-names'],
  ['an absolute name', { name: '/etc/passwd', data: 'x' }, 'unsafe-names'],
  ['an encrypted entry', { name: 'xl/secret.xml', data: 'x', flags: 1 }, 'encrypted'],
  ['a size that says too little', { name: 'xl/styles.xml', data: 'x'.repeat(5000), statedSize: 10 }, 'lying-sizes'],
  ['a size that says too much', { name: 'xl/styles.xml', data: 'x'.repeat(10), statedSize: 5000 }, 'lying-sizes'],
  ['bytes that do not fit their checksum', { name: 'xl/styles.xml', data: 'x', statedCrc: 1 }, 'damaged'],
];

test.each(PARTS)('a workbook with %s is refused', async (_what, part, expected) => {
  expect(await code(workbookWith(part))).toBe(expected);
});

const ods = (cell: string): Buffer =>
  rawZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', data: `<office:spreadsheet>${'甲'.repeat(40_000)}${cell}</office:spreadsheet>` },
  ]);

test.each([
  ['a picture in the network', '<draw:image xlink:href="http://192.0.2.1/a.png"/>', 'external-links'],
  ['a picture of this machine', '<draw:image xlink:href="file:///etc/a.png"/>', 'external-links'],
  ['an address in escapes', '<draw:image xlink:href="&#104;ttp://192.0.2.1/a.png"/>', 'external-links'],
  ['a table of another file', '<table:table-source xlink:href="../other.ods"/>', 'external-links'],
  [
    'a name far from its address',
    `<draw:image ${'x="1" '.repeat(2_000)}xlink:href="http://192.0.2.1/a.png"/>`,
    'external-links',
  ],
  ['a picture of its own', '<draw:image xlink:href="Pictures/1.png"/>', null],
  ['a link that a person may click', '<text:a xlink:type="simple" xlink:href="http://192.0.2.1/">甲</text:a>', null],
])('before an .ods is converted: %s', async (_what, cell, expected) => {
  expect(await preflight(ods(cell), 'ods')).toBe(expected);
});

test('heavy files sent together wait for each other', async () => {
  const bytes = rawZip(soundParts());
  const started: number[] = [];
  const progress = (at: number) => (): void => void (started.includes(at) || started.push(at));
  const slow = Array.from({ length: LIMITS.readers }, (_, at) =>
    readWorkbook(bytes, '清单.xlsx', { converter: null, progress: progress(at) }).then(() => started.length),
  );
  const last = readWorkbook(bytes, '清单.xlsx', { converter: null, progress: progress(9) });

  expect(Math.min(...(await Promise.all(slow)))).toBeLessThanOrEqual(LIMITS.readers);
  expect(await last).toMatchObject({ sheets: [{ name: 'Sheet1' }] });
  expect(started.at(-1)).toBe(9);
});

const BEYOND: readonly (readonly [string, string])[] = [
  ['a cell at row 999,999,999', '<row r="999999999"><c r="A999999999" t="inlineStr"><is><t>x</t></is></c></row>'],
  ['a cell far off in a row that says nothing', '<row><c r="A999999999"><v>1</v></c></row>'],
  ['a cell in a column after the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
  ['a row just behind the last', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
];

test.each(BEYOND)('%s is refused at once', async (_what, row) => {
  expect(await code(rawZip(soundParts(row)))).toBe('damaged');
});

test('a blank row at the very end of a sheet is no reason to refuse', async () => {
  const data = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" ht="15"><c r="XFD1048576"/></row>';
  expect(await code(rawZip(soundParts(data)))).toBe('read');
});

test('a merge as far as no sheet reaches is refused before a library makes an object of each cell', async () => {
  const sheet = soundParts(undefined, '<mergeCells><mergeCell ref="A1:A999999999"/></mergeCells>');
  expect(await code(rawZip(sheet))).toBe('too-many-merged');
});

test('a link that a person may click is no reason to refuse', async () => {
  expect(await code(workbookWith({ name: 'xl/worksheets/_rels/sheet1.xml.rels', data: relation('hyperlink') }))).toBe(
    'read',
  );
});

test('two parts of one name are refused, also when only capitals differ', async () => {
  expect(await code(rawZip([...soundParts(), { name: 'XL/Workbook.xml', data: '<x/>' }]))).toBe('duplicate-names');
});

test('an archive of thousands of parts is refused', async () => {
  const many = Array.from({ length: LIMITS.entries }, (_, at) => ({ name: `xl/media/${at}.png`, data: 'x' }));
  expect(await code(rawZip([...soundParts(), ...many]))).toBe('too-many-parts');
});

test('a file cut off anywhere is refused and never half read', async () => {
  const whole = rawZip(soundParts());
  const cut = [0.2, 0.5, 0.8, 0.95, 0.99].map((share) => whole.subarray(0, Math.floor(whole.length * share)));
  expect(await Promise.all(cut.map((bytes) => preflight(bytes, 'xlsx')))).toEqual(cut.map(() => 'truncated'));
});

test('a bomb is refused before it is unpacked, in the memory it came with', async () => {
  const bytes = await bomb(300 * 1024 * 1024);
  const before = process.memoryUsage();

  expect(await preflight(bytes, 'xlsx')).toBe('unpacks-too-large');

  const after = process.memoryUsage();
  expect(after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(30 * 1024 * 1024);
});

test('a bomb that lies about its size is stopped while it unpacks', async () => {
  const lying = workbookWith({
    name: 'xl/worksheets/sheet1.xml',
    data: Buffer.alloc(60 * 1024 * 1024),
    statedSize: 1000,
  });
  let most = 0;

  expect(
    await preflight(lying, 'xlsx', (done) => {
      most = Math.max(most, done);
    }),
  ).toBe('lying-sizes');

  expect(most).toBeLessThan(2 * 1024 * 1024);
});

test('merged cells over a whole sheet are refused before a library makes an object of each', async () => {
  const sheet = soundParts(undefined, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>');
  expect(await code(rawZip(sheet))).toBe('too-many-merged');
});

test('a workbook that needs too much memory is refused and the program goes on', async () => {
  const row = (at: number): string =>
    `<row r="${at}">${Array.from({ length: 100 }, (_, column) => `<c t="inlineStr"><is><t>${at}${column}</t></is></c>`).join('')}</row>`;
  const bytes = rawZip(soundParts(Array.from({ length: 4000 }, (_, at) => row(at + 1)).join('')));

  const tight = await readWorkbook(bytes, '清单.xlsx', { converter: null, heapMb: 48 });

  const none = await readWorkbook(bytes, '清单.xlsx', { converter: null, heapMb: 4 });

  expect(tight).toMatchObject({ refused: { code: 'too-heavy' } });
  expect(none).toMatchObject({ refused: { code: 'too-heavy' } });
  expect(await code(rawZip(soundParts()))).toBe('read');
});

test('a workbook that takes too long is refused and its process is ended', async () => {
  const result = await readWorkbook(rawZip(soundParts()), '清单.xlsx', { converter: null, ms: 1 });
  expect(result).toMatchObject({ refused: { code: 'too-slow' } });
});

test('every refusal says in both languages what to do', () => {
  for (const each of FILE_REFUSAL_CODES) {
    expect(refusal(each).zh.length).toBeGreaterThan(10);
    expect(refusal(each).zh).toMatch(/请/);
    expect(refusal(each).en.length).toBeGreaterThan(20);
  }
});
