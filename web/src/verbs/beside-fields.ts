import { Refused } from '../api/refused.ts';

type Fault = { readonly field: string; readonly code: string };
/** A fault that belongs to a field of the form; `rest` leads on into it, to a cell of a table. */
export type Placed = {
  readonly name: readonly (string | number)[];
  readonly rest: readonly string[];
  readonly code: string;
};

/**
 * Finds for each fault the field of the form that it is about: its own, or the table whose cell it names. What has no field in this
 * form stays in the refusal, so that nothing the server says is lost.
 */
export function besideFields(
  error: unknown,
  names: readonly (readonly (string | number)[])[],
): { readonly placed: readonly Placed[]; readonly left: unknown } {
  if (!(error instanceof Refused)) return { placed: [], left: error };
  const { faults = [] } = error.document;
  const found = faults.map((fault) => ({ fault, place: placeOf(fault, names) }));
  const placed = found.flatMap(({ place }) => (place ? [place] : []));
  const rest = found.flatMap(({ fault, place }) => (place ? [] : [fault]));
  return { placed, left: new Refused({ ...error.document, faults: rest }) };
}

function placeOf({ field, code }: Fault, names: readonly (readonly (string | number)[])[]): Placed | null {
  const path = field.split('.');
  const fitting = names.filter((name) => name.every((part, index) => String(part) === path[index]));
  const [name] = [...fitting].sort((a, b) => b.length - a.length);
  return name ? { name, rest: path.slice(name.length), code } : null;
}
