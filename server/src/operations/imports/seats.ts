import { actRule, type Actor, type Pass, type Posting } from '@bihuan/core/access';
import { passToBringIn } from '@bihuan/core/case';
import type { Kind } from '@bihuan/core/policy';
import { kindIn } from '@bihuan/core/procedure';
import { passToRegister } from '@bihuan/core/problem';
import type { Services } from '../../services.ts';
import { findImport, type ImportRecord } from '../../store/imports/imports.ts';
import { kindsFor } from '../cases/kinds.ts';
import type { Settled } from './outcome.ts';

/** What a workbook is brought in as: a kind of the edition in force, or problems (null). */
export type BroughtAs = Pick<ImportRecord, 'kind'>;

/** The kind of the edition in force that a workbook is brought in as; null for problems, and where there is none any more. */
export const kindOfImport = ({ law }: Pick<Services, 'law'>, { kind }: BroughtAs): Kind | null =>
  kind === null ? null : kindIn(law(), kind);

/** Whoever may register a problem, or open a dossier of the kind, may bring in a list of them: the same guard as for one. */
export function passToImport(services: Services, as: BroughtAs, by: Actor): Pass {
  const law = services.law();
  if (as.kind === null) return passToRegister(by, law, services.today());
  const kind = kindOfImport(services, as);
  return kind ? passToBringIn(kind, by, law, services.today()) : { obstacle: { code: 'silent', topic: 'imports' } };
}

/** The seat the person brings in from, or the refusal that names who could. */
export function seatFor(
  services: Services,
  as: BroughtAs,
  by: Actor,
): { readonly seat: Posting } | Extract<Settled<never>, { refused: unknown }> {
  const pass = passToImport(services, as, by);
  if ('posting' in pass) return { seat: pass.posting };
  const clause =
    as.kind === null
      ? (actRule('register', services.law(), 'problem')?.clause ?? null)
      : (kindOfImport(services, as)?.clause ?? null);
  return { refused: { code: 'not-allowed', obstacle: pass.obstacle, clause } };
}

/** An import that this person's unit, or the person, received; another unit's is not there. */
export async function visibleImport(services: Services, id: string, by: Actor): Promise<ImportRecord | null> {
  const { db, region } = services;
  const found = await findImport(db, region, id);
  return found && visible(services, found, by) ? found : null;
}

/** Whether an import is this person's business: his own, or his unit's as far as he reads what it brings in. */
export const visible = (
  services: Services,
  record: Pick<ImportRecord, 'unit' | 'person' | 'kind'>,
  by: Actor,
): boolean =>
  record.person === by.id ||
  (by.postings.some((held) => held.unit === record.unit) &&
    (record.kind === null || kindsFor(services, by).some(({ id }) => id === record.kind)));
