import { randomUUID } from 'node:crypto';
import type { Actor } from '@bihuan/core/access';
import { append } from '../../store/dossiers/append.ts';
import { appendAll } from '../../store/dossiers/dossiers.ts';
import type { Outcome } from '../../store/imports/import-items.ts';
import { freeRows, rowsNamed, takeRows } from '../../store/imports/import-rows.ts';
import type { Written } from '../dossiers/decide-dossier.ts';
import { toldBy } from '../dossiers/tell.ts';
import type { Act } from './start.ts';
import { WHY, whyRefused, type Named } from './why.ts';
import type { Doing, Work } from './work.ts';

type Decided = Written | { readonly refused: Parameters<typeof whyRefused>[0] };

/** How rows of one sort become dossiers: decided one by one, once those that nobody brought in before are known. */
export type BringingIn<D extends Act['do']> = {
  readonly prepare: (
    work: Work,
    fresh: readonly Doing<D>[],
  ) => Promise<(item: Doing<D>, dossier: string) => Promise<Decided>>;
  /** What its fields are called in a reason. */
  readonly names: (work: Work, item: Doing<D>) => Named;
};

/** Brings these rows in: each under its name, which only one import can take. A row that is refused holds up no other. */
export async function bringInAll<D extends Act['do']>(
  work: Work,
  items: readonly Doing<D>[],
  { prepare, names }: BringingIn<D>,
): Promise<Outcome[]> {
  if (items.length === 0) return [];
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
  const decide = await prepare(
    work,
    items.filter(({ name }) => free.has(name)),
  );
  const outcomes: Outcome[] = [];
  for (const item of items) {
    const known = there.get(item.name);
    if (known) outcomes.push(alreadyThere(item, known));
    else {
      const outcome = await enter(work, item, await decide(item, ids.get(item.name)!), names(work, item));
      outcomes.push(
        outcome.result === 'registered' && lostSome(work, item) ? { ...outcome, reason: WHY.lost } : outcome,
      );
    }
  }
  return outcomes;
}

// it comes in all the same, and says so
const lostSome = ({ pictures }: Work, { act }: Doing): boolean =>
  'pictures' in act && (act.pictures ?? []).some(({ file }) => !pictures.get(file.part));

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

/** Writes what was decided with all that it means for other dossiers, or gives the row's name back. */
async function enter(
  { services, tx, by }: Work,
  { no, name }: Doing,
  decided: Decided,
  names: Named,
): Promise<Outcome> {
  const written = 'refused' in decided ? decided : await withTold({ services, tx, by }, decided);
  if ('refused' in written) {
    await freeRows(tx, services.region, { names: [name] });
    return { no, result: 'failed', reason: whyRefused(written.refused, names), dossier: null, version: null };
  }
  const { id, version } = written.done;
  return { no, result: 'registered', reason: null, dossier: id, version };
}

async function withTold(
  { services, tx, by }: Pick<Work, 'services' | 'tx'> & { readonly by: Actor },
  act: Written,
): Promise<Decided> {
  const told = await toldBy({ ...services, db: tx }, act, by);
  if ('refused' in told) return told;
  await appendAll(tx, [act.append, ...told.appends], append);
  return act;
}
