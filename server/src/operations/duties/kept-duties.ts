import { keptSince, runningDuties, type BookedPeriod } from '@bihuan/core/duty';
import type { Text } from '@bihuan/core/policy';
import { plainDate, type PlainDate } from '@bihuan/core/time';
import type { Services } from '../../services.ts';
import { editionsHere } from '../../store/policies.ts';
import { presentLaw } from '../law/present-law.ts';
import { booksOf } from './books.ts';

/** A duty in force as this installation has kept it. */
export type KeptDuty = {
  readonly id: string;
  readonly title: Text;
  readonly since: PlainDate | null;
  readonly periods: readonly BookedPeriod[];
};

/** Every duty in force that runs, with the periods that were opened, the earliest first. */
export async function keptDuties(services: Services): Promise<KeptDuty[]> {
  const law = presentLaw(services);
  if (!law) return [];
  const duties = runningDuties(law.policy.duties);
  const books = await booksOf(
    services,
    law,
    duties.map(({ id }) => id),
  );
  return Promise.all(
    duties.map(async ({ id, title }) => ({
      id,
      title,
      since: await sinceHere(services, id),
      periods: books.get(id)!.book.periods,
    })),
  );
}

/** Since when this installation keeps a duty; null where the edition in force does not run it. */
export async function sinceHere({ db, region, law, today }: Services, duty: string): Promise<PlainDate | null> {
  const editions = await editionsHere(db, region);
  const published = editions.map(({ edition, published_on: day }) => ({
    policy: law(edition).policy,
    publishedOn: plainDate(day),
  }));
  return keptSince(duty, published, today());
}
