import { randomUUID } from 'node:crypto';
import type { Actor } from '@bihuan/core/access';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { append } from '../../store/dossiers/append.ts';
import { NumberTaken, StaleVersion } from '../../store/dossiers/dossiers.ts';
import { claimImport, openItems, settleItems, type Item, type Outcome } from '../../store/imports/import-items.ts';
import { freeRows, numbersTaken, rowsNamed, takeNumbers, takeRows } from '../../store/imports/import-rows.ts';
import { changeImport } from '../../store/imports/imports.ts';
import { codeOf } from '../../trouble.ts';
import { decideProblem } from '../problems/command-problem.ts';
import { problemNumber, problemSeries } from '../dossiers/fresh-number.ts';
import { addToProblem, updateProblem } from './join.ts';
import type { Act } from './start.ts';
import type { Doing, Work } from './work.ts';
import { WHY, whyRefused } from './why.ts';

/** Rows written in one transaction. */
export const TOGETHER = 100;

/**
 * Brings in the next rows of an import that was started: a hundred in one transaction, with their result. Stopped anywhere,
 * it goes on with the first row that has none. False: nothing to do, or somebody else is doing it.
 */
export async function applyNext(services: Services): Promise<boolean> {
  const { db, region } = services;
  try {
    return await db.transaction().execute(async (tx) => {
      const record = await claimImport(tx, region, 'importing');
      if (!record) return false;
      const items = await openItems(tx, region, record.id, TOGETHER);
      const work: Work = { services, tx, record, by: record.applied_by as unknown as Actor }; // what `startImport` put there
      const outcomes = await settle(work, items.map(doingOf));
      await settleItems(tx, region, record.id, outcomes);
      const done = record.done + outcomes.length;
      await changeImport(tx, region, record.id, items.length < TOGETHER ? { done, state: 'done' } : { done });
      return true;
    });
  } catch (error) {
    // another writer was faster (number, problem, lock): nothing of this piece was written, and it is tried again
    if (
      error instanceof NumberTaken ||
      error instanceof StaleVersion ||
      ['55P03', '40P01', '40001'].includes(codeOf(error))
    )
      return true;
    throw error;
  }
}

// `startImport` froze an act with every item that has no result yet
const doingOf = (item: Item): Doing => ({ ...item, act: item.act as Act, name: sm3(item.key) });

const isDoing = <D extends Act['do']>(items: readonly Doing[], what: D): Doing<D>[] =>
  items.filter((item): item is Doing<D> => item.act.do === what);

async function settle(work: Work, items: readonly Doing[]): Promise<Outcome[]> {
  const outcomes = await registerAll(work, isDoing(items, 'register'));
  for (const item of isDoing(items, 'update')) outcomes.push(await updateProblem(work, item));
  for (const item of isDoing(items, 'add')) outcomes.push(await addToProblem(work, item));
  return outcomes;
}

async function registerAll(work: Work, items: readonly Doing<'register'>[]): Promise<Outcome[]> {
  const { tx, record, services } = work;
  const { region } = services;
  const ids = new Map<string, string>(items.map(({ name }) => [name, randomUUID()]));
  const wanted = items.map(({ name, key, content }) => ({ name, key, content, dossier: ids.get(name)! }));
  const free = await takeRows(tx, region, record.id, [...new Map(wanted.map((row) => [row.name, row])).values()]);
  const there = await rowsNamed(
    tx,
    region,
    items.map(({ name }) => name).filter((name) => !free.has(name)),
  );
  const fresh = items.filter(({ name }) => free.has(name));
  const numbers = await numbersFor(work, fresh);
  const outcomes: Outcome[] = [];
  for (const item of items) {
    const known = there.get(item.name);
    if (known) outcomes.push(alreadyThere(item, known));
    else outcomes.push(await register(work, item, ids.get(item.name)!, numbers.get(item.no)!));
  }
  return outcomes;
}

function alreadyThere({ no, content }: Doing, known: { readonly dossier: string; readonly content: string }): Outcome {
  const same = known.content === content;
  return {
    no,
    result: same ? 'already-known' : 'failed',
    reason: same ? null : WHY.changed,
    dossier: known.dossier,
    version: null,
  };
}

/** The list's own number where it can stand for the problem everywhere and is free; else the next of the year's series. */
async function numbersFor(
  { services, tx }: Work,
  items: readonly Doing<'register'>[],
): Promise<ReadonlyMap<number, string>> {
  const { region, db } = services;
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
  // outside the transaction: nobody who registers a single problem waits for a hundred rows, and gaps are allowed
  const first = without.length > 0 ? await takeNumbers(db, region, problemSeries(services), without.length) : 0;
  without.forEach(({ no }, at) => numbers.set(no, problemNumber(services, first + at)));
  return numbers;
}

async function register(
  { services, tx, record, by }: Work,
  item: Doing<'register'>,
  dossier: string,
  number: string,
): Promise<Outcome> {
  const { no, act, name } = item;
  const { basics, facts, source } = act;
  const ask = { type: 'RegisterProblem', number, basics, facts, sources: [source] } as const;
  const written = decideProblem(services, { dossier, ask, by, import: record.id }, null);
  if ('refused' in written) {
    await freeRows(tx, services.region, { names: [name] });
    return { no, result: 'failed', reason: whyRefused(written.refused), dossier: null, version: null };
  }
  await append(tx, written.append);
  return { no, result: 'registered', reason: null, dossier, version: written.done.version };
}
