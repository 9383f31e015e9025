import { randomUUID } from 'node:crypto';
import type { Evidence } from '@bihuan/core/problem';
import { numbersTaken } from '../../store/number-series.ts';
import { freshNumbers } from '../dossiers/fresh-number.ts';
import { decideProblem } from '../problems/command-problem.ts';
import type { BringingIn } from './bring-in.ts';
import { fromWhere, type Brought } from './brought.ts';
import { PROBLEM_FIELDS } from './why.ts';
import type { Doing, Work } from './work.ts';

/** Rows that become problems of the register. */
export const registering: BringingIn<'register'> = {
  names: () => PROBLEM_FIELDS,
  prepare: async (work, fresh) => {
    const { services, record, by } = work;
    const numbers = await numbersFor(work, fresh);
    return async ({ no, act: { basics, facts, source, pictures = [] } }, dossier) => {
      const evidence = pictures.flatMap((picture) => evidenceOf(work, picture, basics.place));
      const ask = {
        type: 'RegisterProblem',
        number: numbers.get(no)!,
        basics,
        facts,
        sources: [source],
        ...(evidence.length > 0 ? { evidence } : {}),
      } as const;
      return decideProblem(services, { dossier, ask, by, import: record.id }, null);
    };
  },
};

/** A picture of the row as evidence; none where it could not be taken out. */
function evidenceOf({ pictures, record }: Work, picture: Brought, place: string): readonly Evidence[] {
  const kept = pictures.get(picture.file.part);
  if (!kept) return [];
  const { id: file, name, media_type: mediaType, size, digest } = kept;
  const said = { takenOn: null, place, measure: null, note: fromWhere(record, picture) };
  return [{ id: randomUUID(), kind: picture.as, file, name, mediaType, size, digest, ...said }];
}

/** The list's own number where it can stand for the problem everywhere and is free; else the next of the year's series. */
async function numbersFor(
  { services, tx }: Work,
  items: readonly Doing<'register'>[],
): Promise<ReadonlyMap<number, string>> {
  const { region } = services;
  const own = items.flatMap(({ no, act }) => (act.number === null ? [] : [{ no, number: act.number }]));
  const taken = new Set(
    await numbersTaken(
      tx,
      region,
      own.map(({ number }) => number),
    ),
  );
  const numbers = new Map<number, string>();
  for (const { no, number } of own) {
    if (!taken.has(number)) numbers.set(no, number);
    taken.add(number);
  }
  const without = items.filter(({ no }) => !numbers.has(no));
  const fresh = await freshNumbers(services, without.length, taken);
  without.forEach(({ no }, at) => numbers.set(no, fresh[at]!));
  return numbers;
}
