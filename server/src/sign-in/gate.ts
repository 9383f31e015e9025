/** Lets a few in at once and a short queue wait; whoever comes on top is told to come again. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** Thrown when the queue is full; the doors answer 503. */
export class Crowded extends Error {
  override readonly name = 'Crowded';
  readonly statusCode = 503;
}

/** @param most at once @param waiting how many may wait behind them */
export function gate(most: number, waiting: number): Gate {
  const queue: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside >= most) {
      if (queue.length >= waiting) throw new Crowded('too many at once');
      await new Promise<void>((resolve) => queue.push(resolve)); // woken with a place kept for it
    } else {
      inside += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}
