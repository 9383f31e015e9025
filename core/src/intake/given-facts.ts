import type { Facts } from '../policy/index.ts';
import { plain } from './asked.ts';
import type { Asked } from './asked.ts';
import { writtenIn } from './entries.ts';
import type { Entry } from './entries.ts';
import { LIST_FIELDS, meaningsOf } from './meaning.ts';
import type { Meaning, Meanings } from './meaning.ts';
import type { Answers } from './question.ts';
import { exactField } from './recognise.ts';
import type { Said } from './said.ts';
import { readTerm } from './term.ts';
import type { Memory } from './told.ts';
import type { Term } from './term.ts';
import type { Word } from './vocabulary.ts';

/** A fact that whoever registers a problem gives, as the edition says it. `needed`: nothing comes in without it. */
export type GivenFact = Said & { readonly id: string; readonly needed: boolean; readonly values: readonly Word[] };

/** What one row says of a fact. `column`: where it stands; a column of its own has no other place for its words. */
export type FactRead = { readonly fact: string; readonly name: string; readonly column: Meaning; readonly term: Term };

/** Heads of every list whose words a fact may be, where the plan calls it by one of their heads. */
const OPEN: ReadonlySet<string> = new Set(['source', 'category']);

/** The column of a fact: that of a usual head where the plan calls it so, else one of its own. */
export function columnOf({ id, zh }: Pick<GivenFact, 'id' | 'zh'>): Meaning {
  const usual = exactField(zh);
  return usual !== null && OPEN.has(usual) ? usual : `fact:${id}`;
}

/** What the columns of a list of problems can mean under this plan. */
export function meaningsWith(facts: readonly GivenFact[]): Meanings {
  const own = facts.filter((fact) => columnOf(fact) === `fact:${fact.id}`);
  const named = own.map(({ id, zh, en }) => ({ id: `fact:${id}` as const, zh, en, heads: [zh, en] }));
  return meaningsOf([...named, ...LIST_FIELDS], 'problem');
}

/** The words of a usual field that are the values of a fact, or undefined where no fact is written there. */
export const wordsIn = (facts: readonly GivenFact[], field: Meaning): readonly Word[] | undefined =>
  facts.find((fact) => columnOf(fact) === field)?.values;

/** Facts that have a column of their own. */
export function readFacts(
  entry: Entry,
  facts: readonly GivenFact[],
  given: Answers,
  told: Memory,
): readonly Asked<FactRead | null>[] {
  const row = entry.rows[0] ?? 0;
  return facts.flatMap((fact): readonly Asked<FactRead | null>[] => {
    const column = columnOf(fact);
    if (column !== `fact:${fact.id}`) return [];
    const read = readTerm({ ...fact, id: column }, writtenIn(entry, column), fact.values, row, given, told);
    return read.value === null
      ? [plain(null)]
      : [{ ...read, value: { fact: fact.id, name: fact.zh, column, term: read.value } }];
  });
}

/** The facts that a row says itself. @param terms what was read under the usual heads */
export function factsSaid(
  facts: readonly GivenFact[],
  own: readonly FactRead[],
  terms: Readonly<Partial<Record<Meaning, Term | null>>>,
): Facts {
  const said = facts.flatMap((fact): readonly (readonly [string, string])[] => {
    const column = columnOf(fact);
    const term = own.find((read) => read.fact === fact.id)?.term ?? terms[column] ?? null;
    return term === null || term.id === null ? [] : [[fact.id, term.id]];
  });
  return Object.fromEntries(said);
}
