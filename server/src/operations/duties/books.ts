import { bookId, emptyBook, evolveBook, type DutyBook, type DutyEvent } from '@bihuan/core/duty';
import type { Law } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { findDossiers, type Append, type Standing } from '../../store/dossiers/dossiers.ts';
import { plainAppend, type PlainDossier } from '../dossiers/plain-append.ts';

/** The book of a duty as it stands; `standing` is null before its first entry. */
export type Kept = { readonly id: string; readonly standing: Standing<DutyBook> | null; readonly book: DutyBook };

/** The books of these duties, by duty: what was ordered and opened. */
export async function booksOf(
  { db, region }: Services,
  law: Law,
  duties: readonly string[],
): Promise<Map<string, Kept>> {
  const ids = new Map(duties.map((duty) => [duty, bookId(law.policy, duty, law)]));
  const standings = await findDossiers<DutyBook>(db, region, 'duty', [...ids.values()]);
  return new Map(
    [...ids].map(([duty, id]) => {
      const standing = standings.get(id) ?? null;
      return [duty, { id, standing, book: standing?.state ?? emptyBook }];
    }),
  );
}

/** The book of one duty. */
export async function bookOf(services: Services, law: Law, duty: string): Promise<Kept> {
  const books = await booksOf(services, law, [duty]);
  return books.get(duty)!;
}

/** Entries of a book and what comes of them, not yet written. `answer`: what a retry of the same intent is told. */
export function entered(
  services: Services,
  { id, standing, book }: Kept,
  events: readonly DutyEvent[],
  answer?: PlainDossier<DutyBook, DutyEvent>['answer'],
): { readonly append: Append; readonly book: DutyBook } {
  const state = events.reduce(evolveBook, book);
  const written = { dossier: id, kind: 'duty', standing, events, state } as const;
  return { append: plainAppend(services, answer ? { ...written, answer } : written), book: state };
}
