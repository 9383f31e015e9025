import type { Actor } from '@bihuan/core/access';
import {
  contentOf,
  contentOfRow,
  mustBeAnswered,
  registrationOf,
  rowErrors,
  sourceOf,
  type Registration,
  type Answered,
  type Understanding,
} from '@bihuan/core/intake';
import type { Source } from '@bihuan/core/problem';
import type { Services } from '../../services.ts';
import { freezeItems, type Item } from '../../store/imports/import-items.ts';
import { changeImport, decisionsOn, findImport, lockImport, type ImportRecord } from '../../store/imports/imports.ts';
import { notOpen, type Halt, type Settled } from './outcome.ts';
import { seatFor, visibleImport } from './seats.ts';
import type { AnyRow } from '../../files/task.ts';
import { askedOnce, chosenFor } from './asked-once.ts';
import { withoutPictures } from './asked-pictures.ts';
import { opening, type Opening } from './opening.ts';
import { broughtBy, type Brought } from './brought.ts';
import { understand } from './understanding.ts';
import { frozenWith } from './import-digests.ts';
import { logImport, settledIn } from './import-log.ts';

/** A question that was answered, with what was chosen, in words. */
export type Told = Pick<Answered, 'on' | 'said' | 'choose' | 'value' | 'told'>;

/** Pictures that come in with the row; absent: none, or it was started before they could. */
type WithPictures = { readonly pictures?: readonly Brought[] };

/**
 * What bringing in one row does. `same`: key of another row, or id of a problem, that this row is one with. `decided`: what
 * people answered about it, in words, so that their answers and reasons stand beside the row for good.
 */
export type Act = { readonly decided: readonly Told[] } & (
  | ({ readonly do: 'register' } & Registration & WithPictures)
  | ({ readonly do: 'open' } & Opening & WithPictures)
  | { readonly do: 'add'; readonly same: string; readonly source: Source }
  | ({ readonly do: 'update'; readonly problem: string } & Registration)
);

/**
 * Starts bringing in what is ready: what there is to do is frozen, a job does it. Everything before this is the dry run.
 * Refused while something is open, unless `skipOpen` leaves those rows out. Asking again once it is started changes nothing.
 */
export async function startImport(
  services: Services,
  id: string,
  { skipOpen }: { readonly skipOpen: boolean },
  by: Actor,
): Promise<Settled<null>> {
  const { db, region } = services;
  const record = await visibleImport(services, id, by);
  if (!record) return { missing: true };
  const seat = seatFor(services, record, by);
  if ('refused' in seat) return seat;
  if (record.state === 'importing' || record.state === 'done') return { done: null };
  if (record.state !== 'open') return { halt: notOpen(record.state) };
  const { understanding, decisions } = await understand(services, record, { fresh: true });
  const halt = haltOf(services, understanding, record, skipOpen);
  // pressed twice: its own rows may stand in the register by now, and there is nothing left to bring in
  if (halt) return (await findImport(db, region, id))?.state === 'open' ? { halt } : { done: null };

  const items = itemsOf(services, understanding, record);
  return db.transaction().execute(async (tx): Promise<Settled<null>> => {
    const locked = await lockImport(tx, region, id);
    if (locked?.state !== 'open') return { done: null };
    // somebody answered a question while this was being prepared: it has to be looked at again
    const stale =
      locked.sheet !== record.sheet ||
      JSON.stringify(locked.chosen) !== JSON.stringify(record.chosen) ||
      (await counted(tx, region, locked)) !== decisions.length;
    if (stale) return { halt: 'import-questions-open' };
    const done = items.filter(({ result }) => result !== null).length;
    await logImport(services, tx, { id, record: locked, by, say: () => startedWith(items, by) });
    await freezeItems(tx, region, id, items);
    await changeImport(tx, region, id, { state: 'importing', items: items.length, done, applied_by: by });
    return { done: null };
  });
}

