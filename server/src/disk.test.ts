import { expect, test } from 'vitest';
import { watchDisk } from './disk.ts';

const MB = 1024 * 1024;

test('the disk with the least room counts; the reserve comes before the end', async () => {
  const left: Record<string, number | null> = { '/home': 900 * MB, '/home/pg': 900 * MB, '/home/files': null };
  let now = 0;
  const { room } = watchDisk('/home', 512 * MB, { free: async (folder) => left[folder] ?? null, now: () => now });
  const later = (): Promise<string> => {
    now += 1_001;
    return room();
  };

  expect(await room()).toBe('enough');
  left['/home/pg'] = 511 * MB;
  expect(await room()).toBe('enough'); // a look is believed for a second
  expect(await later()).toBe('low');
  left['/home/pg'] = 63 * MB;
  expect(await later()).toBe('full');
  left['/home/pg'] = 900 * MB;
  expect(await later()).toBe('enough');
});

test('a real folder has room, and none for a reserve that no disk has', async () => {
  expect(await watchDisk('/tmp', 0).room()).toBe('enough');
  expect(await watchDisk('/tmp', Number.MAX_SAFE_INTEGER).room()).toBe('full');
});
