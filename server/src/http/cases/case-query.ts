import type { Static } from 'typebox';
import type { CaseQuery as Query } from '../../operations/cases/list.ts';
import type { CaseQuery } from '../contract/case-asks.ts';

/** `f.<field>=value` of an address as what the list filters by. */
export function asked(query: Static<typeof CaseQuery>): Query {
  const all = Object.entries(query);
  const facets = all.flatMap(([name, value]) => (name.startsWith('f.') ? [`${name.slice(2)}=${String(value)}`] : []));
  const rest = Object.fromEntries(all.filter(([name]) => !name.startsWith('f.')));
  return { ...rest, ...(facets.length > 0 ? { facets } : {}) }; // the names that are left are those of the query
}
