import { canonical } from './canonical.ts';

/**
 * The id that a cause gives, whoever asks and however often: a version 8 UUID (RFC 9562) of the digest of its canonical form.
 * A retry, a double run and two processes all come to the same id, and the log takes each once.
 */
export function derivedId(cause: unknown, digest: (text: string) => string): string {
  const said = canonical(cause);
  let hex = digest(said);
  while (hex.length < 32) hex += digest(`${said}${hex}`); // digests of tests are short
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}
