/** Pairs of neighbouring signs, each once. A single sign is its own pair, so that short names can be compared too. */
export function bigrams(text: string): ReadonlySet<string> {
  const signs = Array.from(text);
  if (signs.length < 2) return new Set(signs);
  return new Set(signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`));
}

/** Dice's coefficient of two sets: 0 nothing in common, 1 the same. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let both = 0;
  for (const pair of a) if (b.has(pair)) both += 1;
  return (2 * both) / (a.size + b.size);
}

/** Whether every sign of the short text stands in the long one in the same order: `发改局` in `发展和改革局`. */
function isAbbreviation(short: string, long: string): boolean {
  let at = 0;
  for (const sign of short) {
    at = long.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return short.length > 1;
}

/** A name with its pairs, worked out once for many comparisons. */
export type Prepared = { readonly text: string; readonly pairs: ReadonlySet<string> };

/** Prepares a name whose blanks and widths are already made equal. */
export function prepared(text: string): Prepared {
  return { text, pairs: bigrams(text) };
}

/** How likely a written name means a known one, 0 to 1: shared pairs, and more when it abbreviates the name. */
export function likeness(written: Prepared, known: Prepared): number {
  const shared = overlap(written.pairs, known.pairs);
  return isAbbreviation(written.text, known.text) ? Math.max(shared, 0.5 + shared / 2) : shared;
}
