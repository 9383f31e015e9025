import type { SubjectId } from './kind.ts';
import { actIds } from './model.ts';

/** What can be done in every dossier, whatever it is of. */
const ANYWHERE = ['assign-parts', 'urge', 'record-copy', 'acknowledge-copy'];

/** What a dossier with a sheet of its own has beside it. */
const OF_A_SHEET = [...ANYWHERE, 'correct', 'add-evidence', 'withdraw', 'link', 'show-personal', 'erase-personal'];

/** Acts that the engine knows by name, by what a kind is of: whatever else a pack names there must say what it does. */
const KNOWN: Readonly<Record<SubjectId, ReadonlySet<string>>> = {
  problem: new Set<string>(actIds),
  edition: new Set(ANYWHERE),
  plain: new Set([...OF_A_SHEET, 'merge']),
  gathering: new Set([...OF_A_SHEET, 'freeze']),
};

/** Whether a dossier of such a kind has this act without the pack saying what it does. */
export const isKnownAct = (is: SubjectId, act: string): boolean => KNOWN[is].has(act);
