import os from 'node:os';

/** The machine's clocks, in ms. */
export type Machine = {
  /** What time it says it is. */
  readonly wall: () => number;
  /** How long it has run: nobody sets this one. Stands still while the machine sleeps. */
  readonly running: () => number;
  /** How long it is up, sleep included. */
  readonly up: () => number;
};

const MACHINE: Machine = { wall: Date.now, running: () => performance.now(), up: () => os.uptime() * 1_000 };

/** A correction forward of so much is an ordinary one, ms. */
const AHEAD = 300_000;

/** One backward of so much too: then time stands still until it is made up for. */
const BACK = 5_000;

/** A clock that was believed is measured from anew after so much, ms: small corrections add up to no fault. */
const ANEW = 1_000;

/**
 * Why nothing is recorded: `behind`: the machine's clock is before the newest time in the record; `ahead`: it has gone forward by
 * more than has passed.
 */
export class ClockWrong extends Error {
  override readonly name = 'ClockWrong';
  readonly statusCode = 503;
  readonly why: 'behind' | 'ahead';
  /** What the machine says, and what it would have to say at least (`behind`) or about (`ahead`); UTC, ISO 8601. */
  readonly says: string;
  readonly expected: string;

  constructor(why: 'behind' | 'ahead', says: number, expected: number) {
    super(`the clock of this machine is ${why}: ${new Date(says).toISOString()}, ${new Date(expected).toISOString()}`);
    this.why = why;
    this.says = new Date(says).toISOString();
    this.expected = new Date(expected).toISOString();
  }
}

/** A clock that nobody is made to believe. */
export type WatchedClock = {
  /** The time to record; never before one it has told. @throws ClockWrong while it cannot be believed */
  readonly now: () => Date;
  /** The time as far as it can be believed: while the clock is wrong, what it should be. */
  readonly believed: () => Date;
  readonly fault: () => ClockWrong | null;
  /** Something has been recorded at this instant: no earlier one is believed. */
  readonly follow: (recorded: Date) => void;
};

/**
 * Watches the machine's clock against its own running time and against what was recorded. A clock that steps back, or a year
 * ahead, would let terms lapse for good and write times that never were: until it is right again nothing is recorded. One that was
 * wrong before and has been set right by a large step is believed after a restart: somebody was there.
 */
export function watchClock(machine: Machine = MACHINE): WatchedClock {
  const here = () => ({ wall: machine.wall(), running: machine.running(), up: machine.up() });
  let anchor = here();
  let latest = 0;

  const look = (): { readonly at: number; readonly fault: ClockWrong | null } => {
    const [wall, running] = [machine.wall(), machine.running()];
    const ran = anchor.wall + running - anchor.running;
    // how long the machine is up is read from its kernel: asked only where it may matter, for an act looks at the clock many times
    const expected = wall > ran + AHEAD ? Math.max(ran, anchor.wall + machine.up() - anchor.up) : ran;
    if (wall > expected + AHEAD) return { at: expected, fault: new ClockWrong('ahead', wall, expected) };
    if (wall < latest - BACK) return { at: latest, fault: new ClockWrong('behind', wall, latest) };
    if (running - anchor.running >= ANEW || wall > ran + AHEAD) anchor = here();
    return { at: Math.max(wall, latest), fault: null };
  };

  return {
    now: () => {
      const { at, fault } = look();
      if (fault) throw fault;
      latest = at;
      return new Date(at);
    },
    believed: () => new Date(look().at),
    fault: () => look().fault,
    follow: (recorded) => void (latest = Math.max(latest, recorded.getTime())),
  };
}
