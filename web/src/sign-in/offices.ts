type Person = { readonly name: string; readonly unitName: string };

/** People by office, in the order in which the offices come; all the words must fit unit, post or name. */
export function officesOf<P extends Person>(
  people: readonly P[],
  words: string,
  postOf: (person: P) => string,
): { readonly name: string; readonly people: readonly P[] }[] {
  const wanted = words.trim().split(/\s+/).filter(Boolean);
  const found = people.filter((person) =>
    wanted.every((word) => `${person.unitName} ${postOf(person)} ${person.name}`.includes(word)),
  );
  return [...new Set(found.map((person) => person.unitName))].map((name) => ({
    name,
    people: found.filter((person) => person.unitName === name),
  }));
}
