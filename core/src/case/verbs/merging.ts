import type { Obstacle, Pass } from '../../access/index.ts';
import { daysOf, type Law } from '../../procedure/index.ts';
import {
  amendClocks,
  apartFaults,
  awaitsSignature,
  byAct,
  clauseOf,
  mergedStage,
  setApartFor,
  textFault,
  unlessAwaited,
  unlessDayLost,
} from '../../procedure/verbs/index.ts';
import { CORRECTS, type AbsorbedCase, type Case } from '../case.ts';
import { contentDigest } from '../content.ts';
import type { AbsorbCase } from '../command.ts';
import { filingTask } from '../filing.ts';
import { caseAtPoint, type CaseAt, type CasePoint, type CaseVerb } from './verb.ts';

const { clause, pass } = byAct('merge');

/** A return is closed once it is filed, and two returns can still be one matter. */
const MERGED_AT: readonly CasePoint[] = ['open', 'closed'];

/** Two of these are compared and told apart where their kind says who may merge them. */
export const isMergeable = ({ kind, law }: Pick<CaseAt, 'kind' | 'law'>): boolean =>
  kind?.is === 'plain' && (kind.acts['merge'] ?? law.policy.acts['merge']) !== undefined;

/** What can be no double: a gathering, and what corrects a return that is frozen. */
const isItsOwn = ({ dossier, kind }: CaseAt): boolean =>
  kind?.is !== 'plain' || dossier.links.some(({ how }) => how === CORRECTS);

/** A return is its unit's until it is filed; then, as anything, not while somebody has it before him to sign or settle. */
function mayMerge(at: CaseAt): Pass {
  if (isItsOwn(at)) return { obstacle: { code: 'nothing-to-do' } };
  const may = pass(at);
  const unfiled = at.dossier.owed ? filingTask(at.dossier, at.law) : null;
  if ('posting' in may && unfiled) return { obstacle: { code: 'not-filed', title: unfiled.title } };
  return unlessAwaited(may, awaitsSignature(at.dossier, at.law));
}

/**
 * A double is closed as merged and leads to the dossier that goes on: its steps and limits stand still, nothing of it is deleted.
 * What it means for the other is asked of that one, in the same transaction (`absorbDouble`).
 */
export const mergeInto: CaseVerb<'MergeInto'> = {
  points: MERGED_AT,
  clause,
  pass: mayMerge,
  faults: (_at, { reason }) => textFault('reason', reason, 500),
  write: (draft, { into, reason }, law) =>
    draft.add({
      type: 'CaseMerged',
      into,
      reason,
      stage: mergedStage(draft.now(), law),
      clause: clauseOf('merge', draft.now(), law),
    }),
};

/** What the dossier that goes on is told of its double. */
export const absorbedCase = (
  id: string,
  dossier: Case,
  { on, law }: Pick<CaseAt, 'on' | 'law'>,
): Pick<AbsorbCase, 'double' | 'of' | 'days'> => {
  const { number, title, kind, owed } = dossier;
  const double: Omit<AbsorbedCase, 'on'> = { dossier: id, number, title, digest: contentDigest(dossier, 'sheet', law) };
  const period = owed && { duty: owed.duty, period: owed.period };
  return {
    double,
    of: { kind, owed: period, open: caseAtPoint(dossier) === 'open' },
    days: daysOf(dossier, on),
  };
};

/** The dossier that goes on keeps its own clocks and words. Never asked alone. */
export const absorbDouble: CaseVerb<'AbsorbDouble'> = {
  points: MERGED_AT,
  clause,
  pass: (at, { of, days }) => {
    const apart = of && differs(at, of);
    return apart ? { obstacle: apart } : unlessDayLost(mayMerge(at), days, daysOf(at.dossier, at.on));
  },
  faults: () => [],
  write: (draft, { double, reason }, law) =>
    draft.add({ type: 'DoubleAbsorbed', double, reason, clause: clauseOf('merge', draft.now(), law) }),
};

/** Only what is of one sort is one matter: another kind, or a return of another period, is gathered elsewhere. */
function differs({ dossier }: CaseAt, { kind, owed, open }: AbsorbCase['of']): Obstacle | null {
  const same = owed?.duty === dossier.owed?.duty && owed?.period === dossier.owed?.period;
  if (kind !== dossier.kind || !same) return { code: 'unlike' };
  // work that waits in the double would end in a dossier that nobody works in
  return open && dossier.closedOn !== null ? { code: 'closed', on: dossier.closedOn } : null;
}

/** Two matters after all: the double stands again as it stood, its limits with the days they had. Merging wins no time. */
export const unmerge: CaseVerb<'Unmerge'> = {
  points: ['merged'],
  clause,
  pass,
  faults: (_at, { reason }) => textFault('reason', reason, 500),
  write: (draft, { reason }, law: Law) => {
    const { into } = draft.now().merged!;
    draft.add({ type: 'CaseUnmerged', from: into, reason, clause: clauseOf('merge', draft.now(), law) });
    // notices that were put in meanwhile moved every limit that ran
    amendClocks.write(draft, { reason: setApartFor(reason) }, law);
  },
};

/** The other side of it, wherever the survivor has come to. Never asked alone. */
export const releaseDouble: CaseVerb<'ReleaseDouble'> = {
  points: ['open', 'closed', 'merged', 'withdrawn'],
  clause,
  pass,
  faults: () => [],
  write: (draft, { double, reason }, law) =>
    draft.add({ type: 'DoubleReleased', double, reason, clause: clauseOf('merge', draft.now(), law) }),
};

/** Likely doubles that somebody looked at: they are not pointed at again. */
export const tellApart: CaseVerb<'TellApart'> = {
  points: MERGED_AT,
  clause,
  pass,
  faults: (_at, { apart }) => [
    ...(apart.length === 0 ? [{ field: 'apart', code: 'required' } as const] : []),
    ...apartFaults(apart),
  ],
  write: (draft, { apart }, law) =>
    draft.add({ type: 'ToldApart', apart, clause: clauseOf('merge', draft.now(), law) }),
};
