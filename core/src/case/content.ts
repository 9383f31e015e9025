import { canonical } from '../ledger/index.ts';
import type { Step } from '../policy/index.ts';
import { boundAt, staleActs, type Bound, type Law, type Task } from '../procedure/index.ts';
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
export const staleCaseApprovals = (dossier: Case, law: Law) =>
  staleActs(dossier, (what) => contentDigest(dossier, what, law), law).map(({ task, step, person, on }) => ({
    task,
    step,
    person,
    on,
  }));

/** What an answer to this task is bound to, with its present digest; null: to nothing. */
export const boundIn = (dossier: Case, task: Task, law: Law): Bound | null =>
  boundAt(dossier, task, (what) => contentDigest(dossier, what, law), law);
