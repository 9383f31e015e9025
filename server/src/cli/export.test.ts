import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readWorkbook } from '../files/workbook.ts';
import { commandLine } from '../testing/command-line.ts';
import { testOffice } from '../testing/office.ts';
import { exportCommand } from './export.ts';

const { database } = await testOffice();
const home = await commandLine(database);
const quiet = { stdout: { write: () => {} }, stderr: { write: () => {} } };
const file = path.join(home, '台账.xlsx');

test('an empty register is a workbook with its heads', async () => {
  expect(await exportCommand.run(['--out', file], quiet)).toBe(0);

  const read = await readWorkbook(await readFile(file), '台账.xlsx', { converter: null });
  expect('sheets' in read && read.sheets[0]?.name).toBe('台账');
});

test('where it cannot be written nothing is left behind', async () => {
  const nowhere = path.join(home, 'missing', 'x.xlsx');

  await expect(exportCommand.run(['--out', nowhere], quiet)).rejects.toThrow('ENOENT');
  await expect(access(`${nowhere}.part`)).rejects.toThrow('ENOENT');
});

test('without a file it says how', async () => {
  await expect(exportCommand.run([], quiet)).rejects.toThrow('--out');
});