/** What there is to do by one digest, and what of it is left out from the start. */
function startedWith(items: readonly Item[], appliedBy: Actor) {
  const frozen = items.reduce(frozenWith, '');
  const results = items.flatMap((item) => settledIn(item));
  const left = { type: 'RowsSettled', results, done: results.length } as const;
  return [
    { type: 'ImportStarted', items: items.length, frozen, appliedBy } as const,
    ...(results.length > 0 ? [left] : []),
  ];
}

async function counted(
  tx: Parameters<typeof lockImport>[0],
  region: string,
  { id, sheet }: ImportRecord,
): Promise<number> {
  return (await decisionsOn(tx, region, id, sheet)).length;
}

function haltOf(
  services: Services,
  understanding: Understanding<AnyRow>,
  record: ImportRecord,
  skipOpen: boolean,
): Halt | null {
  const ready = understanding.rows.filter(({ pile }) => pile === 'ready');
  if (understanding.kind === 'unreadable') return 'import-sheet-open';
  if (ready.length < understanding.rows.length && !skipOpen) return 'import-questions-open';
  if (ready.length === 0)
    return understanding.questions.some(mustBeAnswered) ? 'import-sheet-open' : 'import-nothing-ready';
  const fresh = ready.filter((row) => !('sameAs' in row) || (row.sameAs === null && row.updates === null));
  const pictures = understanding.pictures.filter(({ row }) => fresh.some(({ rows }) => rows.includes(row)));
  const lacks = askedOnce(services, record, { rows: fresh, pictures }).some(
    ({ chosen, lacking }) => chosen === null && lacking > 0,
  );
  return lacks ? 'import-fact-missing' : null;
}

/** New problems first, then changes, then what is one with another row: that row must be there by then. */
function itemsOf(services: Services, understanding: Understanding<AnyRow>, record: ImportRecord): Item[] {
  const { rows, list, skipped, pictures } = understanding;
  const ready = rows.filter(({ pile }) => pile === 'ready');
  const acts = ready.map((row) => ({ row, act: actOf(services, row, { list, pictures }, record) }));
  const ordered = acts.toSorted((a, b) => ORDER[a.act.do] - ORDER[b.act.do]);
  const doing = ordered.map(({ row, act }) => ({
    ...blank,
    rows: row.rows,
    key: row.key,
    content: 'values' in row ? contentOfRow(row) : contentOf(row),
    act,
  }));
  const errors = rowErrors(understanding).map(({ row, reason, columns }) => ({
    ...blank,
    rows: [row],
    result: 'failed' as const,
    reason: { zh: reason, en: OPEN, columns },
  }));
  const left = skipped.map(({ row, reason }) => ({
    ...blank,
    rows: [row],
    result: 'skipped' as const,
    reason: { zh: reason.zh, en: reason.en },
  }));
  return [...doing, ...errors, ...left].map((item, at) => ({ no: at + 1, ...item }));
}

const OPEN = 'Left out: a question about it is open';
const ORDER = { register: 0, open: 0, update: 1, add: 2 } as const;
const blank = { key: '', content: '', act: null, result: null, reason: null, dossier: null, version: null } as const;

function actOf(
  services: Services,
  row: AnyRow,
  { list, pictures }: Pick<Understanding<AnyRow>, 'list' | 'pictures'>,
  record: ImportRecord,
): Act {
  const chosen = withoutPictures(chosenFor(record));
  const brought = broughtBy(row, pictures, chosenFor(record));
  const along = brought.length > 0 ? { pictures: brought } : {};
  const decided = row.decisions.map(({ on, said, choose, value, told }): Told => ({
    on,
    said,
    choose,
    ...(value === undefined ? {} : { value }),
    ...(told ? { told } : {}),
  }));
  if ('values' in row) return { decided, do: 'open', ...opening(services, row, record), ...along };
  if (row.updates !== null)
    return { decided, do: 'update', problem: row.updates, ...registrationOf(row, list, chosen) };
  if (row.sameAs !== null) return { decided, do: 'add', same: row.sameAs, source: sourceOf(row, list) };
  return { decided, do: 'register', ...registrationOf(row, list, chosen), ...along };
}
