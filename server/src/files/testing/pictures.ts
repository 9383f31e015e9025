import { crc32, deflateSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { soundParts, type RawEntry } from './archives.ts';

/** A small picture whose bytes are its own: one colour, 8 × 8. */
export function png(colour: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(8, 0);
  head.writeUInt32BE(8, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(24, colour)]);
  const lines = Buffer.concat(Array.from({ length: 8 }, () => line));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A picture laid over a cell, `row` and `column` from 1. */
type Laid = { readonly row: number; readonly column: number; readonly bytes: Buffer };

/** A workbook of one sheet with pictures laid over its cells, as the library writes one; each picture is stored once. */
export async function workbookWithPictures(
  rows: readonly (readonly (string | number | null)[])[],
  laid: readonly Laid[],
  name = '清单',
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name);
  sheet.addRows(rows.map((row) => [...row]));
  const ids = new Map<Buffer, number>();
  for (const { row, column, bytes } of laid) {
    const buffer = bytes as unknown as ExcelJS.Buffer; // exceljs declares a Buffer type of its own
    const id = ids.get(bytes) ?? book.addImage({ buffer, extension: 'png' });
    ids.set(bytes, id);
    sheet.addImage(id, { tl: { col: column - 1, row: row - 1 }, ext: { width: 40, height: 30 } });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A list of relations: id, sort, target; `outside`: the target is an address. */
export const relations = (
  ...all: readonly { readonly id: string; readonly sort: string; readonly target: string; readonly outside?: true }[]
): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ({ id, sort, target, outside }) =>
        `<Relationship Id="${id}" Type="${OFFICE}/${sort}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

/** A sound workbook with these parts in place of its own, or beside them. */
export const partsWith = (...parts: readonly RawEntry[]): readonly RawEntry[] => {
  const names = new Set(parts.map(({ name }) => name));
  return [...soundParts().filter(({ name }) => !names.has(name)), ...parts];
};
