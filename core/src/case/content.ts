import { canonical } from '../ledger/index.ts';
import type { Step } from '../policy/index.ts';
import type { Law } from '../procedure/index.ts';
import type { Case } from './case.ts';

/** Contents of a plain dossier that an approval can be bound to. */
export const caseContents = ['sheet', 'evidence', 'members'] as const;

/** Whether a step puts the members of a gathering together: it ends when they are frozen. */
export const gathersMembers = ({ writes }: Pick<Step, 'writes'>): boolean =>
  writes?.split('+').includes('members') ?? false;

/** What an approval binds to: the sheet as it stands, what proves it, or the members of a gathering; several joined by `+`. */
function contentOf({ values, evidence, frozen, nil }: Case, what: string): unknown {
  if (what === 'evidence') return evidence.map(({ id, kind, digest }) => ({ id, kind, digest }));
  if (what === 'members') return frozen?.digest ?? null;
  return { values, nil };
}

/** Digest of that content as it stands now. The screen sends it back with the decision. */
export const contentDigest = (dossier: Case, binds: string, law: Pick<Law, 'digest'>): string =>
  law.digest(canonical(binds.split('+').map((what) => ({ what, content: contentOf(dossier, what) }))));

/** Standing approvals that no longer say yes to what the dossier says now. */
export function staleCaseApprovals(dossier: Case, law: Law) {
  return Object.values(dossier.runs)
    .flatMap((run) => run.acts)
    .filter(
      ({ standing, bound }) => standing && bound !== null && bound.digest !== contentDigest(dossier, bound.what, law),
    )
    .map(({ task, step, person, on }) => ({ task, step, person, on }));
}
