import type { Pass } from '../../access/index.ts';
import { byAct, clauseOf, textFault } from '../../procedure/verbs/index.ts';
import { erasedWith, stillKept } from '../personal.ts';
import type { CaseAt, CaseVerb } from './verb.ts';

const anywhere = { points: ['open', 'closed', 'withdrawn'] } as const;

/** Nothing is kept of anybody: there is nothing to show or to erase. */
const orNothing =
  (pass: (at: CaseAt) => Pass) =>
  (at: CaseAt): Pass =>
    stillKept(at.dossier).length > 0 ? pass(at) : { obstacle: { code: 'nothing-to-do' } };

const show = byAct('show-personal');

/** Somebody has a field shown that is kept apart. The record says who, when and why; what he saw it never says. */
export const showPersonal: CaseVerb<'ShowPersonal'> = {
  ...anywhere,
  clause: show.clause,
  pass: orNothing(show.pass),
  faults: ({ dossier }, { field, reason }) => [
    ...textFault('reason', reason, 200),
    ...(stillKept(dossier).some((kept) => kept.field === field) ? [] : [{ field: 'field', code: 'unknown' } as const]),
  ],
  write: (draft, { field, reason }, law) =>
    draft.add({
      type: 'PersonalShown',
      field,
      reason: reason.trim(),
      clause: clauseOf('show-personal', draft.now(), law),
    }),
};

const erase = byAct('erase-personal');

/** What is kept of somebody goes for good, by what the law says. The chain holds, for it never had the value. */
export const erasePersonal: CaseVerb<'ErasePersonal'> = {
  ...anywhere,
  clause: erase.clause,
  pass: orNothing(erase.pass),
  faults: ({ dossier }, { ids, reason, basis }) => [
    ...textFault('reason', reason, 500),
    ...textFault('basis', basis, 200),
    ...(ids.length === 0 ? [{ field: 'ids', code: 'required' } as const] : []),
    ...(ids.every((id) => stillKept(dossier).some((kept) => kept.id === id))
      ? []
      : [{ field: 'ids', code: 'unknown' } as const]),
  ],
  write: (draft, { ids, reason, basis }, law) => {
    const gone = erasedWith(draft.now(), ids);
    draft.add({
      type: 'PersonalErased',
      ids: gone.map(({ id }) => id),
      fields: [...new Set(gone.map(({ field }) => field))],
      reason: reason.trim(),
      basis: basis.trim(),
      clause: clauseOf('erase-personal', draft.now(), law),
    });
  },
};
