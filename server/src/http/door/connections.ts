import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { callerOf } from './admission.ts';
import type { SignIn } from '../../sign-in/sign-in.ts';

/** How long and how slowly a client may keep a connection, and how many connections. */
export type Allowances = {
  /** Connections of people who have not shown that they are signed in: all of them, and of one address. */
  readonly strangers: number;
  readonly perAddress: number;
  /** Connections of one session that wait for their client. */
  readonly perSession: number;
  /** Until the first byte, ms. */
  readonly silence: number;
  /** Until all of a stranger's request has arrived, a piece of his answer is taken, or his next request begins, ms. */
  readonly strangerMs: number;
  /** Whoever is signed in sends at least so many bytes, or takes a piece of the answer, in so many ms. */
  readonly window: number;
  readonly bytes: number;
};

/** A browser opens six connections; a whole office may come through one address. A village line carries 2 kB a second. */
export const ALLOWANCES: Allowances = {
  strangers: 600,
  perAddress: 250,
  perSession: 60,
  silence: 5_000,
  strangerMs: 10_000,
  window: 20_000,
  bytes: 40_000,
};

/** Where even people who are signed in are no more let in: far above, since an idle connection costs some kilobytes. */
const MOST = 4_000;

/** How often connections are looked at, ms. */
const EVERY = 1_000;

type Held = {
  readonly socket: Socket;
  /** The address, or the session that a request on it named. */
  party: string;
  signedIn: boolean;
  request: IncomingMessage | null;
  response: ServerResponse | null;
  /** Whether its last answer was seen to be over. */
  idle: boolean;
  /** When what we wait for began, ms; what had arrived and gone out by then. */
  since: number;
  read: number;
  taken: number;
};

/**
 * Watches over connections. Slow and silent ones are ended in seconds; where there are too many, the one that has kept us waiting
 * longest goes, so that a newcomer is never turned away for those who only sit there; whoever has shown that he is signed in
 * never goes for a stranger. A connection we owe an answer to is not ended.
 * @param behindProxy connections from this machine are a proxy's: one address, many people
 */
export function watchConnections(
  app: FastifyInstance,
  signIn: Pick<SignIn, 'tokenOf'>,
  { behindProxy, allowed }: { readonly behindProxy: boolean; readonly allowed: Allowances },
): void {
  app.server.maxConnections = MOST;
  const book = connectionBook(allowed, behindProxy);
  app.server.on('connection', (socket: Socket) => book.enter(socket, performance.now()));
  app.addHook('onRequest', async (request, reply) =>
    book.asks(callerOf(signIn, request), request.raw, reply.raw, performance.now()),
  );
  const sweep = setInterval(() => {
    for (const { socket, told } of book.overdue(performance.now()))
      // Node's own word for it: the client is told 408 where nothing has been answered
      if (told) app.server.emit('clientError', Object.assign(new Error('slow'), { code: SLOW }), socket);
      else socket.destroy();
  }, EVERY);
  sweep.unref();
  app.addHook('onClose', async () => clearInterval(sweep));
}

const SLOW = 'ERR_HTTP_REQUEST_TIMEOUT';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Whether it is the client's turn: to ask, or to send the rest of what it asks. */
const waitsForClient = ({ request, response }: Held): boolean =>
  request === null || !request.complete || response?.writableFinished === true;

const NEW = { signedIn: false, request: null, response: null, idle: false, read: 0, taken: 0 };

type Overdue = { readonly socket: Socket; readonly told: boolean };

/** Who has a connection here, and how long he has kept us waiting. */
type Book = {
  readonly enter: (socket: Socket, now: number) => void;
  readonly asks: (
    caller: { readonly party: string; readonly signedIn: boolean },
    request: IncomingMessage,
    response: ServerResponse,
    now: number,
  ) => void;
  readonly overdue: (now: number) => readonly Overdue[];
};

/** Those to be ended; `told`: with a word, since nothing has been answered. */
const overdue = (all: readonly Held[], now: number, allowed: Allowances): readonly Overdue[] =>
  all.flatMap((one) => {
    const how = standing(one, now, allowed);
    return how === 'well' ? [] : [{ socket: one.socket, told: how === 'slow' && !one.response?.headersSent }];
  });

