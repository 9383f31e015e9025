import type { Problem } from '@bihuan/core/problem';
import { searchable } from '../../store/dossiers/searchable.ts';

/** Signs of a problem that are searched: enough for its measures and what was said of them, and a list stays a list. */
const SEARCHED = 20_000;

/**
 * What a problem is found by: its number and words, where it is listed, the people and units that answer for it, its measures with
 * their progress, and the numbers of all papers in it. What is shortest and most sought stands first.
 */
export function problemSearch({
  number,
  basics,
  sources,
  parts,
  plan,
  measures,
  runs,
  milestones,
  absorbed = [],
}: Problem): string {
  const players = inOrder(parts).flat();
  const papers = [
    ...inOrder(runs).flatMap(({ acts }) => acts.map(({ document }) => document?.number)),
    ...inOrder(milestones).map(({ document }) => document?.number),
  ];
  const words = [
    number,
    basics.title,
    basics.description,
    basics.place,
    ...sources.flatMap(({ list, number: listed }) => [listed, list]),
    ...absorbed.flatMap((double) => [double.number, double.title, ...double.sources.map((source) => source.number)]),
    ...players.flatMap(({ unitName, person }) => [person?.name, unitName]),
    basics.proposed.person,
    ...papers,
    plan?.target ?? basics.target,
    ...measures.flatMap(({ text, person, progress }) => [text, person, progress]),
    basics.remarks,
  ];
  const said = words.filter((word): word is string => Boolean(word?.trim()));
  return searchable([...new Set(said)].join('\n')).slice(0, SEARCHED);
}

/** By their names: a state that was kept gives its keys in another order than one that is folded, and a row must come out alike. */
const inOrder = <T>(named: Readonly<Record<string, T>>): readonly T[] =>
  Object.entries(named)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value);
