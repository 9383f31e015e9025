import type { Services } from '../../services.ts';
import { holdersOf } from '../../store/dossiers/seats.ts';
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
  const own = seats.flatMap(({ unit, post, external }) => (unit && !external ? [{ unit, post }] : []));
  const held = new Map(
    (await holdersOf(db, region, own, today())).map(({ unit, post, names }) => [`${unit} ${post}`, names]),
  );
  return seats.map((seat) => {
    const people = held.get(`${seat.unit} ${seat.post}`) ?? [];
    return { ...seat, people, vacant: seat.unit !== undefined && !seat.external && people.length === 0 };
  });
}

/** What was done, and who has it now by name. */
type DossierStaffed = Omit<DossierDone, 'now'> & {
  readonly now: readonly (DossierDone['now'][number] & Staff)[];
};

/** Answers of many acts as the person reads them, with one look at who holds what. */
export async function withStaffEach<R extends { readonly answer: Answer<DossierDone> }>(
  services: Services,
  results: readonly R[],
) {
  const seats = results.flatMap(({ answer }) => ('done' in answer ? answer.done.now : []));
  const known = (await staffed(services, seats)).values();
  return results.map(({ answer, ...one }) => {
    if (!('done' in answer)) return { ...one, answer };
    return { ...one, answer: { ...answer, done: { ...answer.done, now: [...known.take(answer.done.now.length)] } } };
  });
}

/** An answer as the person reads it: whoever has it now is named, and a post that nobody holds is called vacant. */
export async function withStaff(services: Services, answer: Answer<DossierDone>): Promise<Answer<DossierStaffed>> {
  if (!('done' in answer)) return answer;
  const now = await staffed(services, answer.done.now);
  return { ...answer, done: { ...answer.done, now } };
}
