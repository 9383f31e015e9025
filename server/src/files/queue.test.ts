import { expect, test } from 'vitest';
import { inReader } from './reader.ts';
import { rawZip, soundParts } from './testing/archives.ts';

const bytes = rawZip(soundParts());
// a file without end, as far as its reader can tell: it is stopped at the limit of its time
const BAD = { task: { do: 'read', bytes }, ms: 1 } as const;

test('behind twenty bad files of one unit, a good one of another unit is read, and every bad one is answered', async () => {
  const bad = Array.from({ length: 20 }, () => inReader(BAD.task, { ms: BAD.ms, party: 'county-ecology' }));
  const good = inReader({ do: 'read', bytes }, { party: 'zhenglao-town' });

  expect(await good).toHaveProperty('sheets');
  for (const answer of await Promise.all(bad)) expect(answer).toEqual({ refused: 'too-slow' });
});

test('one unit has no more files in the queue than its share; others still find room', async () => {
  const many = Array.from({ length: 40 }, () => inReader(BAD.task, { ms: BAD.ms, party: 'county-ecology' }));
  const other = inReader({ do: 'read', bytes }, { party: 'zhenglao-town' });
  const settled = await Promise.allSettled(many);

  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(16);
  expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { statusCode: 503 } });
  expect(await other).toHaveProperty('sheets');
});
