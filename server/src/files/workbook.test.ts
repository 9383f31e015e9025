import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { understand } from '@bihuan/core/intake';
import { convert, findConverter } from './convert.ts';
import type { Progress } from './task.ts';
import { rawZip, soundParts } from './testing/archives.ts';
import { OFFICE } from './testing/office.ts';
import { readWorkbook, understandSheet } from './workbook.ts';

const COMPOUND = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2048)]);
const ODS = rawZip([
  { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
  { name: 'content.xml', data: '<x/>' },
]);

let folder = '';
// Stands in for LibreOffice: understands the same arguments and leaves the workbook that the test laid beside it.
const program = async (name: string, script: string): Promise<string> => {
  const place = path.join(folder, name);
  await rm(place, { recursive: true, force: true });
  await mkdir(place);
  await writeFile(
    path.join(place, 'soffice'),
    `#!/bin/sh\nwhile [ "$1" != "--outdir" ]; do shift; done\nout="$2"; source="$3"\n${script}\n`,
  );
  await chmod(path.join(place, 'soffice'), 0o755);
  return place;
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bihuan-converter-'));
  await writeFile(path.join(folder, 'sound.xlsx'), rawZip(soundParts()));
  await writeFile(
    path.join(folder, 'macros.xlsx'),
    rawZip([...soundParts(), { name: 'xl/vbaProject.bin', data: 'x' }]),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['清单.xls', COMPOUND],
  ['清单.ods', ODS],
])('%s is converted where a converter is on the path', async (name, bytes) => {
  const place = await program('good', `mkdir -p "$out"; cp "${folder}/sound.xlsx" "$out/source.xlsx"`);
  const converter = findConverter(`/nowhere:${place}`);

  const read = await readWorkbook(bytes, name, { converter });

  expect(converter).toBe(path.join(place, 'soffice'));
  expect(read).toMatchObject({ converted: true, sheets: [{ name: 'Sheet1', rows: [[{ text: '问题' }]] }] });
});

test.each([
  ['清单.xls', COMPOUND],
  ['清单.ods', ODS],
])('%s is refused without a converter, with how to save it again', async (name, bytes) => {
  const read = await readWorkbook(bytes, name, { converter: findConverter('/nowhere') });
  expect(read).toMatchObject({ refused: { code: 'old-format', zh: expect.stringContaining('另存为') } });
});

test.each([
  [31, { text: '2026-06-01', date: '2026-06-01' }],
  [57, { text: '2026年6月' }],
])('format %i of a Chinese Excel is a date, though the library knows it in no language', async (id, cell) => {
  const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="${id}" applyNumberFormat="1"/></cellXfs></styleSheet>`;
  const parts = soundParts('<row r="1"><c r="A1" s="1"><v>46174</v></c></row>');
  const bytes = rawZip([...parts, { name: 'xl/styles.xml', data: styles }]);

  const read = await readWorkbook(bytes, '清单.xlsx', { converter: null });

  expect(read).toMatchObject({ sheets: [{ rows: [[cell]] }] });
});

test('the converter is told what to read and may ask nobody in the network for anything', async () => {
  const place = await program('told', '');
  const told = path.join(folder, 'told.txt');
  await writeFile(
    path.join(place, 'soffice'),
    `#!/bin/sh\nprintf '%s\\n' "$@" >"${told}"; cat "$HOME/profile/user/registrymodifications.xcu" >>"${told}"; exit 1\n`,
  );

  expect(await convert(COMPOUND, 'xls', path.join(place, 'soffice'))).toEqual({ refused: 'conversion-failed' });
  const seen = await readFile(told, 'utf8');
  expect(seen).toContain('--infilter=MS Excel 97');
  expect(seen).toContain('"ooInetProxyType" oor:op="fuse"><value>2<');
});

test('what a converter gives back is checked like any upload', async () => {
  const place = await program('infected', `mkdir -p "$out"; cp "${folder}/macros.xlsx" "$out/source.xlsx"`);
  expect(await readWorkbook(COMPOUND, '清单.xls', { converter: findConverter(place) })).toMatchObject({
    refused: { code: 'macros' },
  });
});

test('a converter that fails or gives nothing is an answer, not a crash', async () => {
  expect(await convert(COMPOUND, 'xls', path.join(await program('bad', 'exit 1'), 'soffice'))).toEqual({
    refused: 'conversion-failed',
  });
  expect(await convert(COMPOUND, 'xls', path.join(await program('idle', 'exit 0'), 'soffice'))).toEqual({
    refused: 'conversion-failed',
  });
});

test('a converter that hangs is ended with everything it started', async () => {
  const place = await program('slow', `sleep 30 & echo $! > "${folder}/child"; wait`);

  expect(await convert(COMPOUND, 'xls', path.join(place, 'soffice'), 400)).toEqual({ refused: 'too-slow' });

  const child = Number(await readFile(path.join(folder, 'child'), 'utf8'));
  await expect.poll(() => alive(child)).toBe(false);
});

async function alive(pid: number): Promise<boolean> {
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '0 (x) X');
  return !/\) [XZ]/.test(state);
}

const cells = (values: readonly string[], row: number): string =>
  `<row r="${row}">${values.map((text, at) => `<c r="${'ABCDEF'[at] ?? 'A'}${row}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;

test('five thousand rows are read and understood, with progress on the way', async () => {
  const rows = Array.from({ length: 5000 }, (_, at) =>
    cells(
      [
        String(at + 1),
        `N-${at + 1}`,
        `演示：第${at + 1}号点位污水直排`,
        at % 2 === 0 ? '由旺镇' : '姚关镇',
        '2024年12月底前',
        '',
      ],
      at + 2,
    ),
  );
  const bytes = rawZip(soundParts(cells(['序号', '编号', '问题', '责任单位', '整改时限', '备注'], 1) + rows.join('')));
  const seen: Progress[] = [];

  const read = await readWorkbook(bytes, '清单.xlsx', { converter: null, progress: (progress) => seen.push(progress) });
  if ('refused' in read || read.sheets[0] === undefined) throw new Error('not read');
  const list = understand(read.sheets[0], OFFICE);
  const inReader = await understandSheet(read.sheets[0], OFFICE, []);

  expect(new Set(seen.map(({ stage }) => stage))).toEqual(new Set(['checking', 'reading']));
  expect(seen.findLast(({ stage }) => stage === 'reading')?.done).toBe(5001);
  expect(list.rows).toHaveLength(5000);
  expect(list.rows.filter(({ pile }) => pile === 'ready')).toHaveLength(5000);
  expect(inReader).toEqual(list);
  expect(new Set(list.rows.map(({ key }) => key)).size).toBe(5000);
});
