import type { Actor, Refusal } from '@bihuan/core/access';
import type { Case, CaseAsk } from '@bihuan/core/case';
import { kindIn } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import type { Standing } from '../../store/dossiers/dossiers.ts';
import type { Answer } from '../dossiers/answer.ts';
import { commandDossier, type CommandAsked, type Completed } from '../dossiers/command-dossier.ts';
import { decideDossier, type Asked, type DossierDone } from '../dossiers/decide-dossier.ts';
import { givenValues } from './given.ts';
import { caseSubject } from './subject.ts';

/** A command on a plain dossier that exists; what its fields name is looked up once the guard has let the person see it. */
export const commandCase = (services: Services, asked: CommandAsked<CaseAsk>): Promise<Answer<DossierDone>> =>
  commandDossier(caseSubject, services, asked, (ask, state) =>
    completed(services, asked.dossier, ask, state, asked.by),
  );

/** Decides a command on a plain dossier without writing it. */
export const decideCaseAsk = (services: Services, asked: Asked<CaseAsk>, standing: Standing<Case> | null) =>
  decideDossier(caseSubject, services, asked, standing);

/** An ask with what its fields name taken from here, and what is personal in it put apart. */
async function completed(
  services: Services,
  dossier: string,
  ask: CaseAsk,
  { policy, kind: id, values }: Case,
  by: Actor,
): Promise<Completed<CaseAsk> | { readonly refused: Refusal }> {
  const law = services.law(policy);
  const kind = kindIn(law, id);
  if (!('values' in ask) || !ask.values || !kind) return { ask };
  const given = await givenValues(services, kind, ask.values, by, { law, dossier, present: values });
  if ('refused' in given) return given;
  return { ask: { ...ask, values: given.values } as CaseAsk, apart: given.apart }; // the same ask with its values whole
}
