import { randomUUID } from 'node:crypto';
import { coordinates, type Keeper } from '@bihuan/core/person';
import type { Services } from '../../services.ts';
import { addFeedback, listFeedback } from '../../store/feedback.ts';
import { presentLaw } from '../law/present-law.ts';

/**
 * Keeps what somebody says about the system (国办函〔2026〕12号: there must be a way to complain about it). Null when other
 * words, or somebody else's, stand under this id already.
 */
export async function giveFeedback(
  { db, region, now }: Services,
  by: Keeper,
  said: { readonly id?: string; readonly text: string; readonly page: string },
): Promise<string | null> {
  const { id: person, name, postings } = by.actor;
  const id = said.id ?? randomUUID();
  const unitName = postings[0]?.unitName ?? '系统管理';
  const stands = await addFeedback(db, region, {
    id,
    text: said.text.trim(),
    page: said.page,
    person,
    person_name: name,
    unit_name: unitName,
    recorded_at: now(),
  });
  return stands ? id : null;
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
