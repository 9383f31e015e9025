import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { PIECE, sealed, unsealed } from './sealed.ts';
import type { Secret } from './secret.ts';

const key: Secret = { key: randomBytes(32) };
const words: Secret = { passphrase: '一个足够长的口令，没有别人知道' };
const TAG = 16;

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const whole = async (pieces: AsyncIterable<Buffer>): Promise<Buffer> => Buffer.concat(await Array.fromAsync(pieces));
const lock = (bytes: Buffer, secret: Secret = key): Promise<Buffer> => whole(sealed(inPieces(bytes, 70_001), secret));
const open = (archive: Buffer, secret: Secret = key): Promise<Buffer> =>
  whole(unsealed(inPieces(archive, 65_537), secret));

/** Three pieces, the last of them shorter. */
const plain = randomBytes(2 * PIECE + 1_000);
const archive = await lock(plain);
const begins = archive.indexOf('\n') + 1;
const piece = (number: number, of = archive): Buffer =>
  of.subarray(begins + number * (PIECE + TAG), begins + (number + 1) * (PIECE + TAG));
const rebuilt = (...pieces: readonly Buffer[]): Buffer => Buffer.concat([archive.subarray(0, begins), ...pieces]);

test('what was sealed opens again, whatever its length: nothing, one byte, a piece exactly', async () => {
  for (const length of [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE]) {
    const bytes = randomBytes(length);
    expect((await open(await lock(bytes))).equals(bytes)).toBe(true);
  }
  expect((await open(rebuilt(piece(0), piece(1), piece(2)))).equals(plain)).toBe(true);
});

test('a passphrase opens what it locked; how it was stretched stands in the head', async () => {
  const locked = await lock(plain, words);

  expect(JSON.parse(/\{.*\}/.exec(locked.toString('latin1', 0, 400))![0])).toMatchObject({
    keys: { name: 'scrypt', N: 131_072, r: 8, p: 1 },
  });
  expect((await open(locked, words)).equals(plain)).toBe(true);
  await expect(open(locked, { passphrase: '另一个足够长的口令，谁都知道' })).rejects.toThrow('密钥或口令不对');
  await expect(open(locked, key)).rejects.toThrow('locked the other way');
  await expect(lock(plain, { passphrase: '太短了' })).rejects.toThrow('too short');
});

test('another key is told from damage, and the same bytes never look alike twice', async () => {
  await expect(open(archive, { key: randomBytes(32) })).rejects.toThrow('密钥或口令不对');
  expect((await lock(plain)).subarray(begins).equals(archive.subarray(begins))).toBe(false);
});

test('an archive that was cut is refused wherever the cut is, also between two pieces', async () => {
  const cuts = [
    0,
    10,
    begins - 1,
    begins,
    begins + 1,
    begins + PIECE + TAG,
    begins + 2 * (PIECE + TAG),
    archive.length - 1,
  ];

  for (const at of cuts) await expect(open(archive.subarray(0, at))).rejects.toThrow(/不完整|截断|不是本程序/);
  await expect(open(archive.subarray(0, begins + PIECE + TAG))).rejects.toThrow('cut off before its end');
});

test('pieces that were moved, left out, doubled, added or taken from another archive do not open', async () => {
  const other = await lock(plain);

  for (const forged of [
    rebuilt(piece(1), piece(0), piece(2)),
    rebuilt(piece(0), piece(2)),
    rebuilt(piece(0), piece(0), piece(2)),
    rebuilt(piece(0), piece(1), piece(2), piece(2)),
    rebuilt(piece(0), piece(1, other), piece(2)),
    Buffer.concat([archive, Buffer.of(0)]),
  ])
    await expect(open(forged)).rejects.toThrow('备份被改动');
});

test('a single changed bit anywhere is found, and nothing of its piece is handed on', async () => {
  for (const at of [begins, begins + PIECE + TAG - 1, begins + PIECE + TAG + 5, archive.length - 1]) {
    const changed = Buffer.from(archive);
    changed[at]! ^= 1;
    let got = 0;
    const reading = (async () => {
      for await (const bytes of unsealed(inPieces(changed, 65_537), key)) got += bytes.length;
    })();
    await expect(reading).rejects.toThrow('备份被改动');
    expect(got).toBeLessThanOrEqual(Math.floor((at - begins) / (PIECE + TAG)) * PIECE);
  }
});

test('a head that asks for more work than ours, or says something else, is none of ours', async () => {
  const locked = (await lock(Buffer.from('x'), words)).toString('latin1');
  const heads = [
    ['"N":131072', '"N":99999999999'],
    ['"format":1', '"format":2'],
    ['BIHUAN-BACKUP', 'SOMETHING-ELSE'],
  ] as const;

  for (const [from, to] of heads)
    await expect(open(Buffer.from(locked.replace(from, to), 'latin1'), words)).rejects.toThrow(/不是本程序|开头不对/);
  await expect(open(Buffer.from(locked.replace('"r":8', '"r":4'), 'latin1'), words)).rejects.toThrow('开头被改动');
});

test.each([
  ['none', {}],
  ['a name and no salt', { name: 'scrypt', N: 131_072, r: 8, p: 1 }],
  ['a salt that is no text', { name: 'HKDF-SHA256', salt: 7 }],
  ['a cost that is no power of two', { name: 'scrypt', salt: 'x', N: 131_071, r: 8, p: 1 }],
  ['a cost below nothing', { name: 'scrypt', salt: 'x', N: 2, r: -8, p: 1 }],
  ['another way', { name: 'argon2', salt: 'x' }],
])('a head whose keys are made in no way of ours is none of ours: %s', async (_says, keys) => {
  const head = JSON.stringify({ format: 1, cipher: 'AES-256-GCM', piece: PIECE, keys });
  const strange = Buffer.concat([Buffer.from(`BIHUAN-BACKUP ${head} ${'A'.repeat(43)}\n`), archive.subarray(begins)]);
  for (const secret of [key, words]) await expect(open(strange, secret)).rejects.toThrow('不是本程序的备份');
});
