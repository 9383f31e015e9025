import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';

type Asked = { readonly person: string };
type Checked = { readonly value: Asked } | { readonly issues: readonly { readonly message: string }[] };

/** What the endpoint is asked, in the form that the library wants its schemas (standardschema.dev). */
const ASKED = {
  '~standard': {
    version: 1,
    vendor: 'bihuan',
    validate: (value: unknown): Checked => {
      const person: unknown = Reflect.get(Object(value), 'person');
      return typeof person === 'string' ? { value: { person } } : { issues: [{ message: 'person is missing' }] };
    },
    types: undefined as { readonly input: Asked; readonly output: Asked } | undefined, // types only, never a value
  },
} as const;

/**
 * A session for one person without a password. Only reached from `forDemonstration`, which the doors offer
 * when the server runs as a demonstration on loopback.
 */
export function demonstrationSignIn() {
  return {
    id: 'demonstration',
    endpoints: {
      signInForDemonstration: createAuthEndpoint(
        '/sign-in/demonstration',
        { method: 'POST', body: ASKED, metadata: { SERVER_ONLY: true } },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const user = await internalAdapter.findUserById(ctx.body.person);
          if (!user) return ctx.json({ signedIn: false });
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ signedIn: true });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
