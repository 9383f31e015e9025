import { theCalendar, type InputFault, type Pass } from '../../access/index.ts';
import { isTold } from '../../policy/index.ts';
import type { Linked } from '../dossier.ts';
import { reach } from '../flow.ts';
import { kindIn } from '../law.ts';
import { textFault, type At, type SharedVerb } from './verb.ts';

/** A milestone that another dossier's tell reaches here; `from`: which dossier, and how the two are connected from now on. */
export type Hearing = { readonly milestone: string; readonly from: Linked };

/**
 * Another dossier tells this one that it has come to a milestone: the calendar's hand, since no seat of this dossier acts. What
 * the code of its subject reaches, with all that belongs to it, nobody is told into.
 */
export const reachTold: SharedVerb<Hearing, object> = {
  clause: ({ dossier, law }) => kindIn(law, dossier.kind)?.clause ?? null,
  pass: ({ by }): Pass => {
    const posting = by.id === theCalendar.id ? by.postings[0] : undefined;
    return posting ? { posting } : { obstacle: { code: 'nothing-to-do' } };
  },
  faults: ({ dossier, law }: At, { milestone }): readonly InputFault[] => {
    const kind = kindIn(law, dossier.kind);
    const own = kind !== null && !isTold(kind.is, milestone);
    return [
      ...textFault('milestone', milestone, 60),
      ...(own ? [{ field: 'milestone', code: 'unknown' } as const] : []),
    ];
  },
  write: (draft, { milestone, from }, law) => {
    const clause = kindIn(law, draft.now().kind)?.clause ?? '';
    reach(draft, milestone, { day: draft.signature.on, document: null, told: from, clause }, law);
  },
};
