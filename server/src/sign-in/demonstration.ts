import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';

/**
 * A session for one person without a password. Only reached from `signInForDemonstration`, which the doors offer
 * when the server runs as a demonstration on loopback.
 */
export function demonstrationSignIn() {
  return {
    id: 'demonstration',
    endpoints: {
      signInForDemonstration: createAuthEndpoint('/sign-in/demonstration', { method: 'POST', metadata: { SERVER_ONLY: true } }, async (ctx) => {
        const { internalAdapter } = ctx.context;
        const person: unknown = Reflect.get(Object(ctx.body), 'person');
        const user = typeof person === 'string' ? await internalAdapter.findUserById(person) : null;
        if (!user) return ctx.json({ signedIn: false });
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ signedIn: true });
      }),
    },
  } satisfies BetterAuthPlugin;
}
