import type { Actor, Refusal } from '@bihuan/core/access';
import type { Case } from '@bihuan/core/case';
import type { Problem } from '@bihuan/core/problem';
import type { Services } from '../../services.ts';
import { append } from '../../store/dossiers/append.ts';
import { findDossiers, StaleVersion, type Executor } from '../../store/dossiers/dossiers.ts';
import { claimImport } from '../../store/imports/import-items.ts';
import { freeRows, touchedBy } from '../../store/imports/import-rows.ts';
import { changeImport, lockImport, type ImportRecord } from '../../store/imports/imports.ts';
import { decideCaseAsk } from '../cases/command.ts';
import type { Written } from '../dossiers/decide-dossier.ts';
import { decideProblem } from '../problems/command-problem.ts';
import type { Settled } from './outcome.ts';
import { seatFor, visibleImport } from './seats.ts';
import { logImport } from './import-log.ts';

/**
 * Takes a whole import back, as long as nobody has worked on any of it. Dossiers are withdrawn, never deleted.
 * What the import added to problems that were there before stays: it is part of their record.
 */
export async function undoImport(services: Services, id: string, reason: string, by: Actor): Promise<Settled<null>> {
  const { db, region } = services;
  const record = await visibleImport(services, id, by);
  if (!record) return { missing: true };
  const seat = seatFor(services, record, by);
  if ('refused' in seat) return seat;
  if (reason.trim() === '')
    return { refused: { code: 'bad-input', faults: [{ field: 'reason', code: 'required' }], clause: null } };
  return db.transaction().execute(async (tx): Promise<Settled<null>> => {
    const locked = await lockImport(tx, region, id);
    if (locked?.state === 'undoing' || locked?.state === 'undone') return { done: null };
    if (locked?.state !== 'done') return { halt: 'import-not-done' };
    const own = await ownDossiers(tx, region, id);
    if (own.some(({ version, present }) => version !== present)) return { halt: 'import-used' };
    const [first] = own;
    if (first) {
      const withdraw = await withdrawing(services, tx, { ...locked, undo_reason: reason }, [first.dossier]);
      const tried = withdraw(first.dossier, first.version, by);
      // who opens them need not be who takes them back: said now, and not by a job that nobody sees
      if (tried && 'refused' in tried) return tried;
    }
    await logImport(services, tx, {
      id,
      record: locked,
      by,
      say: () => [{ type: 'ImportUndoing', reason, appliedBy: by }],
    });
    await changeImport(tx, region, id, { state: 'undoing', undo_reason: reason, applied_by: by });
    return { done: null };
  });
}

const ownDossiers = async (db: Executor, region: string, id: string) =>
  (await touchedBy(db, region, id)).filter(({ registered }) => registered);

/** Withdraws all that the next import opened to be undone, in one transaction: all of them or none. False: nothing to do. */
export async function undoNext(services: Services): Promise<boolean> {
  const { db, region } = services;
  let claimed: ImportRecord | null = null;
  try {
    await db.transaction().execute(async (tx) => {
      claimed = await claimImport(tx, region, 'undoing');
      if (claimed) await withdrawAll(services, tx, claimed);
    });
  } catch (error) {
    if (!(error instanceof StaleVersion) || !claimed) throw error;
    // somebody began to work on one of them in the same moment: then it is used, and stays
    await keepAsUsed(services, (claimed as ImportRecord).id);
  }
  return claimed !== null;
}

const TOGETHER = 200;

async function withdrawAll(services: Services, tx: Executor, record: ImportRecord): Promise<void> {
  const { region } = services;
  const own = (await ownDossiers(tx, region, record.id)).toSorted((a, b) => (a.dossier < b.dossier ? -1 : 1));
  const by = record.applied_by as unknown as Actor; // what `undoImport` put there
  for (let from = 0; from < own.length; from += TOGETHER) {
    const piece = own.slice(from, from + TOGETHER);
    const withdraw = await withdrawing(
      services,
      tx,
      record,
      piece.map(({ dossier }) => dossier),
    );
    for (const { dossier, version } of piece) {
      const written = withdraw(dossier, version, by);
      if (!written || 'refused' in written) throw new StaleVersion();
      await append(tx, written.append);
    }
  }
  await freeRows(tx, region, { dossiers: own.map(({ dossier }) => dossier) });
  await logImport(services, tx, { id: record.id, record, by, say: () => [{ type: 'ImportUndone' }] });
  await changeImport(tx, region, record.id, { state: 'undone' });
}

/** An import of which something is used by now stays as it was brought in. */
async function keepAsUsed(services: Services, id: string): Promise<void> {
  const { db, region } = services;
  await db.transaction().execute(async (tx) => {
    const record = await lockImport(tx, region, id);
    if (record?.state !== 'undoing') return;
    const by = record.applied_by as unknown as Actor; // what `undoImport` put there
    await logImport(services, tx, { id, record, by, say: () => [{ type: 'ImportKept' }] });
    await changeImport(tx, region, id, { state: 'done' });
  });
}

type Withdraw = (dossier: string, version: number, by: Actor) => Written | { readonly refused: Refusal } | null;

/** How these dossiers are taken back, problems and others; null where one was worked on since. */
async function withdrawing(
  services: Services,
  tx: Executor,
  { kind, id, undo_reason: reason }: ImportRecord,
  dossiers: readonly string[],
): Promise<Withdraw> {
  const { region } = services;
  const said = reason ?? '';
  if (kind === null) {
    const standings = await findDossiers<Problem>(tx, region, 'problem', dossiers);
    return (dossier, version, by) => {
      const standing = standings.get(dossier);
      const ask = { type: 'WithdrawProblem', reason: said } as const;
      return standing?.version === version ? decideProblem(services, { dossier, by, ask, import: id }, standing) : null;
    };
  }
  const standings = await findDossiers<Case>(tx, region, 'case', dossiers);
  return (dossier, version, by) => {
    const standing = standings.get(dossier);
    const ask = { type: 'Withdraw', reason: said } as const;
    return standing?.version === version ? decideCaseAsk(services, { dossier, by, ask, import: id }, standing) : null;
  };
}
