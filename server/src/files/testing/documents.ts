import { compoundFile, sheetStream, wordStream } from './compound.ts';
import { bomb, rawZip, type RawEntry, soundParts, workbookWith } from './archives.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const DOCUMENT: readonly RawEntry[] = [
  { name: '[Content_Types].xml', data: `<Types xmlns="${PACKAGE}/content-types"/>` },
  { name: '_rels/.rels', data: `<Relationships xmlns="${PACKAGE}/relationships"/>` },
  { name: 'word/document.xml', data: '<w:document><w:body/></w:document>' },
];
const docx = (...more: readonly RawEntry[]): Buffer =>
  rawZip([...DOCUMENT.filter(({ name }) => !more.some((part) => part.name === name)), ...more]);
const related = (type: string): RawEntry => ({
  name: 'word/_rels/settings.xml.rels',
  data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="http://example.invalid/t.dotm" TargetMode="External"/></Relationships>`,
});
const ofd = (...more: readonly RawEntry[]): Buffer =>
  rawZip([{ name: 'OFD.xml', data: '<ofd:OFD/>' }, { name: 'Doc_0/Document.xml', data: '<ofd:Document/>' }, ...more]);

const box = (type: string, data = Buffer.alloc(4)): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + data.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data]);
};
const heic = (...boxes: readonly Buffer[]): Buffer =>
  Buffer.concat([box('ftyp', Buffer.from('heic\0\0\0\0mif1')), ...boxes]);
const sheet = (type: number): readonly [number, Buffer] => [0x85, Buffer.from([0, 0, 0, 0, 0, type, 1, 0, 65])];

/** One sound file of each kind that is looked into. */
export const SOUND: Readonly<Record<string, Buffer>> = {
  '报告.docx': docx(related('hyperlink')),
  '清单.xlsx': rawZip(soundParts()),
  '批复.ofd': ofd(),
  '旧报告.doc': compoundFile([
    { name: 'WordDocument', bytes: wordStream() },
    { name: '1Table', bytes: Buffer.alloc(9) },
  ]),
  '旧清单.xls': compoundFile([{ name: 'Workbook', bytes: sheetStream(sheet(0)) }]),
  '现场.heic': heic(box('meta'), box('mdat', Buffer.alloc(300))),
};

/** What is wrong inside a file of each kind, by what is found: the name, the bytes, the code. */
export const UNSOUND: readonly (readonly [what: string, name: string, bytes: Buffer, code: string])[] = [
  ['macros in a document', '报告.docx', docx({ name: 'word/vbaProject.bin', data: 'x' }), 'macros'],
  [
    'macros by the types of a document',
    '报告.docx',
    docx({
      name: '[Content_Types].xml',
      data: '<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>',
    }),
    'macros',
  ],
  ['a template from elsewhere', '报告.docx', docx(related('attachedTemplate')), 'external-links'],
  [
    'a field that starts another program',
    '报告.docx',
    docx({
      name: 'word/document.xml',
      data: '<w:document><w:instrText xml:space="preserve"> DDEAUTO c:\\\\x </w:instrText></w:document>',
    }),
    'external-links',
  ],
  ['a file in a document', '报告.docx', docx({ name: 'word/embeddings/a.bin', data: 'x' }), 'embedded-objects'],
  ['an entity in a document', '报告.docx', docx({ name: 'word/document.xml', data: '<!DOCTYPE a>' }), 'doctype'],
  ['a zip that calls itself a document', '报告.docx', rawZip([{ name: 'a.txt', data: 'x' }]), 'wrong-content'],
  ['a workbook that calls itself a document', '报告.docx', rawZip(soundParts()), 'wrong-content'],
  ['a zip that was cut', '报告.docx', docx().subarray(0, 300), 'truncated'],
  ['a bomb', '清单.xlsx', await bomb(120 * 1024 * 1024), 'unpacks-too-large'],
  ['macros in a workbook', '清单.xlsx', workbookWith({ name: 'xl/vbaProject.bin', data: 'x' }), 'macros'],
  ['a zip that calls itself an OFD', '批复.ofd', docx(), 'wrong-content'],
  ['an archive in an OFD', '批复.ofd', ofd({ name: 'Doc_0/Attachs/a.zip', data: 'PK' }), 'nested-archive'],
  [
    'macros in an old document',
    '旧报告.doc',
    compoundFile([{ name: 'WordDocument', bytes: wordStream() }, { name: 'Macros' }]),
    'macros',
  ],
  [
    'an old document with a lock',
    '旧报告.doc',
    compoundFile([{ name: 'WordDocument', bytes: wordStream(true) }]),
    'encrypted',
  ],
  [
    'a file packed into an old document',
    '旧报告.doc',
    compoundFile([
      { name: 'WordDocument', bytes: wordStream() },
      { name: '\u0001Ole10Native', bytes: Buffer.alloc(9) },
    ]),
    'embedded-objects',
  ],
  [
    'an old workbook that calls itself a document',
    '旧报告.doc',
    compoundFile([{ name: 'Workbook', bytes: sheetStream() }]),
    'wrong-content',
  ],
  ['a compound file with nothing in it', '旧报告.doc', compoundFile([]), 'damaged'],
  [
    'macros in an old workbook',
    '旧清单.xls',
    compoundFile([{ name: 'Workbook', bytes: sheetStream() }, { name: '_VBA_PROJECT_CUR' }]),
    'macros',
  ],
  ['a sheet of macros', '旧清单.xls', compoundFile([{ name: 'Workbook', bytes: sheetStream(sheet(1)) }]), 'macros'],
  [
    'an old workbook with a lock',
    '旧清单.xls',
    compoundFile([{ name: 'Workbook', bytes: sheetStream([0x2f, Buffer.alloc(54)]) }]),
    'encrypted',
  ],
  ['a picture without a picture', '现场.heic', heic(box('mdat')), 'wrong-content'],
  [
    'a picture that was cut',
    '现场.heic',
    heic(box('meta'), box('mdat', Buffer.alloc(300))).subarray(0, 200),
    'truncated',
  ],
];
