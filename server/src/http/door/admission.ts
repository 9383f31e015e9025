import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openGate, type Gate, type Place, type Room } from '../../gate.ts';
import type { SignIn } from '../../sign-in/sign-in.ts';
import { HEALTH, isRead } from './limits.ts';
import { refuseRequest } from './problem-document.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a request of this route costs, where it is neither a plain reading nor a plain command. */
    load?: 'export' | 'workbook' | 'upload' | 'entrance';
  }
}

/** What a request is to the office when there is not room for all: each class has its own places and its own queue. */
export type Class = 'command' | 'read' | 'stranger' | 'export' | 'workbook' | 'upload' | 'entrance';

/**
 * Ten sessions of the database and one processor do the work, so few at once do as much as many. Strangers have four places and
 * never another's, exports two, readings of those signed in six, their commands ten: these find a session of the database free. What waits is answered within a second or
 * told to come again, and the queues are fair: a session, or of strangers an address, takes turns with the others.
 * Workbooks and passwords wait at gates of their own (`files/reader.ts`, `sign-in/hashing.ts`), uploads for their sender.
 */
const ROOMS: Readonly<Record<Class, Room>> = {
  command: { most: 10, waiting: 300, patience: 700, calm: 40 },
  read: { most: 6, waiting: 300, patience: 500, calm: 40 },
  stranger: { most: 4, waiting: 60, patience: 300, calm: 12 },
  export: { most: 2, waiting: 8, each: 2, patience: 5_000 },
  workbook: { most: 60, waiting: 0, each: 24 },
  upload: { most: 40, waiting: 0, each: 8 },
  entrance: { most: 250, waiting: 0 },
};

/** What the door has made of who asks, before anything is read or looked up: only whether a cookie is of our own signing. */
export type Caller = { readonly party: string; readonly signedIn: boolean };

const CALLER = Symbol('caller');
const PLACE = Symbol('place');

type Kept = { [CALLER]?: Caller; [PLACE]?: Place };
const keptOf = (request: FastifyRequest): Kept => request as FastifyRequest & Kept; // our own members, under symbols nobody else has

/** Who asks: the session a cookie of our signing names, or the address. Costs a digest and no query. */
export function callerOf(signIn: Pick<SignIn, 'tokenOf'>, request: FastifyRequest): Caller {
  const kept = keptOf(request);
  if (kept[CALLER]) return kept[CALLER];
  const token = signIn.tokenOf(request.headers.cookie);
  return (kept[CALLER] = token === null ? { party: request.ip, signedIn: false } : { party: token, signedIn: true });
}

function classOf({ method, routeOptions }: FastifyRequest, { signedIn }: Caller): Class {
  const { load } = routeOptions.config;
  if (load === 'entrance') return load;
  if (!signedIn) return 'stranger';
  return load ?? (isRead(method) ? 'read' : 'command');
}

/**
 * Lets in what there is room for and refuses the rest at once with 503 and Retry-After, before its body is read. A request takes
 * its place when all of it has arrived, so that whoever sends slowly keeps none, and gives it back when the answer is made, so
 * that whoever reads slowly keeps none; an export is made while it is read.
 */
export function admit(app: FastifyInstance, signIn: Pick<SignIn, 'tokenOf'>): void {
  const gates = new Map<Class, Gate>(Object.entries(ROOMS).map(([name, room]) => [name as Class, openGate(room)])); // its keys
  const gateOf = (request: FastifyRequest): { readonly gate: Gate; readonly caller: Caller; readonly of: Class } => {
    const caller = callerOf(signIn, request);
    const of = classOf(request, caller);
    return { gate: gates.get(of)!, caller, of }; // there is one for each
  };
  const leave = (request: FastifyRequest): void => keptOf(request)[PLACE]?.leave();

  app.addHook('onRequest', async (request, reply) => {
    if (HEALTH.includes(request.url)) return;
    const { gate, caller } = gateOf(request);
    if (gate.isFull(caller.party)) return refuseRequest(request, reply, 'busy');
  });
  app.addHook('preValidation', async (request, reply) => {
    if (HEALTH.includes(request.url)) return;
    return enter(request, reply, gateOf(request));
  });
  app.addHook('onSend', async (request) => {
    if (request.routeOptions.config.load !== 'export') leave(request);
  });
  app.addHook('onResponse', async (request) => leave(request));
  app.addHook('onRequestAbort', async (request) => leave(request));
}

async function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  { gate, caller }: { readonly gate: Gate; readonly caller: Caller },
): Promise<FastifyReply | undefined> {
  try {
    const place = gate.ask(caller.party);
    keptOf(request)[PLACE] = place;
    await place.entered;
    return undefined;
  } catch {
    return refuseRequest(request, reply, 'busy'); // a gate throws nothing else
  }
}
