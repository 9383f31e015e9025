import type { Actor } from '@bihuan/core/access';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { NumberTaken, StaleVersion } from '../../store/dossiers/dossiers.ts';
import { claimImport, openItems, settleItems, type Item, type Outcome } from '../../store/imports/import-items.ts';
import { changeImport } from '../../store/imports/imports.ts';
import { codeOf } from '../../trouble.ts';
import { bringInAll } from './bring-in.ts';
import { addToProblem, updateProblem } from './join.ts';
import { opening } from './open-rows.ts';
import { registering } from './register-rows.ts';
import type { Act } from './start.ts';
import { keepPictures, removeLoose, settlePictures } from './keep-pictures.ts';
import type { Doing, Work } from './work.ts';
import { logImport } from './import-log.ts';
import { resultDigest } from './import-digests.ts';

/** Rows written in one transaction. */
export const TOGETHER = 100;

/**
 * Brings in the next rows of an import that was started: a hundred in one transaction, with their result. Stopped anywhere,
 * it goes on with the first row that has none. False: nothing to do, or somebody else is doing it.
 */
export async function applyNext(services: Services): Promise<boolean> {
  const { db, region } = services;
  // on disk, and named by no row that is certain
  const loose: string[] = [];
  try {
    const worked = await db.transaction().execute(async (tx) => {
      const record = await claimImport(tx, region, 'importing');
      if (!record) return false;
      const items = await openItems(tx, region, record.id, TOGETHER);
      const doing = items.map(doingOf);
      const around = { services, tx, record, by: record.applied_by as unknown as Actor }; // what `startImport` put there
      const pictures = await keepPictures(around, doing, (file) => loose.push(file));
      const outcomes = await settle({ ...around, pictures }, doing);
      await settlePictures(around, loose);
      const done = record.done + outcomes.length;
      const last = items.length < TOGETHER;
      await logImport(services, tx, {
        id: record.id,
        record,
        by: around.by,
        say: () => settledSay(outcomes, done, last),
      });
      await settleItems(tx, region, record.id, outcomes);
      await changeImport(tx, region, record.id, last ? { done, state: 'done' } : { done });
      return true;
    });
    await removeLoose(services, loose);
    return worked;
  } catch (error) {
    await removeLoose(services, loose).catch(() => undefined); // the first error is told
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

const settledSay = (outcomes: readonly Outcome[], done: number, last: boolean) => [
  ...(outcomes.length > 0
    ? [
        {
          type: 'RowsSettled',
          results: outcomes.map((one) => ({ no: one.no, digest: resultDigest(one) })),
          done,
        } as const,
      ]
    : []),
  ...(last ? [{ type: 'ImportDone' } as const] : []),
];

// `startImport` froze an act with every item that has no result yet
const doingOf = (item: Item): Doing => ({ ...item, act: item.act as Act, name: sm3(item.key) });

const isDoing = <D extends Act['do']>(items: readonly Doing[], what: D): Doing<D>[] =>
  items.filter((item): item is Doing<D> => item.act.do === what);

async function settle(work: Work, items: readonly Doing[]): Promise<Outcome[]> {
  const outcomes = [
    ...(await bringInAll(work, isDoing(items, 'register'), registering)),
    ...(await bringInAll(work, isDoing(items, 'open'), opening)),
  ];
  for (const item of isDoing(items, 'update')) outcomes.push(await updateProblem(work, item));
  for (const item of isDoing(items, 'add')) outcomes.push(await addToProblem(work, item));
  return outcomes;
}
