import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ARCHIVE_FORMAT,
  archiveVerifier,
  chained,
  eventLine,
  GENESIS,
  headsDigest,
  headsOf,
  type ArchiveLine,
  type Crypto,
} from './index.ts';

const crypto: Crypto = {
  hash: (bytes) => createHash('sm3').update(bytes).digest(),
  utf8: (text) => new TextEncoder().encode(text),
};
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** An archive of dossiers with so many events each. */
function archive(sizes: readonly number[], region = '000000'): ArchiveLine[] {
  const writtenAt = '2030-03-05T00:00:00.000Z';
  const own = { line: 'archive', format: ARCHIVE_FORMAT, region, algorithm: 'SM3', writtenAt } as const;
  let heads = headsOf(own, crypto);
  const dossiers = sizes.flatMap((size, at): ArchiveLine[] => {
    const dossier = `d${at}`;
    const links = chained(
      Array.from({ length: size }, (_, index) => ({
        region,
        dossier,
        version: index + 1,
        type: 'Said',
        body: crypto.utf8(`{"n":${index}}`),
        claimedOn: '2030-03-04',
        recordedAt: '2030-03-04T01:02:03.004Z',
        actor: 'clerk',
        command: `c${index}`,
      })),
      GENESIS,
      crypto,
    );
    const head = { region, dossier, kind: 'problem', version: size, digest: hex(links.at(-1)!.digest) };
    heads = headsDigest(heads, head, crypto);
    return [{ line: 'dossier', ...head }, ...links.map(eventLine)];
  });
  return [
    own,
    ...dossiers,
    { line: 'end', dossiers: sizes.length, events: sizes.reduce((sum, size) => sum + size, 0), heads },
  ];
}

function report(lines: readonly ArchiveLine[]) {
  const verifier = archiveVerifier(crypto);
  for (const line of lines) verifier.read(line);
  return verifier.report();
}

const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 });

test('an archive that nobody touched verifies, and says how much was read', () => {
  fc.assert(
    fc.property(sizes, (each) => {
      expect(report(archive(each))).toEqual({
        dossiers: each.length,
        events: each.reduce((sum, size) => sum + size, 0),
        findings: [],
      });
    }),
  );
});

test('any one line taken out, written twice or exchanged with the next is found', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), (each, nat) => {
      const lines = archive(each);
      const at = 1 + (nat % (lines.length - 1));
      expect(report(lines.toSpliced(at, 1)).findings, 'taken out').not.toEqual([]);
      expect(report(lines.toSpliced(at, 0, lines[at]!)).findings, 'twice').not.toEqual([]);
      if (at + 1 < lines.length)
        expect(report(lines.toSpliced(at, 2, lines[at + 1]!, lines[at]!)).findings, 'exchanged').not.toEqual([]);
    }),
  );
});

test('a whole dossier cut out is found', () => {
  const lines = archive([2, 3, 1]);
  const without = lines.filter((line) => !('dossier' in line && line.dossier === 'd1'));
  expect(report(without).findings).toMatchObject([{ kind: 'cut-off' }]);

  const recounted = without.map((line) => (line.line === 'end' ? { ...line, dossiers: 2, events: 3 } : line));
  expect(report(recounted).findings).toMatchObject([{ kind: 'changed' }]);
});

test('events without a dossier are found, also when the closing line was written to fit', () => {
  const lines = archive([2])
    .filter((line) => line.line !== 'dossier')
    .map((line) => (line.line === 'end' ? { ...line, dossiers: 0, heads: '' } : line));
  expect(report(lines).findings).not.toEqual([]);
});

test('an archive without its first line or of another format is not taken for one', () => {
  const lines = archive([1]);
  expect(report(lines.slice(1)).findings).not.toEqual([]);
  expect(report([]).findings).not.toEqual([]);
  const other = lines.map((line) => (line.line === 'archive' ? { ...line, format: 9 as never } : line));
  expect(report(other).findings.map(({ detail }) => detail)).toContainEqual(expect.stringContaining('format 9'));
});

test('whatever stands in a line is closed over, and nothing may stand in it that is not', () => {
  const lines = archive([2, 1]);
  for (const [at, line] of lines.entries()) {
    for (const [field, value] of Object.entries(line)) {
      const other = typeof value === 'number' ? value + 1 : `${value}0`;
      expect(report(lines.with(at, { ...line, [field]: other })).findings, `${at} ${field}`).not.toEqual([]);
    }
    expect(report(lines.with(at, { ...line, remark: '改' } as never)).findings, `${at} more`).not.toEqual([]);
  }
});

test('the archives of several regions stand in one file, each once', () => {
  const [one, other] = [archive([2]), archive([1, 3], '000001')];
  expect(report([...one, ...other])).toEqual({ dossiers: 3, events: 6, findings: [] });
  expect(report([...one, ...one]).findings).toMatchObject([{ kind: 'surplus' }]);
  expect(report([...one.slice(0, -1), ...other]).findings).not.toEqual([]);
});

test('bytes that are no hex do not pass for zeros', () => {
  const lines = archive([2]).map((line) =>
    line.line === 'event' ? { ...line, previous: line.previous.replaceAll('00', 'zz') } : line,
  );
  expect(report(lines).findings).not.toEqual([]);
});
