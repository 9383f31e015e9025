import type { ClauseId, Pack, Text } from '../model.ts';
import type { Part, PartKind, Side } from './part.ts';
import { partsOf } from './parts.ts';

/** One thing that a later reading has and the earlier one has not, the other way round, or says otherwise. */
export type Difference = {
  readonly what: PartKind;
  readonly how: 'added' | 'removed' | 'changed';
  readonly id: string;
  readonly title: Text;
  readonly within: Text | null;
  readonly clause: ClauseId | null;
  readonly ruling: string | null;
  /** What is said otherwise, before and now; null where one of them says nothing of it. */
  readonly said: readonly { readonly side: Side; readonly was: Text | null; readonly now: Text | null }[];
};

/**
 * What a later reading of the plan says otherwise than an earlier one. Whatever differs in the two packs is in the list: what no
 * sentence speaks of stands there as a detail. Examples are no law and are not compared.
 */
export function differences(earlier: Pack, later: Pack): readonly Difference[] {
  const [before, after] = [keyed(partsOf(earlier)), keyed(partsOf(later))];
  const gone = [...before].flatMap(([key, part]) => (after.has(key) ? [] : [line('removed', part, null)]));
  const here = [...after].flatMap(([key, part]) => {
    const was = before.get(key);
    if (!was) return [line('added', null, part)];
    const changed = line('changed', was, part);
    return changed.said.length > 0 ? [changed] : [];
  });
  return [...here, ...gone];
}

const keyed = (parts: readonly Part[]): ReadonlyMap<string, Part> =>
  new Map(parts.map((part) => [`${part.what} ${part.id}`, part]));

function line(how: 'removed', was: Part, now: null): Difference;
function line(how: 'added', was: null, now: Part): Difference;
function line(how: 'changed', was: Part, now: Part): Difference;
function line(how: Difference['how'], was: Part | null, now: Part | null): Difference {
  const { what, id, title, within, clause, ruling } = (now ?? was)!; // one of the two is there
  return { what, how, id, title, within, clause, ruling, said: was && now ? saidOtherwise(was, now) : said(was, now) };
}

/** What was added or taken away says all that it says. */
const said = (was: Part | null, now: Part | null): Difference['said'] =>
  sidesOf((now ?? was)!).map(([side, words]) => ({ side, was: was ? words : null, now: now ? words : null }));

function saidOtherwise(was: Part, now: Part): Difference['said'] {
  const [before, after] = [new Map(allSides(was)), new Map(allSides(now))];
  const sides = [...new Set([...before.keys(), ...after.keys()])].flatMap((side) => {
    const [one, other] = [before.get(side) ?? null, after.get(side) ?? null];
    return inOrder(one) === inOrder(other) ? [] : [{ side, was: one, now: other }];
  });
  const common = (part: Part, other: Part) => (part.order ?? []).filter((id) => other.order?.includes(id));
  const moved = inOrder(common(was, now)) !== inOrder(common(now, was));
  const detail = sides.length === 0 && inOrder(was.own) !== inOrder(now.own);
  const unsaid = [...(moved ? ['order' as const] : []), ...(detail ? ['detail' as const] : [])];
  return [...sides, ...unsaid.map((side) => ({ side, was: null, now: null }))];
}

/** Where nothing is said, there is no side. */
const sidesOf = ({ says }: Part): readonly (readonly [Side, Text])[] => {
  const sides = Object.entries(says) as unknown as readonly (readonly [Side, Text])[]; // the keys of a record of sides are sides
  return sides.filter(([, { zh }]) => zh !== '');
};

/** Its name and what it rests on are compared too; a part that is new shows them without being asked. */
const allSides = (part: Part): readonly (readonly [Side, Text])[] => [
  ['title', part.title],
  ...(part.clause === null ? [] : [['clause', { zh: part.clause, en: part.clause }] as const]),
  ...(part.ruling === null ? [] : [['ruling', { zh: part.ruling, en: part.ruling }] as const]),
  ...sidesOf(part),
];

/** A value as one text whatever the order of its keys. */
function inOrder(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  const sorted = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, part]) => `${key}:${inOrder(part)}`).join(',')}}`;
}
