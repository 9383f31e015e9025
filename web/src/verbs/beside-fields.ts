import { Refused } from '../api/refused.ts';

import type { Fault } from '../api/fault-words.ts';

/** A fault that belongs to a field of the form; `rest` leads on into it, to a cell of a table. */
export type Placed = {
  readonly name: readonly (string | number)[];
  readonly rest: readonly string[];
  readonly fault: Fault;
};

/** Where in this form the field stands that the server names by a path of its ask. */
export type PlaceIn = (path: readonly string[]) => readonly string[];

/**
 * Finds for each fault the field of the form that it is about: its own, or the table whose cell it names. What has no field in this
 * form stays in the refusal, so that nothing the server says is lost.
 */
export function besideFields(
  error: unknown,
  names: readonly (readonly (string | number)[])[],
  at: PlaceIn = (path) => path,
): { readonly placed: readonly Placed[]; readonly left: unknown } {
  if (!(error instanceof Refused)) return { placed: [], left: error };
  const { faults = [] } = error.document;
  const found = faults.map((fault) => ({ fault, place: placeOf(fault, names, at) }));
  const placed = found.flatMap(({ place }) => (place ? [place] : []));
  const rest = found.flatMap(({ fault, place }) => (place ? [] : [fault]));
  return { placed, left: new Refused({ ...error.document, faults: rest }) };
}

function placeOf(fault: Fault, names: readonly (readonly (string | number)[])[], at: PlaceIn): Placed | null {
  const path = at(fault.field.split('.'));
  const fitting = names.filter((name) => name.every((part, index) => String(part) === path[index]));
  const [name] = [...fitting].sort((a, b) => b.length - a.length);
  return name ? { name, rest: path.slice(name.length), fault } : null;
}
