/** How many may be at work behind a gate at once, and who may wait before it. */
export type Room = {
  readonly most: number;
  /** How many may wait in all. */
  readonly waiting: number;
  /** How many of one party may be at work or wait, so that one never takes all the room; no limit where it is not said. */
  readonly each?: number;
  /** How long anybody waits, ms; without end where it is not said. */
  readonly patience?: number;
  /** So few may wait longer: where few wait, it is the machine that stood still, and sending them away would help nobody. */
  readonly calm?: number;
};

/** A place at work, or one in the queue. */
export type Place = {
  /** Resolves when it is this one's turn. @throws Crowded when the wait grew too long */
  readonly entered: Promise<void>;
  /** Gives the place back, whether it was reached or not; a second time does nothing. */
  readonly leave: () => void;
};

/**
 * Lets a few in at once and a short queue wait; whoever comes on top is told to come again. The queue is fair: each party that
 * waits (an address, a session, a unit) is let in once before any is let in twice, so a hundred wishes of one cost another one turn.
 */
export type Gate = {
  /** @throws Crowded when there is no room to wait */
  readonly ask: (party: string) => Place;
  /** Does the work when it is its turn. @throws Crowded when there is no room, or the wait grew too long */
  readonly run: <T>(party: string, work: () => Promise<T>) => Promise<T>;
  /** Whether `ask` would refuse this party now. */
  readonly isFull: (party: string) => boolean;
};

/** Thrown when the queue is full, or the wait in it too long; the doors answer 503. */
export class Crowded extends Error {
  override readonly name = 'Crowded';
  readonly statusCode = 503;
}

type Waiter = { readonly enter: () => void };

/** A gate with this much room. */
export function openGate(room: Room): Gate {
  const { most, waiting, each = Infinity } = room;
  const queue = fairQueue<Waiter>();
  const held = new Map<string, number>();
  let inside = 0;

  const isFull = (party: string): boolean =>
    (held.get(party) ?? 0) >= each || (inside >= most && queue.size() >= waiting);
  const hold = (party: string, change: 1 | -1): void => {
    const now = (held.get(party) ?? 0) + change;
    if (now === 0) held.delete(party);
    else held.set(party, now);
  };
  const passOn = (): void => {
    const next = queue.take();
    if (next) next.enter();
    else inside -= 1;
  };
  const ask = (party: string): Place => {
    if (isFull(party)) throw new Crowded('too many at once');
    hold(party, 1);
    const over = (): void => hold(party, -1);
    if (inside >= most) return queued(queue, party, room, { passOn, over });
    inside += 1;
    return { entered: Promise.resolve(), leave: once(() => (passOn(), over())) };
  };
  const run = async <T>(party: string, work: () => Promise<T>): Promise<T> => {
    const place = ask(party);
    try {
      await place.entered;
      return await work();
    } finally {
      place.leave();
    }
  };
  return { ask, isFull, run };
}

const once = (work: () => void): (() => void) => {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
};

type Ends = { readonly passOn: () => void; readonly over: () => void };

/** A place in the queue, which becomes one at work when it is taken out of it. */
function queued(
  queue: ReturnType<typeof fairQueue<Waiter>>,
  party: string,
  { patience, calm = 0 }: Room,
  { passOn, over }: Ends,
): Place {
  let inside = false;
  let forget = (): void => {};
  const leave = once(() => {
    forget();
    if (inside) passOn();
    over();
  });
  const entered = new Promise<void>((enter, refuse) => {
    const waiter: Waiter = {
      enter: () => {
        inside = true;
        forget();
        enter();
      },
    };
    const tire = (): void => {
      if (queue.size() <= calm) return;
      leave();
      refuse(new Crowded('waited too long'));
    };
    const timer = patience === undefined ? undefined : setInterval(tire, patience);
    queue.add(party, waiter);
    forget = () => {
      clearInterval(timer);
      queue.remove(party, waiter);
    };
  });
  return { entered, leave };
}

/** First come, first served within a party; the parties take turns. */
function fairQueue<T>() {
  const lines = new Map<string, T[]>();
  let size = 0;
  return {
    size: () => size,
    add(party: string, one: T): void {
      const line = lines.get(party);
      if (line) line.push(one);
      else lines.set(party, [one]);
      size += 1;
    },
    take(): T | undefined {
      const [first] = lines;
      if (first === undefined) return undefined;
      const [party, line] = first;
      const one = line.shift();
      lines.delete(party); // and behind all others again, where more of it wait
      if (line.length > 0) lines.set(party, line);
      size -= 1;
      return one;
    },
    remove(party: string, one: T): void {
      const line = lines.get(party);
      const at = line?.indexOf(one) ?? -1;
      if (line === undefined || at < 0) return;
      line.splice(at, 1);
      if (line.length === 0) lines.delete(party);
      size -= 1;
    },
  };
}