function connectionBook(allowed: Allowances, behindProxy: boolean): Book {
  const held = new Map<Socket, Held>(); // in the order in which they last asked
  const parties = new Map<string, number>();
  let strangers = 0;

  const count = ({ party, signedIn }: Held, change: 1 | -1): void => {
    parties.set(party, (parties.get(party) ?? 0) + change);
    if (parties.get(party) === 0) parties.delete(party);
    if (!signedIn) strangers += change;
  };
  const isExempt = (address: string): boolean => behindProxy && LOOPBACK.has(address);
  const most = (one: Held): number => {
    if (one.signedIn) return allowed.perSession;
    return isExempt(one.party) ? Infinity : allowed.perAddress;
  };
  const leave = (one: Held): void => {
    if (held.delete(one.socket)) count(one, -1);
  };
  /** Ends the one that has kept us waiting longest; the one that came last where all others are being served. */
  const makeRoom = (among: (one: Held) => boolean, last: Held): void => {
    let worst = last;
    for (const one of held.values())
      if (one !== last && among(one) && waitsForClient(one)) {
        worst = one;
        break;
      }
    leave(worst);
    worst.socket.destroy();
  };
  const limit = (one: Held): void => {
    if ((parties.get(one.party) ?? 0) > most(one)) makeRoom(({ party }) => party === one.party, one);
    else if (!one.signedIn && strangers > allowed.strangers) makeRoom(({ signedIn }) => !signedIn, one);
  };

  const asks: Book['asks'] = ({ party, signedIn }, request, response, now) => {
    const one = held.get(request.socket);
    if (!one) return; // asked within the program
    leave(one);
    Object.assign(one, { party: signedIn ? party : (request.socket.remoteAddress ?? ''), signedIn });
    const { bytesRead } = request.socket;
    Object.assign(one, { request, response, idle: false, since: now, read: bytesRead, taken: takenOf(one) });
    held.set(one.socket, one);
    count(one, 1);
    if (signedIn) limit(one);
  };
  return {
    asks,
    enter(socket, now) {
      const one: Held = { ...NEW, socket, party: socket.remoteAddress ?? '', since: now };
      held.set(socket, one);
      count(one, 1);
      socket.once('close', () => leave(one));
      limit(one);
    },
    overdue: (now) => overdue([...held.values()], now, allowed),
  };
}

/** Bytes of answers that have left for the network. */
const takenOf = ({ socket }: Held): number => socket.bytesWritten - socket.writableLength;

/** Whether a connection is used as it may be; begins a new window for one that was quick enough in the last. */
function standing(one: Held, now: number, allowed: Allowances): 'well' | 'silent' | 'slow' {
  const { socket, request, response, signedIn } = one;
  const age = now - one.since;
  if (request === null)
    return age > (socket.bytesRead === 0 ? allowed.silence : allowed.strangerMs) ? 'silent' : 'well';
  if (!request.complete) return arriving(one, now, allowed);
  if (response?.writableFinished === true) return idle(one, now, allowed);
  if (socket.writableLength === 0) {
    one.since = now; // our turn
    return 'well';
  }
  if (takenOf(one) > one.taken) {
    Object.assign(one, { since: now, taken: takenOf(one) });
    return 'well';
  }
  return age > (signedIn ? allowed.window * 3 : allowed.strangerMs) ? 'slow' : 'well';
}

/** A stranger's request has a time; of people who are signed in a rate is asked. */
function arriving(one: Held, now: number, { strangerMs, window, bytes }: Allowances): 'well' | 'slow' {
  const age = now - one.since;
  if (!one.signedIn) return age > strangerMs ? 'slow' : 'well';
  if (age <= window) return 'well';
  if (one.socket.bytesRead - one.read < bytes) return 'slow';
  Object.assign(one, { since: now, read: one.socket.bytesRead });
  return 'well';
}

/** Nothing is owed either way. People who are signed in have Node's `keepAliveTimeout`. */
function idle(one: Held, now: number, { strangerMs }: Allowances): 'well' | 'silent' {
  if (!one.idle) Object.assign(one, { idle: true, since: now });
  return !one.signedIn && now - one.since > strangerMs ? 'silent' : 'well';
}
