import { codeOf } from '../../trouble.ts';

/** PostgreSQL gave up waiting (statement, lock, two that waited for each other), has no room, or is stopping or starting. */
const STATES: ReadonlySet<string> = new Set(['57014', '55P03', '40P01', '40001', '53300', '57P01', '57P02', '57P03']);

/** Nobody listens on the socket, or the connection broke. */
const SOCKET: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/** What the driver and its pool say without any code. */
const WORDS =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query read timeout)/;

/**
 * Whether the same request may well succeed in a moment: nothing of it was decided, or its retry key tells what was.
 * An absent file has the code of an absent socket, so that one must come from connecting.
 */
export function isOverload(error: Error): boolean {
  const code = codeOf(error);
  if (code === 'ENOENT') return Reflect.get(error, 'syscall') === 'connect';
  return STATES.has(code) || SOCKET.has(code) || code.startsWith('08') || WORDS.test(error.message);
}
