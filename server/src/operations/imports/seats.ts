import { actRule, type Actor, type Pass, type Posting } from '@bihuan/core/access';
import { passToRegister } from '@bihuan/core/problem';
import type { Services } from '../../services.ts';
import { findImport, type ImportRecord } from '../../store/imports/imports.ts';
import type { Settled } from './outcome.ts';

/** Whoever may register a problem may bring in a list of them: the same guard as for one. */
export function passToImport({ law, today }: Services, by: Actor): Pass {
  return passToRegister(by, law(), today());
}

/** The seat the person brings in from, or the refusal that names who could. */
export function seatFor(
  services: Services,
  by: Actor,
): { readonly seat: Posting } | Extract<Settled<never>, { refused: unknown }> {
  const pass = passToImport(services, by);
  if ('posting' in pass) return { seat: pass.posting };
  return {
    refused: {
      code: 'not-allowed',
      obstacle: pass.obstacle,
      clause: actRule('register', services.law(), 'problem')?.clause ?? null,
    },
  };
}

/** An import that this person's unit, or the person, received; another unit's is not there. */
export async function visibleImport({ db, region }: Services, id: string, by: Actor): Promise<ImportRecord | null> {
  const found = await findImport(db, region, id);
  return found && visible(found, by) ? found : null;
}

/** Whether an import is this person's business. */
export const visible = (record: Pick<ImportRecord, 'unit' | 'person'>, by: Actor): boolean =>
  record.person === by.id || by.postings.some((held) => held.unit === record.unit);
