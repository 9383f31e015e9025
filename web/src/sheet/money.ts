/** `1,234.5` yuan as people write it, in fen; null when it is no sum of money. No fraction of a fen is dropped silently. */
export function fenOf(text: string): number | null {
  const plain = text
    .normalize('NFKC') // full-width digits and signs
    .replaceAll(/[,，\s¥￥]/g, '')
    .replace(/元$/, '');
  const found = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(plain);
  if (!found) return null;
  const [, sign = '', yuan = '', rest = ''] = found;
  const fen = Number(yuan) * 100 + Number(rest.padEnd(2, '0'));
  return Number.isSafeInteger(fen) ? (sign === '' ? fen : -fen || 0) : null;
}

/** Fen as yuan with two places and thousands apart: `1,234.50`. */
export function yuanOf(fen: number): string {
  const digits = String(Math.abs(Math.round(fen))).padStart(3, '0');
  const yuan = digits.slice(0, -2).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`;
}
