import { beforeAll, describe, expect, test } from 'vitest';
import { loadDemonstration } from '../../demonstration/load.ts';
import { staffedOffice } from '../../testing/staff.ts';
import { exportLedger } from './verify-ledger.ts';
import { verifyArchive } from './verify-archive.ts';

const { services, people } = await staffedOffice();
const lines: string[] = [];

beforeAll(async () => {
  await loadDemonstration(services, people, () => {}, []);
  for await (const line of exportLedger(services)) lines.push(JSON.stringify(line));
});

const text = (each: readonly string[] = lines, end = '\n'): string => each.map((line) => `${line}${end}`).join('');
/** Read in pieces as a file is, so that every sign may fall on an edge. */
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const check = (file: Uint8Array | string, size = 997) => verifyArchive(pieces(Buffer.from(file as string), size));
const findings = async (each: readonly string[]) => (await check(text(each))).findings;
const utf16 = (said: string): Buffer => Buffer.from(said, 'utf16le');

test('an exported file is checked as it was written: not rearranged, nothing put in', async () => {
  const doubled = lines[2]!.replace('{"line"', '{"actor":"他人","line"');

  expect(await check(text())).toMatchObject({ findings: [], resaved: [] });
  expect(await findings(lines.with(2, doubled))).toMatchObject([
    { kind: 'changed', detail: expect.stringContaining('line 3') },
  ]);
  expect(await findings(lines.with(2, lines[2]!.replaceAll('","', '", "')))).toMatchObject([{ kind: 'changed' }]);
  expect(await findings(lines.toSpliced(2, 0, '{"line":"remark"}'))).not.toEqual([]);
});

describe('D13 · saved again by an editor', () => {
  test.each<[string, () => Uint8Array | string, readonly string[]]>([
    ['with a byte mark', () => `\uFEFF${text()}`, ['byte-mark']],
    ['with ends of lines of Windows', () => text(lines, '\r\n'), ['line-ends']],
    ['with those of an old Mac', () => text(lines, '\r'), ['line-ends']],
    ['with both', () => `\uFEFF${text(lines, '\r\n')}`, ['byte-mark', 'line-ends']],
    ['in UTF-16', () => utf16(`\uFEFF${text(lines, '\r\n')}`), ['byte-mark', 'utf-16', 'line-ends']],
    ['in UTF-16, the other way round', () => utf16(`\uFEFF${text()}`).swap16(), ['byte-mark', 'utf-16']],
    ['in UTF-16 without a mark', () => utf16(text()), ['utf-16']],
    ['with blank lines at the end and between', () => `${lines[0]}\n\n${text(lines.slice(1))}\n \n`, ['blank-lines']],
    ['with blanks behind a line', () => text(lines, ' \n'), ['blanks']],
    ['without the last end of line', () => text().trimEnd(), ['last-line-end']],
  ])('%s it says so, and that its record is whole', async (_how, file, resaved) => {
    const report = await check(file());
    expect(report).toMatchObject({ findings: [], resaved });
    expect(report.events).toBeGreaterThan(20);
  });

  test('however the pieces fall in which it is read', async () => {
    const file = `\uFEFF${text(lines.slice(0, 3), '\r\n')}`;
    const one = await check(file, 1);
    expect(one.resaved).toEqual(['byte-mark', 'line-ends']);
    expect(one).toEqual(await check(file, 1_000_000));
  });

  test('what was changed besides is found, and nothing else', async () => {
    const changed = lines.findIndex((line) => line.startsWith('{"line":"event"'));
    const other = lines.with(changed, lines[changed]!.replace(/"actor":"[^"]*"/, '"actor":"他人"'));
    const report = await check(`\uFEFF${text(other, '\r\n')}`);

    expect(report.resaved).toEqual(['byte-mark', 'line-ends']);
    expect(report.findings).toMatchObject([{ kind: 'changed', version: 1 }]);
  });

  test('a file that is none says so in a few lines, however long it is', async () => {
    const { findings: found } = await check('不是台账\n'.repeat(3_000));
    expect(found.map(({ detail }) => detail)).toEqual([
      'lines 1 to 3000: each cannot be read',
      'the closing line is missing',
    ]);
    const beheaded = await findings(lines.slice(1));
    expect(beheaded.filter(({ kind }) => kind === 'out-of-order')).toHaveLength(1);
    expect(await findings([])).toMatchObject([{ kind: 'cut-off' }]);
  });
});
