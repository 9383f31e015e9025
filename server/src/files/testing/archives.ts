import { crc32, deflateRawSync } from 'node:zlib';
import { zipStream } from '../zip-stream.ts';

/** An entry of an archive made for a test; what the headers claim may differ from what is there. */
export type RawEntry = {
  readonly name: string;
  readonly data: Buffer | string;
  readonly statedSize?: number;
  readonly statedCrc?: number;
  readonly flags?: number;
};

function headers(
  { name, data, statedSize, statedCrc, flags = 0 }: RawEntry,
  at: number,
): { readonly local: Buffer; readonly central: Buffer } {
  const raw = Buffer.from(data);
  const packed = deflateRawSync(raw);
  const called = Buffer.from(name);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(statedCrc ?? crc32(raw), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(statedSize ?? raw.length, 18);
  fields.writeUInt16LE(called.length, 22);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  fields.copy(central, 6, 0, 24);
  central.writeUInt32LE(at, 42);
  return {
    local: Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, called, packed]),
    central: Buffer.concat([central, called]),
  };
}

/** An archive with exactly these entries, however wrong. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { local, central } = headers(entry, at);
    locals.push(local);
    centrals.push(central);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a small sound workbook; a test adds or replaces what it is about. */
export function soundParts(
  sheetData = '<row r="1"><c r="A1" t="inlineStr"><is><t>问题</t></is></c></row>',
  tail = '',
): readonly RawEntry[] {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return [
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData>${tail}</worksheet>`,
    },
  ];
}

/** A sound workbook with one part added, or replaced where the name is taken. */
export function workbookWith(part: RawEntry): Buffer {
  const parts = soundParts().filter(({ name }) => name !== part.name);
  return rawZip([...parts, part]);
}

/** An archive whose one sheet unpacks to `bytes` zeros, made without ever holding them. */
export async function bomb(bytes: number): Promise<Buffer> {
  const chunk = Buffer.alloc(1024 * 1024);
  const parts = soundParts()
    .slice(0, 4)
    .map(({ name, data }) => ({ name, content: [Buffer.from(data)] }));
  const sheet = {
    name: 'xl/worksheets/sheet1.xml',
    content: Array.from({ length: Math.ceil(bytes / chunk.length) }, () => chunk),
  };
  const chunks: Buffer[] = [];
  for await (const piece of zipStream([...parts, sheet])) chunks.push(piece);
  return Buffer.concat(chunks);
}
