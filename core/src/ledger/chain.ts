/** Cryptography and text encoding come from outside: the core has none of its own. */
export type Crypto = {
  /** SM3 of the bytes: 32 bytes. */
  readonly hash: (bytes: Uint8Array) => Uint8Array;
  readonly utf8: (text: string) => Uint8Array;
};

/** One event as it stands in the log: the stored bytes, and everything about them that must not change unseen. */
export type Entry = {
  readonly region: string;
  readonly dossier: string;
  /** From 1, without gaps. */
  readonly version: number;
  readonly type: string;
  readonly body: Uint8Array;
  readonly claimedOn: string;
  /** UTC, ISO 8601 with milliseconds. */
  readonly recordedAt: string;
  readonly actor: string;
  readonly command: string;
};

/** An entry in its place in the chain: `digest` covers the entry and `previous`, the digest of the one before. Both 32 bytes. */
export type Link = Entry & { readonly previous: Uint8Array; readonly digest: Uint8Array };

/** What the first event of a dossier points back to. */
export const GENESIS = new Uint8Array(32);

/** Changing the layout of the hashed fields changes this byte, so that old digests stay checkable. */
const LAYOUT = 0x10;

/**
 * Digest of an entry: every field prefixed with its length, the stored bytes as they are, and the digest before it.
 * No field can borrow from its neighbour and none is re-serialised.
 */
export function digestOf(entry: Entry, previous: Uint8Array, crypto: Crypto): Uint8Array {
  const { region, dossier, version, type, claimedOn, recordedAt, actor, command, body } = entry;
  const texts = [region, dossier, String(version), type, claimedOn, recordedAt, actor, command].map((text) =>
    crypto.utf8(text),
  );
  return crypto.hash(joined([...texts, body, previous]));
}

function joined(fields: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((length, field) => length + 4 + field.length, 1));
  const view = new DataView(bytes.buffer);
  bytes[0] = LAYOUT;
  let at = 1;
  for (const field of fields) {
    view.setUint32(at, field.length);
    bytes.set(field, at + 4);
    at += 4 + field.length;
  }
  return bytes;
}

/** Links new entries onto a chain, oldest first. */
export function chained(entries: readonly Entry[], head: Uint8Array, crypto: Crypto): Link[] {
  let previous = head;
  return entries.map((entry) => {
    const digest = digestOf(entry, previous, crypto);
    const link = { ...entry, previous, digest };
    previous = digest;
    return link;
  });
}
