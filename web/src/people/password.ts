/** Letters and digits that nobody mixes up when reading them aloud or from paper. */
const CLEAR = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand over: four groups of four, about 79 bits, from the browser's own generator. */
export function invented(): string {
  const drawn: string[] = [];
  while (drawn.length < 16) {
    // a byte above the last whole multiple would make some signs likelier than others
    for (const byte of crypto.getRandomValues(new Uint8Array(32)))
      if (byte < CLEAR.length * 8 && drawn.length < 16) drawn.push(CLEAR.charAt(byte % CLEAR.length));
  }
  return [0, 4, 8, 12].map((at) => drawn.slice(at, at + 4).join('')).join('-');
}
