import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';
import type { Holding, Person, Posting } from './seats.ts';

export type Seat = { readonly unit: string; readonly post: string };
type Span = { readonly from: string; readonly until: string | null };

/** Puts a person into a post; those who hand it over leave on the day the new one comes, so that nothing lies between. */
export async function takePost(
  key: string,
  person: string,
  seat: Seat & Span,
  instead: readonly Holding[] = [],
): Promise<void> {
  await answered(
    api.POST('/api/people/{id}/postings', { params: { path: { id: person }, ...intended(key) }, body: seat }),
  );
  for (const { person: before, posting } of instead) await leavePost(newIntent(), before.id, posting.id, seat.from);
}

/** Takes leave of a post; a successor comes first, so that the seat is never empty in between. */
export async function handOver(
  key: string,
  person: Person,
  posting: Posting,
  until: string,
  successor: string | undefined,
): Promise<void> {
  const { unit, post } = posting;
  if (successor) await takePost(newIntent(), successor, { unit, post, from: until, until: null });
  await leavePost(key, person.id, posting.id, until);
}

async function leavePost(key: string, id: string, posting: string, until: string): Promise<void> {
  const params = { path: { id }, ...intended(key) };
  await answered(api.POST('/api/people/{id}/postings/end', { params, body: { posting, until } }));
}

/** Lets somebody in, or shuts the account. */
export const setActive = (key: string, id: string, active: boolean) =>
  answered(api.POST('/api/people/{id}/active', { params: { path: { id }, ...intended(key) }, body: { active } }));

/** Sets a new password, which only this page has seen. */
export const setPassword = (key: string, id: string, password: string) =>
  answered(api.POST('/api/people/{id}/password', { params: { path: { id }, ...intended(key) }, body: { password } }));

/** Corrects a mistyped name, or the telephone; `reason` is needed for the name. */
export const correct = (key: string, id: string, body: Schema<'CorrectPerson'>) =>
  answered(api.POST('/api/people/{id}/correction', { params: { path: { id }, ...intended(key) }, body }));
