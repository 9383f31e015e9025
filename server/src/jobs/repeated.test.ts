import { expect, test } from 'vitest';
import { repeated } from './repeated.ts';

test('asked to stop in the middle of a piece, it ends with that piece and does not wait for the next hour', async () => {
  let finish = (): void => {};
  let begun = 0;
  const piece = (): Promise<boolean> => {
    begun += 1;
    return new Promise((resolve) => (finish = () => resolve(false)));
  };
  const jobs = repeated(piece, { every: 3_600_000 });

  const stopped = jobs.stop();
  finish();
  await stopped;

  expect(begun).toBe(1);
});

test('asked to stop while it waits, it waits no longer', async () => {
  const jobs = repeated(() => Promise.resolve(false), { every: 3_600_000 });
  await new Promise((resolve) => setImmediate(resolve));

  await expect(jobs.stop()).resolves.toBeUndefined();
});
