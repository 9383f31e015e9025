import { randomUUID } from 'node:crypto';
import { coordinates, keeperSigner, type Keeper } from '@bihuan/core/person';
import { evolveFeedback, type FeedbackEvent } from '@bihuan/core/received';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { append } from '../../store/dossiers/append.ts';
import { StaleVersion } from '../../store/dossiers/dossiers.ts';
import { listFeedback, standsAs } from '../../store/feedback.ts';
import { plainAppend } from '../dossiers/plain-append.ts';
import { presentLaw } from '../law/present-law.ts';

/**
 * Keeps what somebody says about the system (国办函〔2026〕12号: there must be a way to complain about it). Null when other
 * words, or somebody else's, stand under this id already.
 */
export async function giveFeedback(
  services: Services,
  by: Keeper,
  said: { readonly id?: string; readonly text: string; readonly page: string },
): Promise<string | null> {
  const { db, region, now, today } = services;
  const id = said.id ?? randomUUID();
  const [text, at, signed] = [said.text.trim(), now(), keeperSigner(by)];
  const event: FeedbackEvent = { by: signed, on: today(), type: 'FeedbackGiven', at, page: said.page, said: sm3(text) };
  const own = { id, text, page: said.page, person: signed.id, person_name: signed.name, unit_name: signed.unitName };
  const written = plainAppend(services, {
    dossier: id,
    kind: 'feedback',
    standing: null,
    events: [event],
    state: evolveFeedback(null, event),
    received: { table: 'feedback', row: { ...own, recorded_at: at } },
  });
  try {
    await append(db, written);
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
    // sent again because the answer was lost, it stands already
    return (await standsAs(db, region, own)) ? id : null;
  }
  return id;
}

/** What people said, newest first: everybody's for administrators and the coordinator's office, their own for others. */
export async function readFeedback(services: Services, by: Keeper, after: string | null) {
  const { db, region, today } = services;
  const law = presentLaw(services);
  const everybody = by.administrator || (law !== null && coordinates(by, law, today()));
  const rows = await listFeedback(db, region, { after, size: PAGE + 1, ...(everybody ? {} : { person: by.actor.id }) });
  const entries = rows
    .slice(0, PAGE)
    .map(({ id, text, page, person_name: name, unit_name: unitName, recorded_at: at }) => ({
      id,
      text,
      page,
      name,
      unitName,
      at: at.toISOString(),
    }));
  return { entries, everybody, next: rows.length > PAGE ? entries.at(-1)!.id : null };
}

const PAGE = 50;
