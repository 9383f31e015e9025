import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { canonical } from '@bihuan/core/ledger';
import { theInstallation, type Keeper } from '@bihuan/core/person';
import type { Fault, Pack } from '@bihuan/core/policy';
import {
  decidePublication,
  evolvePublication,
  unpublished,
  type PublicationAsk,
  type PublicationEvent,
  type PublicationRefusal,
  type PublishedEdition,
  type Succession,
  type UnitNamed,
} from '@bihuan/core/publication';
import { ROOT } from '../../config.ts';
import { checkPack, readPack, type PackFiles } from '../../policies/index.ts';
import { successorsOf } from '../../law-book.ts';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { append } from '../../store/dossiers/append.ts';
import { findDossier, StaleVersion } from '../../store/dossiers/dossiers.ts';
import { addPublished, findPublished, publishedEditions, unitsNamed, type PublishedRow } from '../../store/policies.ts';
import { codeOf } from '../../trouble.ts';
import { plainAppend } from '../dossiers/plain-append.ts';

/** A fault of a published edition with the line it was found on. */
export type LocatedFault = Pick<Fault, 'kind' | 'clauses' | 'facts' | 'about' | 'text' | 'ruling'> & {
  readonly file: string;
  readonly line: number;
};

/** How publishing ends. `unreadable`: the files could not be understood, with the places. */
export type PublishAnswer =
  | { readonly done: { readonly edition: string; readonly digest: string } }
  | { readonly refused: PublicationRefusal; readonly faults: readonly LocatedFault[] }
  | { readonly unreadable: readonly LocatedFault[] };

/** Publishes the pack in a folder: checked, stored as it is, immutable from then on. `successors`: who takes over from units that it drops. */
export async function publishPolicy(
  services: Services,
  dir: string,
  successors: readonly Succession[] = [],
  by: Keeper = theInstallation,
): Promise<PublishAnswer> {
  const { db, region, today } = services;
  const files = readPack(dir);
  const { pack } = files;
  if (!pack) return { unreadable: files.faults.map((fault) => located(fault, files)) };
  const { edition } = pack.policy;
  const text = canonical(pack);
  const digest = sm3(text);
  const found = checkPack(pack);
  const known = await findPublished(db, region, edition);
  const dossier = known?.dossier ?? randomUUID();
  const standing = known ? await findDossier<PublishedEdition>(db, region, dossier) : null;
  const state = standing?.state ?? unpublished;
  const decision = decidePublication(
    {
      type: 'PublishEdition',
      policy: pack.policy,
      region,
      digest,
      faults: found,
      units: pack.units,
      successors,
      ...(await unitsAround(services)),
      by,
      on: today(),
    },
    state,
    null,
  );
  const lines = found.map((fault) => located(fault, files));
  if ('refused' in decision) return { refused: decision.refused, faults: lines };

  const { events } = decision;
  const written = plainAppend(services, {
    dossier,
    kind: 'policy',
    standing,
    events,
    state: events.reduce(evolvePublication, state),
  });
  const kept = { dossier, digest, pack: text, faults: JSON.stringify(lines), published_on: today() };
  const row = rowOf(pack, events, kept);
  try {
    await db.transaction().execute(async (transaction) => {
      await append(transaction, written);
      await addPublished(transaction, region, row);
    });
  } catch (error) {
    // two that publish at once: the second is told what the first did
    if (error instanceof StaleVersion || codeOf(error) === '23505') return publishPolicy(services, dir, successors, by);
    throw error;
  }
  await services.renewLaw();
  return { done: { edition, digest } };
}

/** The edition as it is kept. */
const rowOf = (
  { policy: { edition, title, inForceFrom } }: Pack,
  events: readonly PublicationEvent[],
  kept: Omit<PublishedRow, 'edition' | 'title' | 'in_force_from' | 'successors'>,
): PublishedRow => {
  const successors = events.flatMap((event) => (event.type === 'EditionPublished' ? (event.successors ?? []) : []));
  return { edition, title: title.zh, in_force_from: inForceFrom, successors: canonical(successors), ...kept };
};

type UnitsAround = Pick<PublicationAsk & { type: 'PublishEdition' }, 'named' | 'before' | 'recorded'>;

/** The units that open dossiers name, those that editions before list, the newest first, and who took over by publication. */
async function unitsAround({ db, region }: Services): Promise<UnitsAround> {
  const rows = await publishedEditions(db, region);
  const recorded = rows.flatMap(successorsOf);
  const listed = rows.flatMap(({ pack }) => (JSON.parse(pack) as Pack).units); // as in the law book
  const named = unitsOf(await unitsNamed(db, region, SHOWN));
  return { named, before: [...listed, ...recorded.map(({ kept }) => kept)], recorded };
}

/** So many open dossiers are told of a unit that an edition leaves out; the rest are counted. */
const SHOWN = 20;

/** Units with the open dossiers that name them. */
function unitsOf(rows: Awaited<ReturnType<typeof unitsNamed>>): readonly UnitNamed[] {
  const dossiers = Map.groupBy(rows, ({ unit }) => unit);
  return [...dossiers].map(([unit, named]) => ({
    unit,
    dossiers: named.map(({ number, title }) => ({ number, title })),
    all: named[0]!.all,
  }));
}

function located(
  { kind, clauses, facts, about, text, ruling, file, path: place }: Fault,
  { locate }: PackFiles,
): LocatedFault {
  const at = locate(file, place);
  return { kind, clauses, facts, about, text, ruling, file: path.relative(ROOT, at.file), line: at.line };
}
