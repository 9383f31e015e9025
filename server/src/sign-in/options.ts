import { USERNAME } from '@bihuan/core/person';
import type { BetterAuthOptions } from 'better-auth';
import { username } from 'better-auth/plugins/username';
import type { Pool } from '../store/database/connection.ts';
import { demonstrationSignIn } from './demonstration.ts';
import { hashPassword, verifyPassword } from './password.ts';

/** Seconds a session lasts: one day at the desk, and nobody stays signed in over night. */
export const SESSION_SECONDS = 12 * 3600;

/** A made-up address: the library wants one that is unique, and nobody ever writes to it. */
export const addressOf = (id: string): string => `${id}@sign-in.invalid`;

/** In characters. Length is the only rule: rules about kinds of characters make passwords worse (NIST SP 800-63B). */
export const PASSWORD_LENGTH = { least: 10, most: 128 } as const;

/**
 * What we take from better-auth: checking a password, making and ending sessions. Its tables are made by our own migration
 * (`0010_sign_in.sql`, schema `auth`), its HTTP handler is never mounted, and people are made by our own command.
 */
export function authOptions(pool: Pool, secret: string, origin: string | null) {
  return {
    appName: 'bihuan',
    baseURL: origin ?? 'http://127.0.0.1',
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      modelName: 'sign_in',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    account: { fields: accountFields },
    verification: { fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
    advanced: {
      cookiePrefix: 'bihuan',
      useSecureCookies: origin?.startsWith('https://') ?? false,
      database: { generateId: 'uuid' },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 30,
        displayUsername: false,
        usernameValidator: (name) => USERNAME.test(name),
      }),
      demonstrationSignIn(),
    ],
  } satisfies BetterAuthOptions;
}

const accountFields = {
  userId: 'user_id',
  accountId: 'account_id',
  providerId: 'provider_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const;
