import { sampleOf, type Draw, type Drawn, type RunningDuty } from '@bihuan/core/duty';
import { evaluate, type Facts } from '@bihuan/core/policy';
import type { Law, Parts } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { findDossiers, type DossierKind } from '../../store/dossiers/dossiers.ts';
import { eachOfKind } from '../../store/duties.ts';

/** The frozen frame of a period and who was drawn from it; both null where a duty covers everything. */
export type Drawing = { readonly frame: readonly string[] | null; readonly draw: Draw | null };

/** What every dossier that a share is drawn from has, whatever its kind. */
type Framed = {
  readonly number: string;
  readonly title?: string;
  readonly basics?: { readonly title: string };
  readonly facts: Facts;
  readonly parts: Parts;
};

/** Freezes the frame of a period and draws from it: every dossier of the kind that meets the condition today. */
export async function drawFor(
  { db, region }: Services,
  { id: duty, runs: { covers } }: RunningDuty,
  period: string,
  law: Law,
): Promise<Drawing> {
  if (covers === 'all') return { frame: null, draw: null };
  const frame: string[] = [];
  for await (const { id, state } of eachOfKind(db, region, covers.of)) {
    const { facts } = state as Framed; // a dossier that runs procedures
    if (evaluate(covers.when, facts).holds === 'yes') frame.push(id);
  }
  return { frame, draw: sampleOf({ duty, period, ids: frame }, covers, law.digest) };
}

/** These dossiers as returns about them name them, with who plays which part today. */
export async function drawnDossiers(
  { db, region }: Services,
  { runs: { covers } }: RunningDuty,
  ids: readonly string[],
): Promise<Drawn[]> {
  if (covers === 'all' || ids.length === 0) return [];
  const kind: DossierKind = covers.of === 'problem' ? 'problem' : 'case';
  const found = await findDossiers<Framed>(db, region, kind, ids);
  return ids.flatMap((dossier) => {
    const state = found.get(dossier)?.state;
    if (!state) return [];
    const { number, title, basics, parts } = state;
    return [{ dossier, kind: covers.of, number, title: title ?? basics?.title ?? '', parts }];
  });
}
