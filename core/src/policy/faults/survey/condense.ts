import type { Fact, Facts } from '../../model.ts';

/**
 * The same cases in as few words as they take: what happens at every value of a fact does not depend on it.
 * `{origin: county, grade: general}` and `{origin: county, grade: key}` become `{origin: county}`; always is `{}`.
 */
export function condensed(cases: readonly Facts[], facts: readonly Fact[]): readonly Facts[] {
  const used = facts.filter((fact) => !fact.open && cases.some((each) => each[fact.id] !== undefined));
  const holds = among(cases, used);
  const wide: Facts[] = [];
  for (const each of cases) {
    if (wide.some((known) => meets(each, known))) continue;
    const widest = used.reduce((narrow, fact) => widened(narrow, fact, holds), each);
    wide.push(widest);
  }
  return wide.filter((each) => !wide.some((other) => other !== each && meets(each, other)));
}

const meets = (one: Facts, wide: Facts): boolean => Object.entries(wide).every(([fact, value]) => one[fact] === value);

function widened(narrow: Facts, { id }: Fact, holds: (facts: Facts) => boolean): Facts {
  const { [id]: _dropped, ...wide } = narrow;
  return holds(wide) ? wide : narrow;
}

/** Whether everything that these facts leave open is among the cases. */
function among(cases: readonly Facts[], used: readonly Fact[]): (facts: Facts) => boolean {
  const key = (facts: Facts): string => JSON.stringify(used.map(({ id }) => facts[id] ?? null));
  const known = new Set(cases.map(key));
  const partial = cases.filter((each) => used.some(({ id }) => each[id] === undefined));
  const holds = (facts: Facts): boolean => {
    if (known.has(key(facts)) || partial.some((each) => meets(facts, each))) return true;
    const open = used.find(({ id }) => facts[id] === undefined);
    return open !== undefined && open.values.every(({ id }) => holds({ ...facts, [open.id]: id }));
  };
  return holds;
}
