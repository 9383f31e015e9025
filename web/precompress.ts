import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** What is shorter fits a packet or two as it is, bytes. */
const SHORTEST = 1_400;
const TEXT = /\.(js|css|html|svg|json)$/;

const byBrotli = promisify(brotliCompress);
const byGzip = promisify(gzip);

/** Beside every text of the built page what a browser gets of it: made once, as small as it goes, so that no request waits for it. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const texts = Object.keys(bundle).filter((name) => TEXT.test(name));
      await Promise.all(texts.map((name) => smaller(path.join(dir ?? '', name))));
    },
  };
}

async function smaller(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < SHORTEST) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${file}.br`, await byBrotli(bytes, { params }));
  await writeFile(`${file}.gz`, await byGzip(bytes, { level: 9 }));
}
