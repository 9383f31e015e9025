import type { Actor } from '@bihuan/core/access';
import { canonical } from '@bihuan/core/ledger';
import { readAnew, type Text } from '@bihuan/core/policy';
import { impactOf, type Impact, type Law } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { openDossiersUnder, type OpenDossier } from '../../store/dossiers/open-dossiers.ts';
import { publishedEditions } from '../../store/policies.ts';
import { presentLaw } from '../law/present-law.ts';
import { seatsReading } from '../dossiers/reading.ts';
import type { Numbered } from '../dossiers/subject.ts';

/** What a later reading of its edition would mean for one open dossier. `seen` stands for exactly this. */
export type ImpactLine = Omit<Impact, 'misfits'> & {
  readonly dossier: string;
  readonly of: OpenDossier<unknown>['of'];
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  /** The reading that it keeps. */
  readonly policy: string;
  readonly version: number;
  /** What the reading has no place for: it cannot be brought over. */
  readonly misfits: readonly Text[];
  readonly seen: string;
};

/** So many dossiers are looked at together: their states are in memory at once, those of the pages before are not. */
export const PAGE = 50;

/** One page of the list. `next`: the dossier after which the following page begins; null: this was the last. */
export type ImpactPage = { readonly lines: readonly ImpactLine[]; readonly next: string | null };

/**
 * Open dossiers under an earlier reading of this edition, with what bringing each over would do; nothing is written. A dossier that
 * is not this person's to read is in no list and in no count. Null: the edition was never published.
 */
export async function impactOfReading(
  services: Services,
  { edition, by, after }: { readonly edition: string; readonly by: Actor; readonly after: string | null },
): Promise<ImpactPage | null> {
  const { db, region } = services;
  const law = presentLaw(services, edition);
  if (!law) return null;
  const seats = seatsReading(services, by);
  const editions = await earlierReadings(services, law);
  const page = await openDossiersUnder<Numbered>(db, region, { editions, seats, after, limit: PAGE });
  const lines = page.map((dossier) => lineOf(services, dossier, law));
  return { lines, next: page.length === PAGE ? page.at(-1)!.id : null };
}

/** The readings of the same edition that were published here and come before this one. */
export async function earlierReadings({ db, region, law }: Services, reading: Law): Promise<readonly string[]> {
  const editions = (await publishedEditions(db, region)).map(({ edition }) => edition);
  return editions.filter((edition) => readAnew(law(edition).policy, reading.policy));
}

/** What it would mean for one dossier. */
export function lineOf(services: Services, { id, state, ...named }: OpenDossier<Numbered>, to: Law): ImpactLine {
  const { misfits, ...rest } = impactOf(state, services.law(state.policy), to, services.today());
  const { policy } = state;
  const shown = { dossier: id, policy, misfits: misfits.map(({ title }) => title), ...rest };
  // the version is no part of it: what happens meanwhile and changes nothing of this leaves the line as it was shown
  return { ...named, ...shown, seen: sm3(canonical({ to: to.policy.edition, ...shown })) };
}
