import {
  decidePublication,
  evolvePublication,
  unpublished,
  type PublicationRefusal,
  type PublishedEdition,
} from '@bihuan/core/publication';
import type { Keeper } from '@bihuan/core/person';
import type { Services } from '../../services.ts';
import { append } from '../../store/dossiers/append.ts';
import { KeyTaken, loadDossier, StaleVersion } from '../../store/dossiers/dossiers.ts';
import { addConfirmed, findPublished } from '../../store/policies.ts';
import type { Intent } from '../dossiers/answer.ts';
import { plainAppend, retried } from '../dossiers/plain-append.ts';

type Done = { readonly edition: string; readonly ruling: string; readonly status: 'confirmed' };

/** How confirming a ruling ends. */
export type ConfirmAnswer =
  | { readonly done: Done; readonly replayed: boolean }
  | { readonly refused: PublicationRefusal }
  | { readonly conflict: 'key-reused' };

/** `note`: on what paper or by whose word the person stands for the ruling. */
export type ConfirmAsked = {
  readonly edition: string;
  readonly ruling: string;
  readonly note: string;
  readonly by: Keeper;
  readonly intent: Intent;
};

/** Somebody stands for a ruling: who, when, on what paper, in the log of the edition. */
export async function confirmRuling(services: Services, asked: ConfirmAsked): Promise<ConfirmAnswer> {
  const { db, region, today, law } = services;
  const { edition, ruling, note, by, intent } = asked;
  const published = await findPublished(db, region, edition);
  if (!published) return { refused: { code: 'not-allowed', obstacle: { code: 'not-published' }, clause: null } };
  const { dossier } = published;
  const { standing, given } = await loadDossier<PublishedEdition>(db, {
    region,
    kind: 'policy',
    dossier,
    actor: by.actor.id,
    key: intent.key,
  });
  if (given) return retried<Done>(given, intent);
  const state = standing?.state ?? unpublished;
  // the law of an edition has the units of today: who coordinates is their matter, which rulings there are the edition's
  const decision = decidePublication({ type: 'ConfirmRuling', ruling, note, by, on: today() }, state, law(edition));
  if ('refused' in decision) return decision;

  const { events } = decision;
  const done: Done = { edition, ruling, status: 'confirmed' };
  const written = plainAppend(services, {
    dossier,
    kind: 'policy',
    standing,
    events,
    state: events.reduce(evolvePublication, state),
    answer: { by, intent, response: done },
  });
  const row = { edition, ruling, confirmed_by: nameOf(events), confirmed_on: today(), note: note.trim() };
  try {
    await db.transaction().execute(async (transaction) => {
      await append(transaction, written);
      await addConfirmed(transaction, region, row);
    });
  } catch (error) {
    // somebody was faster on the same edition, or the same intent came twice: decide again on what stands now
    if (error instanceof StaleVersion || error instanceof KeyTaken) return confirmRuling(services, asked);
    throw error;
  }
  await services.renewLaw();
  return { done, replayed: false };
}

/** As the page shows it: the unit and the person who stands for it. */
function nameOf(events: readonly { readonly by: { readonly name: string; readonly unitName: string } }[]): string {
  const { unitName, name } = events[0]!.by;
  return `${unitName} ${name}`;
}
