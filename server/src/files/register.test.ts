import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { plainDate } from '@bihuan/core/time';
import { expect, test } from 'vitest';
import { preflight } from './preflight.ts';
import { escapeXml, sheetEnd } from './register-xml.ts';
import { writeRegister } from './register.ts';
import type { RegisterValue } from './register-column.ts';
import { readWorkbook } from './workbook.ts';

const COLUMNS = [
  { head: '编号', width: 16 },
  { head: '问题', width: 40 },
  { head: '时限', width: 12 },
  { head: '件数', width: 8 },
];
const TITLE = { title: '问题台账（演示）', sheet: '台账' };

async function* rowsOf(values: readonly (readonly RegisterValue[])[]): AsyncGenerator<readonly RegisterValue[]> {
  yield* values;
}

async function written(values: readonly (readonly RegisterValue[])[]): Promise<Buffer> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await writeRegister(rowsOf(values), COLUMNS, stream, TITLE);
  return Buffer.concat(chunks);
}

test('a register that is written can be read again, days as days and text as text', async () => {
  const bytes = await written([
    ['SD-1', "=cmd|' /C calc'!A0", { day: plainDate('2024-12-31') }, 3],
    ['SD-2', '甲<乙>&"丙" \u0001第二行\n换行', null, 0],
  ]);
  const read = await readWorkbook(bytes, '台账.xlsx', { converter: null });
  if ('refused' in read) throw new Error(read.refused.code);

  const rows = read.sheets[0]?.rows.map((row) => row.map(({ text }) => text));

  expect(await preflight(bytes, 'xlsx')).toBeNull();
  expect(read.sheets[0]?.rows[2]?.[1]).not.toHaveProperty('formula');
  expect(rows?.slice(1)).toEqual([
    ['编号', '问题', '时限', '件数'],
    ['SD-1', "=cmd|' /C calc'!A0", '2024-12-31', '3'],
    ['SD-2', '甲<乙>&"丙" 第二行\n换行', '', '0'],
  ]);
});

test('what belongs in a column is said beside its cells and stands in none of them', async () => {
  const columns = [
    { head: '编号', width: 16 },
    { head: '问题', width: 40, help: '写清“什么” & 多少' },
  ];
  const stream = new PassThrough();
  const [bytes] = await Promise.all([buffer(stream), writeRegister(rowsOf([['SD-1', '甲']]), columns, stream, TITLE)]);
  const read = await readWorkbook(bytes, '空表.xlsx', { converter: null });
  if ('refused' in read) throw new Error(read.refused.code);

  expect(sheetEnd(columns, 3)).toContain(
    '<dataValidations count="1"><dataValidation allowBlank="1" showInputMessage="1" promptTitle="问题" prompt="写清“什么” &amp; 多少" sqref="B3:B1002"/></dataValidations><pageMargins',
  );
  expect(sheetEnd(COLUMNS, 3)).not.toContain('dataValidation');
  expect(await preflight(bytes, 'xlsx')).toBeNull();
  expect(read.sheets[0]?.rows.slice(1).map((row) => row.map(({ text }) => text))).toEqual([
    ['编号', '问题'],
    ['SD-1', '甲'],
  ]);
});

test('what a person typed as _x000D_ is not taken for an escape by a spreadsheet', () => {
  expect(escapeXml('甲_x000D_乙_xyz')).toBe('甲_x005F_x000D_乙_xyz');
  expect(escapeXml('甲\u0001乙\ud800丙😀\t\n')).toBe('甲乙丙😀\t\n');
});

test('the same rows give the same bytes', async () => {
  expect((await written([['SD-1', '问题', null, 1]])).equals(await written([['SD-1', '问题', null, 1]]))).toBe(true);
});

test('a hundred thousand rows are written in bounded memory, no faster than they are taken', async () => {
  let made = 0;
  let most = 0;
  async function* rows(): AsyncGenerator<readonly RegisterValue[]> {
    for (; made < 100_000; made += 1) {
      if (made % 5000 === 0) {
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        most = Math.max(most, heapUsed + arrayBuffers);
      }
      yield [
        `SD-${made}`,
        `演示：第${made}号点位污水直排，位于某某河左岸${made % 97}米处`,
        { day: plainDate('2024-12-31') },
        made,
      ];
    }
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  let bytes = 0;
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      setImmediate(done);
    },
  });

  await writeRegister(rows(), COLUMNS, sink, TITLE);

  expect(made).toBe(100_000);
  expect(bytes).toBeGreaterThan(500_000);
  expect(most - heapUsed - arrayBuffers).toBeLessThan(120 * 1024 * 1024);
});

test('when the reader goes away the rows are no longer asked for', async () => {
  let made = 0;
  let closed = false;
  async function* rows(): AsyncGenerator<readonly RegisterValue[]> {
    try {
      for (; ; made += 1) yield [`SD-${made}`, `演示：${Math.sqrt(made)}`, null, made];
    } finally {
      closed = true;
    }
  }
  let taken = 0;
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      taken += chunk.length;
      done(taken > 100_000 ? new Error('gone') : null);
    },
  });

  await expect(writeRegister(rows(), COLUMNS, sink, TITLE)).rejects.toThrow('gone');

  await expect.poll(() => closed).toBe(true);
});
