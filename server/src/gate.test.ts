import { afterEach, expect, test, vi } from 'vitest';
import { openGate } from './gate.ts';

afterEach(() => void vi.useRealTimers());

/** Work that ends when it is told to. */
function held() {
  let end = (): void => {};
  const over = new Promise<void>((resolve) => (end = resolve));
  return { over, end };
}

test('a gate lets a few in, a queue wait, and sends the rest away; who fails makes room too', async () => {
  const { run, isFull } = openGate({ most: 2, waiting: 1 });
  const work = held();
  const inside = [run('a', () => work.over), run('a', () => work.over.then(() => Promise.reject(new Error('wrong'))))];
  const waiting = run('a', async () => 'in');
  expect(isFull('b')).toBe(true);
  await expect(run('a', async () => 'in')).rejects.toMatchObject({ statusCode: 503 });
  work.end();
  await Promise.allSettled(inside);
  expect(await waiting).toBe('in');
  expect(await run('a', async () => 'again')).toBe('again');
});

test('parties take turns: whoever wants once waits for one of the others, however many wishes they have', async () => {
  const { run } = openGate({ most: 1, waiting: 100 });
  const order: string[] = [];
  const work = held();
  const all = [
    run('crowd', () => work.over),
    ...Array.from({ length: 20 }, (_, no) => run('crowd', async () => void order.push(`crowd ${no}`))),
    run('one', async () => void order.push('one')),
  ];
  work.end();
  await Promise.all(all);

  expect(order.slice(0, 3)).toEqual(['crowd 0', 'one', 'crowd 1']);
  expect(order).toHaveLength(21);
});

test('one party takes its share and no more; the room left is for others', async () => {
  const { run } = openGate({ most: 2, waiting: 10, each: 3 });
  const work = held();
  const inside = Array.from({ length: 3 }, () => run('crowd', () => work.over));
  await expect(run('crowd', async () => 'in')).rejects.toMatchObject({ statusCode: 503 });
  const other = run('other', async () => 'in');
  work.end();
  await Promise.all(inside);
  expect(await other).toBe('in');
  expect(await run('crowd', async () => 'in')).toBe('in');
});

test('whoever waited too long is told so, and takes no place when one is free', async () => {
  vi.useFakeTimers();
  const { run, isFull } = openGate({ most: 1, waiting: 1, patience: 500 });
  const work = held();
  const inside = run('a', () => work.over);
  const late = run('a', async () => 'in').catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(501);
  expect(await late).toMatchObject({ statusCode: 503 });
  expect(isFull('a')).toBe(false);
  work.end();
  await inside;
  expect(await run('a', async () => 'in')).toBe('in');
});

test('where only a few wait, nobody is sent away: the machine stood still', async () => {
  vi.useFakeTimers();
  const { run } = openGate({ most: 1, waiting: 10, patience: 500, calm: 2 });
  const work = held();
  const inside = run('a', () => work.over);
  const queue = ['first', 'second', 'third'].map((name) => run('a', async () => name).catch(() => 'refused'));
  await vi.advanceTimersByTimeAsync(2_000);
  work.end();
  await inside;
  expect(await Promise.all(queue)).toEqual(['refused', 'second', 'third']);
});

test('whoever leaves the queue makes room in it; leaving twice gives no second place away', async () => {
  const { ask } = openGate({ most: 1, waiting: 1 });
  const first = ask('a');
  const second = ask('b');
  second.leave();
  second.leave();
  const third = ask('c');
  first.leave();
  first.leave();
  await third.entered;
  const fourth = ask('d');
  expect(() => ask('e')).toThrow('too many at once');
  third.leave();
  await fourth.entered;
});
