import type { Actor, Refusal } from '@bihuan/core/access';
import type { Law } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { openDossiersUnder, type OpenDossier } from '../../store/dossiers/open-dossiers.ts';
import type { Answer, Intent } from '../dossiers/answer.ts';
import { answeredBefore, unknownDossier } from '../dossiers/command-dossier.ts';
import { COMMANDS } from '../dossiers/commands.ts';
import { commandEdition } from '../editions/editions.ts';
import { presentLaw } from '../law/present-law.ts';
import { seatsReading } from '../dossiers/reading.ts';
import type { Numbered } from '../dossiers/subject.ts';
import { earlierReadings, lineOf } from './impact.ts';

/** What became of one dossier. `changed`: it would no longer mean what was shown; nothing was written. */
export type Outcome = {
  readonly dossier: string;
  readonly number: string;
  readonly answer: Answer<object> | 'changed' | 'already';
};

/** `seen`: digest of the line that was shown for this dossier. */
export type AdoptAsked = Intent & {
  readonly edition: string;
  readonly dossiers: readonly { readonly dossier: string; readonly seen: string }[];
  readonly reason: string;
  readonly by: Actor;
};

/**
 * Brings open dossiers over to a reading whose consequences somebody has seen, each decided by itself with its reason and its trace.
 * Harmless when run again: what was brought over stays so, and after an interruption the rest goes on. Null: never published.
 */
export async function adoptReading(
  services: Services,
  asked: AdoptAsked,
): Promise<readonly Outcome[] | { readonly refused: Refusal } | null> {
  const law = presentLaw(services, asked.edition);
  if (!law) return null;
  const known = await openHere(services, asked, law);
  const outcomes: Outcome[] = [];
  for (const item of asked.dossiers) {
    const dossier = known.get(item.dossier);
    const answer = await bring(services, { ...asked, ...item }, dossier, law);
    // a reason that will not do will not do for the next one either
    if (typeof answer === 'object' && 'refused' in answer && answer.refused.code === 'bad-input') return answer;
    outcomes.push({ dossier: item.dossier, number: dossier?.number ?? '', answer });
  }
  return outcomes;
}

/** Those of the dossiers that are open and this person's to read, under an earlier reading or already under this one. */
async function openHere(services: Services, { edition, dossiers, by }: AdoptAsked, law: Law) {
  const found = await openDossiersUnder<Numbered>(services.db, services.region, {
    editions: [...(await earlierReadings(services, law)), edition],
    seats: seatsReading(services, by),
    only: dossiers.map(({ dossier }) => dossier),
    limit: dossiers.length,
  });
  return new Map(found.map((dossier) => [dossier.id, dossier]));
}

async function bring(
  services: Services,
  asked: AdoptAsked & { readonly dossier: string; readonly seen: string },
  dossier: OpenDossier<Numbered> | undefined,
  reading: Law,
): Promise<Outcome['answer']> {
  const { reason, by, fingerprint, edition, seen } = asked;
  // a key of its own, so that the same wish sent again answers for each as the first time did
  const own = { key: `${asked.key}:${asked.dossier}`, fingerprint, by };
  const before = await answeredBefore({ kind: 'case' }, services, { ...own, dossier: asked.dossier });
  if (before) return before;
  if (!dossier) return { refused: unknownDossier };
  if (dossier.state.policy === edition) return 'already';
  if (lineOf(services, dossier, reading).seen !== seen) return 'changed';
  const { id, of, version } = dossier;
  const ask = { type: 'AdoptRevision', reading, reason } as const;
  if (of === 'edition') return commandEdition(services, { ...own, version, edition: id, request: ask });
  return COMMANDS[of]!.command(services, { ...own, version, dossier: id, ask });
}
