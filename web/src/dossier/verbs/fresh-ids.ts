/** Keeps the ids that measures have and gives the new ones `m1`, `m2`… that nobody has yet. */
export function freshIds(ids: readonly (string | undefined)[]): string[] {
  const taken = new Set(ids.filter((id) => id !== undefined));
  let next = 1;
  return ids.map((id) => {
    if (id !== undefined) return id;
    while (taken.has(`m${next}`)) next += 1;
    taken.add(`m${next}`);
    return `m${next}`;
  });
}
