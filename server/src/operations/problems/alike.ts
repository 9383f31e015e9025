import { mayRead, type Actor } from '@bihuan/core/access';
import { likelyDoubles, problemIn, type Described, type Likely } from '@bihuan/core/intake';
import type { Problem } from '@bihuan/core/problem';
import type { Services } from '../../services.ts';
import { findDossiers } from '../../store/dossiers/dossiers.ts';
import { wordedLike } from '../../store/doubles.ts';
import { problemsById } from '../../store/problems.ts';
import { viewOf } from './list-problems.ts';

/** What somebody writes down of a problem, as far as he has come. */
export type WrittenDown = {
  readonly number?: string;
  readonly title: string;
  readonly description?: string;
  readonly township?: string;
  readonly place?: string;
};

/** A problem as it is compared with others. */
export const describedAs = (
  id: string,
  { number, basics: { title, description, township, place } }: Pick<Problem, 'number' | 'basics'>,
): Described => ({ id, number, title, problem: problemIn(description), township, place });

/** Likely doubles of what somebody writes down, while he writes it: as an import would ask about them. */
export function alikeTo(services: Services, written: WrittenDown, by: Actor) {
  const { number = null, title, description = '', township = null, place = null } = written;
  return shownAlike(services, { id: '', number, title, problem: problemIn(description), township, place }, [], by);
}

/** Likely doubles of a problem of the register; those that somebody said are others are not pointed at again. */
export async function alikeToDossier(services: Services, id: string, by: Actor) {
  const { db, region, law, today } = services;
  const found = (await findDossiers<Problem>(db, region, 'problem', [id])).get(id);
  if (!found || !mayRead(found.state, by, law(found.state.policy), today())) return null;
  const { apart = [] } = found.state;
  return shownAlike(
    services,
    describedAs(id, found.state),
    apart.map(({ dossier }) => dossier),
    by,
  );
}

async function shownAlike(services: Services, one: Described, apart: readonly string[], by: Actor) {
  const { db, region, law, today } = services;
  const near = await wordedLike(db, region, [one.title, one.problem]);
  const standing = await findDossiers<Problem>(db, region, 'problem', near);
  const others = [...standing].filter(
    ([id, { state }]) =>
      id !== one.id &&
      !apart.includes(id) &&
      !state.apart?.some(({ dossier }) => dossier === one.id) &&
      mayRead(state, by, law(state.policy), today()),
  );
  const likely = likelyDoubles(
    one,
    others.map(([id, { state }]) => describedAs(id, state)),
  );
  const rows = await problemsById(
    db,
    region,
    likely.map(({ id }) => id),
  );
  return likely.flatMap((each) => {
    const row = rows.find(({ id }) => id === each.id);
    return row ? [{ ...saidOf(each), ...wordsOf(standing.get(each.id)!.state), row: viewOf(services, row) }] : [];
  });
}

const saidOf = ({ score, because }: Likely) => ({ percent: Math.round(score * 100), because });

const wordsOf = ({ basics: { description, place } }: Problem) => ({ description, place });
