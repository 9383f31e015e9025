import { expect, test } from 'vitest';
import { plainDate } from '@bihuan/core/time';
import { openSessions, type Known } from './sessions.ts';

const today = plainDate('2026-11-24');
const person = (name: string): Known => ({
  keeper: { actor: { id: name, name, postings: [] }, administrator: false },
  unit: null,
  mustChange: false,
});

test('an answer is kept for seconds, and not into the next day', async () => {
  let now = 0;
  let asked = 0;
  const sessions = openSessions(() => now);
  const ask = (day = today) => sessions.resolve('t', day, async () => ((asked += 1), person('甲')));
  await ask();
  await ask();
  expect(asked).toBe(1);
  await ask(plainDate('2026-11-25'));
  expect(asked).toBe(2);
  now = 5_001;
  await ask(plainDate('2026-11-25'));
  expect(asked).toBe(3);
});

test('an answer that was on its way when somebody signed out is asked again and not kept', async () => {
  const sessions = openSessions(() => 0);
  let present: Known | null = person('甲');
  let arrive = (): void => {};
  const slow = new Promise<void>((resolve) => (arrive = resolve));
  const under = sessions.resolve('t', today, async () => {
    const read = present;
    if (read) await slow;
    return read;
  });
  present = null;
  sessions.forget();
  arrive();
  expect(await under).toBeNull();
  expect(await sessions.resolve('t', today, async () => present)).toBeNull();
});
