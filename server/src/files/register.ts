import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RegisterColumn, RegisterValue } from './register-column.ts';
import { fixedParts, rowXml, sheetEnd, sheetStart } from './register-xml.ts';
import { zipStream } from './zip-stream.ts';
import type { ZipPart } from './zip-stream.ts';

/** What the register is called: the title over the head, and the sheet's name. */
export type RegisterTitle = { readonly title: string; readonly sheet: string };

const CHUNK = 64 * 1024;

/**
 * Writes the register as .xlsx (A3 landscape, repeated head, frozen panes, filter) while its rows are read: a hundred thousand
 * rows need no more memory than a hundred. Ends the stream; rejects when the reader of the stream goes away.
 */
export async function writeRegister(
  rows: AsyncIterable<readonly RegisterValue[]>,
  columns: readonly RegisterColumn[],
  stream: NodeJS.WritableStream,
  { title, sheet }: RegisterTitle,
): Promise<void> {
  const fixed = fixedParts(sheet).map(([name, xml]): ZipPart => ({ name, content: [Buffer.from(xml)] }));
  const parts = [...fixed, { name: 'xl/worksheets/sheet1.xml', content: sheetXml(rows, columns, title) }];
  await pipeline(Readable.from(zipStream(parts)), stream);
}

async function* sheetXml(
  rows: AsyncIterable<readonly RegisterValue[]>,
  columns: readonly RegisterColumn[],
  title: string,
): AsyncGenerator<Buffer> {
  let text = sheetStart(title, columns);
  let number = 2;
  for await (const row of rows) {
    number += 1;
    text += rowXml(number, row);
    if (text.length >= CHUNK) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text + sheetEnd(columns, number));
}
