import { mayRead, type Actor, type Refusal } from '@bihuan/core/access';
import type { Case, CaseAsk, Filled } from '@bihuan/core/case';
import { kindIn } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { findDossiers, type Standing } from '../../store/dossiers/dossiers.ts';
import type { Answer } from '../dossiers/answer.ts';
import { commandDossier, unknownDossier, type CommandAsked } from '../dossiers/command-dossier.ts';
import { decideDossier, type Asked, type DossierDone } from '../dossiers/decide-dossier.ts';
import { givenValues } from './given.ts';
import { caseSubject } from './subject.ts';

/** A command on a plain dossier that exists. */
export const commandCase = (services: Services, asked: CommandAsked<CaseAsk>): Promise<Answer<DossierDone>> =>
  commandDossier(caseSubject, services, asked);

/** Decides a command on a plain dossier without writing it. */
export const decideCaseAsk = (services: Services, asked: Asked<CaseAsk>, standing: Standing<Case> | null) =>
  decideDossier(caseSubject, services, asked, standing);

/** An ask with what its fields name taken from here; most asks fill nothing in that has to be looked up. */
export async function withGiven<A extends { readonly values?: Filled }>(
  services: Services,
  id: string,
  ask: A,
  by: Actor,
): Promise<A | { readonly refused: Refusal }> {
  if (!ask.values || !Object.values(ask.values).some((value) => typeof value === 'object' && value !== null))
    return ask;
  const { db, region } = services;
  const standing = (await findDossiers<Case>(db, region, 'case', [id])).get(id);
  const kind = standing && kindIn(services.law(standing.state.policy), standing.state.kind);
  if (!kind || !mayRead(standing.state, by, services.law(standing.state.policy), services.today()))
    return { refused: unknownDossier };
  const given = await givenValues(services, kind, ask.values, by);
  return 'refused' in given ? given : { ...ask, values: given.values };
}
