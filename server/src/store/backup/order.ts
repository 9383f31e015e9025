/** One table speaks of rows of another. */
export type Reference = { readonly from: string; readonly to: string };

/** The tables, each after those it refers to; otherwise as they came. Two that refer to each other stay as they came too. */
export function inOrder<T extends { readonly oid: string }>(
  tables: readonly T[],
  references: readonly Reference[],
): T[] {
  const ordered = new Map<string, T>();
  const begun = new Set<string>();
  const place = (table: T): void => {
    if (begun.has(table.oid)) return;
    begun.add(table.oid);
    for (const { from, to } of references) {
      const before = from === table.oid ? tables.find(({ oid }) => oid === to) : undefined;
      if (before) place(before);
    }
    ordered.set(table.oid, table);
  };
  tables.forEach((table) => place(table));
  return [...ordered.values()];
}
