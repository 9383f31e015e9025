import { readerTokens, type Actor } from '@bihuan/core/access';
import type { Services } from '../../services.ts';
import { fileReadBy, hiddenFrom } from '../../store/dossiers/readers.ts';
import { presentLaw } from '../law/present-law.ts';

/** The seats from which this person reads today, as the rows of lists name their readers. */
export function seatsReading(
  services: Pick<Services, 'law' | 'today'>,
  by: Pick<Actor, 'postings'>,
): readonly string[] {
  const law = presentLaw(services);
  return law ? readerTokens(by, law, services.today()) : [];
}

/**
 * What this person may see of something that speaks of other dossiers: a link to one that is not his to read is left out of
 * a list, and is nothing where it stands alone.
 */
export async function shownTo<T>(services: Services, by: Actor, said: T): Promise<T> {
  const named = dossiersIn(said);
  if (named.length === 0) return said;
  const hidden = await hiddenFrom(services.db, services.region, seatsReading(services, by), named);
  return hidden.size === 0 ? said : (without(said, hidden) as T); // the same with less in it
}

/** Whether this person may read the file: he may read one of the dossiers that name it. */
export const mayReadFile = (services: Services, by: Actor, file: string): Promise<boolean> =>
  fileReadBy(services.db, services.region, seatsReading(services, by), file);

/** Wherever a dossier is spoken of, its number and title stand beside its id. */
function dossierIn(value: object): string | null {
  const { dossier, number, title } = value as Readonly<Record<string, unknown>>; // any object may be asked
  return typeof dossier === 'string' && (number !== undefined || title !== undefined) ? dossier : null;
}

function dossiersIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = dossierIn(value);
  return [...(own === null ? [] : [own]), ...Object.values(value).flatMap(dossiersIn)];
}

function without(value: unknown, hidden: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const isHidden = (part: unknown): boolean =>
    typeof part === 'object' && part !== null && hidden.has(dossierIn(part) ?? '');
  if (Array.isArray(value)) return value.filter((part) => !isHidden(part)).map((part) => without(part, hidden));
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, isHidden(part) ? null : without(part, hidden)]),
  );
}
