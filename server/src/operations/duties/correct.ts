import type { Actor, Refusal } from '@bihuan/core/access';
import { CORRECTS, numberFor, seriesOf, type Case } from '@bihuan/core/case';
import { dossierId } from '@bihuan/core/duty';
import { kindIn } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { findDossier, KeyTaken, loadDossier, NumberTaken, StaleVersion } from '../../store/dossiers/dossiers.ts';
import { correctionsOf } from '../../store/duties.ts';
import type { Answer, Intent } from '../dossiers/answer.ts';
import { caseSubject } from '../cases/subject.ts';
import { replay, unknownDossier, writeWithTold } from '../dossiers/command-dossier.ts';
import { decideDossier, type DossierDone } from '../dossiers/decide-dossier.ts';
import { ABOUT } from './about.ts';
import { periodFor } from './wall.ts';

type Asked = Intent & {
  readonly duty: string;
  readonly period: string;
  /** The frozen return. */
  readonly corrects: string;
  readonly by: Actor;
};

/**
 * What is frozen never changes: whoever owed a return corrects it by a new one that says which it corrects. Before the
 * freezing the return itself is put right.
 */
export async function openCorrection(services: Services, asked: Asked): Promise<Answer<DossierDone>> {
  const { db, region, today } = services;
  const { by, key, fingerprint } = asked;
  const wrong = await frozenReturn(services, asked);
  if ('refused' in wrong) return wrong;
  const { state, nth } = wrong;
  const owed = state.owed!; // a return, or it stood on no wall
  const law = services.law();
  const kind = kindIn(law, state.kind);
  if (!kind) return { refused: unknownDossier };
  const about = state.links.find(({ how }) => how === ABOUT);
  const { duty, period, unit, field } = owed;
  const name = {
    region,
    duty,
    period,
    unit,
    field,
    about: about?.dossier ?? null,
    corrects: { dossier: asked.corrects, nth },
  };
  const dossier = dossierId(name, law.digest);
  const series = seriesOf(kind, today());
  const loaded = await loadDossier<Case>(db, { region, kind: 'case', dossier, actor: by.id, key, series });
  if (loaded.given) return replay(loaded.given, asked);
  const { number, title } = state;
  const link = { how: CORRECTS, dossier: asked.corrects, kind: kind.id, number, title };
  const ask = {
    type: 'OpenCase',
    kind: kind.id,
    number: numberFor(kind, today(), loaded.coming),
    values: {},
    parts: state.parts,
    links: [...(about ? [about] : []), link],
    belongsTo: state.values,
    owed,
  } as const;
  const takes = { series, no: loaded.coming };
  const written = decideDossier(caseSubject, services, { dossier, ask, by, key, fingerprint, takes }, null);
  if ('refused' in written) return written;
  try {
    return await writeWithTold(services, written, by);
  } catch (error) {
    // the same wish came twice at once, or somebody took the number: looked at again
    if (error instanceof NumberTaken || error instanceof KeyTaken || error instanceof StaleVersion)
      return openCorrection(services, asked);
    throw error;
  }
}

/** The return as it stands and how often it was corrected, where its gathering is frozen; else why it is not corrected like this. */
async function frozenReturn(
  services: Services,
  { duty, period, corrects, by }: Asked,
): Promise<{ readonly state: Case; readonly nth: number } | { readonly refused: Refusal }> {
  const { db, region } = services;
  const found = await periodFor(services, by, duty, period);
  const standing = found && (await findDossier<Case>(db, region, corrects));
  const { owed } = standing?.state ?? {};
  if (!found || !standing || owed?.duty !== duty || owed.period !== period) return { refused: unknownDossier };
  const { gathering } = found.booked;
  const gathered = gathering === null ? null : await findDossier<Case>(db, region, gathering);
  const { clause } = found.running;
  if (!gathered?.state.frozen) return { refused: { code: 'not-allowed', obstacle: { code: 'nothing-to-do' }, clause } };
  const before = await correctionsOf(db, region, [corrects]);
  return { state: standing.state, nth: before.length + 1 };
}
