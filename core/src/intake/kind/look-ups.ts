import { readPeople } from '../people.ts';
import type { FilledRow, KindContext } from './context.ts';
import { meaningOf, readableFields } from './meanings.ts';

/** What has to be looked up before rows can be read for good: dossiers by number, people by name, rows by what names them. */
export type LookUps = {
  readonly numbers: readonly string[];
  readonly names: readonly string[];
  readonly keys: readonly string[];
};

/** What a first reading of rows leaves to be looked up. */
export function wantedBy(rows: readonly FilledRow[], context: Pick<KindContext, 'fields' | 'noPersonal'>): LookUps {
  const texts = (type: string): readonly string[] =>
    readableFields(context)
      .filter((field) => field.type === type)
      .flatMap(({ id }) => rows.flatMap(({ texts: said }) => said[meaningOf(id)] ?? []));
  const people = texts('person').flatMap((text) => [text, ...readPeople(text).people.map(({ name }) => name)]);
  return {
    numbers: distinct([...texts('reference'), ...rows.flatMap(({ number }) => number ?? [])]),
    names: distinct(people),
    keys: distinct(rows.map(({ key }) => key)),
  };
}

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words.filter((word) => word !== ''))];
