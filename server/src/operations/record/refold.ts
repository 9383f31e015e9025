import type { Services } from '../../services.ts';
import { bodiesOf } from '../../store/dossiers/events.ts';
import { olderDossiers, putShapes, type Older, type Reshaped } from '../../store/dossiers/shapes.ts';
import type { Fold } from '../dossiers/fold.ts';
import { foldOf } from '../dossiers/folds.ts';
import { fileIds } from './verify-files.ts';

/** What folding anew came to. `left`: dossiers whose state says something else than their events; they stay as they are. */
export type Refolded = { readonly folded: number; readonly left: readonly string[] };

/** How many dossiers are folded in one statement. */
const BATCH = 100;

/**
 * Folds the states that an older program left, so that they hold what this one keeps in them. Harmless when run again: what
 * is folded is not looked at any more, and after an interruption it goes on where it stopped. It only ever adds. A state
 * that contradicts its events was changed by somebody and stays for `ledger verify` to show.
 */
export async function refold({ db, region, law }: Pick<Services, 'db' | 'region' | 'law'>): Promise<Refolded> {
  const left: string[] = [];
  let folded = 0;
  for (let after: string | null = null; ;) {
    const older: readonly Older[] = await olderDossiers(db, region, after, BATCH);
    if (older.length === 0) return { folded, left };
    const logs = await bodiesOf(
      db,
      region,
      older.map(({ id }) => id),
    );
    const reshaped = older.flatMap((dossier) => reshape(region, dossier, logs.get(dossier.id) ?? [], law) ?? []);
    await db.transaction().execute((transaction) => putShapes(transaction, region, reshaped));
    const done = new Set(reshaped.map(({ id }) => id));
    left.push(...older.flatMap(({ id }) => (done.has(id) ? [] : [id])));
    folded += reshaped.length;
    after = older.at(-1)!.id;
  }
}

function reshape(
  region: string,
  { id, kind, version, state }: Older,
  log: readonly unknown[],
  law: Services['law'],
): Reshaped | null {
  const events = log.slice(0, version); // what was written since is in a state of the present shape already
  const folded = foldedOrNull(kind, { region, id }, events, law);
  if (!folded || !adds(state, folded.state)) return null;
  const { task = [], problem = [], case_file: plain = [] } = folded.rows;
  return {
    id,
    version,
    state: folded.state,
    filed: fileIds(events),
    tasks: task,
    line: problem[0] ?? plain[0] ?? null,
  };
}

function foldedOrNull(...asked: Parameters<typeof foldOf>): Fold | null {
  try {
    return foldOf(...asked);
  } catch {
    return null; // an event that was changed or taken away leaves others that make no sense
  }
}

/** Whether the later value says everything that the earlier one does, and perhaps more. */
function adds(earlier: unknown, later: unknown): boolean {
  if (typeof earlier !== 'object' || earlier === null) return earlier === later;
  if (typeof later !== 'object' || later === null || Array.isArray(earlier) !== Array.isArray(later)) return false;
  if (Array.isArray(earlier) && earlier.length !== (later as readonly unknown[]).length) return false; // both are lists
  const said = later as Readonly<Record<string, unknown>>; // any object and list may be read by its keys
  return Object.entries(earlier).every(([key, value]) => adds(value, said[key]));
}
