import { randomUUID } from 'node:crypto';
import { canonical, chained, GENESIS, type Entry, type Link } from '@bihuan/core/ledger';
import type { Signature } from '@bihuan/core/procedure';
import { crypto } from '../../sm3.ts';

/** Events of one command as links of the dossier's chain, in the bytes that will be stored. */
export function linksOf(
  at: { readonly region: string; readonly dossier: string; readonly recordedAt: string },
  standing: { readonly version: number; readonly digest: Uint8Array } | null,
  events: readonly (Signature & { readonly type: string })[],
): Link[] {
  const command = randomUUID();
  const entries = events.map((event, index): Entry => ({
    ...at,
    version: (standing?.version ?? 0) + index + 1,
    type: event.type,
    body: crypto.utf8(canonical(event)),
    claimedOn: event.claimedOn ?? event.on,
    actor: event.by.id,
    command,
  }));
  return chained(entries, standing?.digest ?? GENESIS, crypto);
}
