import { createHmac, timingSafeEqual } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Connection } from '../store/database/connection.ts';
import { openPool } from '../store/database/connection.ts';
import { authOptions } from './options.ts';
import { hashPassword } from './password.ts';
import { keyIn } from '../keys.ts';
import { acquainted } from './hashing.ts';
import { openAcquaintances, type Acquaintances } from './acquaintances.ts';
import { openSessions, type Sessions } from './sessions.ts';

/** Passwords and sessions. What the doors see of better-auth. */
export type SignIn = {
  readonly sessions: Sessions;
  readonly acquaintances: Acquaintances;
  /** The cookies of a new session, or null when name and password do not fit. */
  readonly withPassword: (username: string, password: string) => Promise<readonly string[] | null>;
  /** The cookies of a new session for a person of the demonstration, or null when there is none with this id. */
  readonly forDemonstration: (person: string) => Promise<readonly string[] | null>;
  /** Ends the session of this cookie header and answers the cookies that clear it. */
  readonly signOut: (cookie: string) => Promise<readonly string[]>;
  /** The token in a cookie header, or null when there is none or its signature is not ours. */
  readonly tokenOf: (cookie: string | undefined) => string | null;
  readonly hash: (password: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Hashing takes 64 MB a try: a few at once, the rest wait. */
const POOL_SIZE = 4;

/**
 * Opens sign-in on the application's own connection.
 * @param home folder of the installation, for the key that signs cookies
 * @param origin public address (`https://…`), or null when people use the machine's own
 */
export async function openSignIn(connection: Connection, home: string, origin: string | null): Promise<SignIn> {
  const secret = await keyIn(home, 'sign-in');
  const pool = openPool({ ...connection, options: '-c search_path=auth' }, { max: POOL_SIZE });
  const { api, $context } = betterAuth(authOptions(pool, secret, origin));
  const { name } = (await $context).authCookies.sessionToken;
  return {
    sessions: openSessions(),
    acquaintances: openAcquaintances(),
    withPassword: (username, password) =>
      cookiesOf(api.signInUsername({ body: { username, password }, asResponse: true })),
    forDemonstration: async (person) => {
      const response = await api.signInForDemonstration({ body: { person }, asResponse: true });
      const cookies = response.headers.getSetCookie();
      return cookies.length > 0 ? cookies : null;
    },
    signOut: async (cookie) =>
      (await api.signOut({ headers: new Headers({ cookie }), asResponse: true })).headers.getSetCookie(),
    tokenOf: (cookie) => signedToken(cookie, name, secret),
    hash: (password) => acquainted.run('', () => hashPassword(password)),
    close: () => pool.end(),
  };
}

/** The answer's cookies; its body carries the token in the clear and goes no further. */
async function cookiesOf(answer: Promise<Response>): Promise<readonly string[] | null> {
  try {
    const response = await answer;
    if (response.ok) return response.headers.getSetCookie();
    if (response.status < 500) return null;
    throw new Error(`sign-in answered ${response.status}`);
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null;
    throw error;
  }
}

/** `token.signature`, HMAC-SHA256 in base64: as better-auth writes it. */
function signedToken(header: string | undefined, name: string, secret: string): string | null {
  const part = header
    ?.split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${name}=`));
  const value = part === undefined ? null : decoded(part.slice(name.length + 1));
  const at = value?.lastIndexOf('.') ?? -1;
  if (value === null || at < 1) return null;
  const token = value.slice(0, at);
  const given = Buffer.from(value.slice(at + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null; // not a cookie of ours
  }
}
