import type { Fact, Facts } from '@bihuan/core/policy';
import { Misuse } from './command.ts';

const example = 'bihuan policy explain --facts origin=province,grade=general';

/**
 * `origin=province,grade=general` as facts of the kind; their Chinese names do as well.
 * @throws Misuse naming what the pack does not have, with what it has
 */
export function factsFrom(said: string | undefined, facts: readonly Fact[]): Facts {
  if (said === undefined) throw new Misuse('缺少 --facts / --facts is missing', example);
  const pairs = said
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '');
  const known = pairs.map((pair) => factFrom(pair, facts));
  if (new Set(known.map(([name]) => name)).size < known.length)
    throw new Misuse(`同一事实写了两次 / a fact is there twice: ${said}`, example);
  return Object.fromEntries(known);
}

function factFrom(pair: string, facts: readonly Fact[]): readonly [string, string] {
  const [name = '', said = '', ...more] = pair.split('=').map((part) => part.trim());
  const fact = named(facts, name);
  if (!fact) throw new Misuse(`没有“${name}”这项事实 / no such fact: ${name}`, `可用 / there are: ${listed(facts)}`);
  const value = named(fact.values, said)?.id ?? (fact.open ? said : '');
  if (more.length === 0 && value !== '') return [fact.id, value];
  throw new Misuse(
    said === '' ? `“${name}”没有写取值 / no value for: ${name}` : `“${name}”没有“${said}” / ${name} is never: ${said}`,
    `可用 / one of: ${listed(fact.values)}`,
  );
}

type Labelled = Pick<Fact, 'id' | 'label'>;

const named = <T extends Labelled>(things: readonly T[], word: string): T | undefined =>
  things.find(({ id, label }) => id === word || label.zh === word);

const listed = (things: readonly Labelled[]): string =>
  things.map(({ id, label }) => `${id}（${label.zh}）`).join(', ');
