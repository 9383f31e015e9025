/** Letters and figures that nobody mistakes for each other when they are read from a slip of paper. */
const CLEAR = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 12;

/** A password to hand over once: 12 signs out of 31, about 59 bits, in fours between hyphens. `bytes`: from the browser's source of chance. */
export function passwordFrom(bytes: Uint8Array): string {
  // 8 × 31: bytes above would make the first letters likelier than the last
  const fair = [...bytes].filter((byte) => byte < CLEAR.length * 8).slice(0, LENGTH);
  if (fair.length < LENGTH) throw new RangeError(`a password takes ${LENGTH} fair bytes, not ${fair.length}`);
  const signs = fair.map((byte) => CLEAR[byte % CLEAR.length]).join('');
  return signs.match(/.{1,4}/g)!.join('-'); // twelve signs hold three fours
}

/** A fresh one. */
export const newPassword = (): string => passwordFrom(crypto.getRandomValues(new Uint8Array(64)));
