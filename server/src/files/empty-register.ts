import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { RegisterColumn } from './register-column.ts';
import { writeRegister } from './register.ts';

/** A list without rows as .xlsx, for an office that has none of its own yet. @param title over the head, and the sheet's name */
export async function emptyRegister(columns: readonly RegisterColumn[], title: string): Promise<Buffer> {
  const stream = new PassThrough();
  const [bytes] = await Promise.all([
    buffer(stream),
    writeRegister(noRows(), columns, stream, { title, sheet: title }),
  ]);
  return bytes;
}

async function* noRows(): AsyncGenerator<never> {}
