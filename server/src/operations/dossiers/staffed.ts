import type { Services } from '../../services.ts';
import { holdersOf, type Held, type Seated } from '../../store/dossiers/seats.ts';
import type { Answer } from './answer.ts';
import type { DossierDone } from './decide-dossier.ts';

/** A seat that something waits at. `unit` is absent in answers kept from before they said it. */
type Seat = { readonly unit?: string | null; readonly post: string; readonly external: boolean };

/** Who really has it today. `vacant`: nobody does, and nobody will act until somebody is given the post. */
type Staff = { readonly people: readonly string[]; readonly vacant: boolean };

/** The same seats with who holds each today. A unit outside is staffed elsewhere. */
export async function staffed<S extends Seat>(
  { db, region, today }: Pick<Services, 'db' | 'region' | 'today'>,
  seats: readonly S[],
): Promise<(S & Staff)[]> {
  return withHolders(seats, await holdersOf(db, region, seatsOf(seats), today()));
}

/** Seats of the county's own units: who holds one outside stands in no list here. */
export const seatsOf = (seats: readonly Seat[]): readonly Seated[] =>
  seats.flatMap(({ unit, post, external }) => (unit && !external ? [{ unit, post }] : []));

function withHolders<S extends Seat>(seats: readonly S[], holders: readonly Held[]): (S & Staff)[] {
  const held = new Map(holders.map(({ unit, post, names }) => [`${unit} ${post}`, names]));
  return seats.map((seat) => {
    const people = held.get(`${seat.unit} ${seat.post}`) ?? [];
    return { ...seat, people, vacant: seat.unit !== undefined && !seat.external && people.length === 0 };
  });
}

/** What was done, and who has it now by name. */
type DossierStaffed = Omit<DossierDone, 'now'> & {
  readonly now: readonly (DossierDone['now'][number] & Staff)[];
};

/** Answers of many acts as the person reads them. */
export async function withStaffEach<R extends { readonly answer: Answer<DossierDone> }>(
  services: Services,
  results: readonly R[],
) {
  return Promise.all(
    results.map(async ({ answer, ...one }) => ({ ...one, answer: await withStaff(services, answer) })),
  );
}

/** An answer as the person reads it: whoever has it now is named, and a post that nobody holds is called vacant. */
export async function withStaff(services: Services, answer: Answer<DossierDone>): Promise<Answer<DossierStaffed>> {
  if (!('done' in answer)) return answer;
  const { done, replayed, held } = answer;
  const now = held ? withHolders(done.now, held) : await staffed(services, done.now);
  return { done: { ...done, now }, replayed };
}
