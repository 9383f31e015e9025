import * as shared from '../../procedure/verbs/index.ts';
import { actRule, passToAct, type Pass } from '../../access/index.ts';
import type { Case } from '../case.ts';
import { keptApart } from '../personal.ts';
import type { CaseVerb } from './verb.ts';

/** Entered by mistake: taken back before anybody took a step in it. The dossier and its number stay. */
export const withdraw: CaseVerb<'Withdraw'> = {
  points: ['open'],
  clause: shared.byAct('withdraw').clause,
  pass: (at): Pass => {
    if (at.dossier.frozen) return { obstacle: { code: 'frozen', on: at.dossier.frozen.on } };
    // what was merged into it leads here
    if (at.dossier.absorbed) return { obstacle: { code: 'nothing-to-do' } };
    const worked = Object.values(at.dossier.runs).some(({ acts }) => acts.length > 0);
    if (worked) return { obstacle: { code: 'wrong-stage', stage: at.dossier.stage, needs: [] } };
    // who may open one may take his own back, unless the plan says who
    const said = actRule('withdraw', at.law, at.dossier.kind) !== null;
    if (said || !at.kind?.opens) return passToAct('withdraw', at.dossier, at.by, at.law, at.on);
    const opener = at.dossier.hands[0]?.person === at.by.id;
    const posting = at.by.postings.find(({ unit }) => unit === at.dossier.hands[0]?.unit);
    return opener && posting ? { posting } : { obstacle: { code: 'wrong-seat', needs: [] } };
  },
  faults: (_at, { reason }) => shared.textFault('reason', reason, 500),
  write: (draft, { reason }, law) =>
    draft.add({ type: 'CaseWithdrawn', reason, clause: shared.clauseOf('withdraw', draft.now(), law) }),
};

/**
 * As in any dossier. What a unit filed for a duty stands: it is gathered with the others', and a correction is a return of its own;
 * so does what was filled in of people and is kept apart.
 */
export const withdrawAct: CaseVerb<'WithdrawAct'> = {
  points: ['open'],
  ...shared.withdrawAct,
  pass: (at): Pass => {
    const events = at.last?.events ?? [];
    const filed = at.dossier.owed !== null && events.some((event) => event.type === 'StepTaken' && event.endsStep);
    const apart = at.last !== undefined && keptApart(at.dossier).length !== keptApart(at.last.before as Case).length; // of this kind
    if (shared.isOwnAct(at) && (filed || apart)) return { obstacle: { code: 'not-withdrawable', why: 'gone-on' } };
    return shared.withdrawAct.pass(at, {});
  },
};

/** It has to do with another dossier, and says how. */
export const link: CaseVerb<'Link'> = {
  points: ['open', 'closed'],
  ...shared.byAct('link'),
  faults: ({ dossier }, { link: { how, dossier: other } }) => [
    ...shared.textFault('link.how', how, 60),
    ...shared.textFault('link.dossier', other, 60),
    ...(dossier.links.some((known) => known.dossier === other && known.how === how)
      ? [{ field: 'link.dossier', code: 'malformed' } as const]
      : []),
  ],
  write: (draft, { link: given }, law) =>
    draft.add({ type: 'CaseLinked', link: given, clause: shared.clauseOf('link', draft.now(), law) }),
};

/** A file that proves something. It is never taken out again; a better one is added. */
export const addEvidence: CaseVerb<'AddEvidence'> = {
  points: ['open'],
  ...shared.byAct('add-evidence'),
  faults: ({ dossier, law, on }, { evidence }) => [
    ...shared.textFault('evidence.name', evidence.name, 200),
    ...(law.policy.evidenceKinds.some(({ id }) => id === evidence.kind)
      ? []
      : [{ field: 'evidence.kind', code: 'unknown' } as const]),
    ...(evidence.takenOn ? shared.pastFault('evidence.takenOn', evidence.takenOn, on) : []),
    ...(evidence.note.length > 500 ? [{ field: 'evidence.note', code: 'too-long', bound: '500' } as const] : []),
    ...(dossier.evidence.some((held) => held.digest === evidence.digest && held.kind === evidence.kind)
      ? [{ field: 'evidence.file', code: 'malformed' } as const]
      : []),
  ],
  write: (draft, { evidence }, law) =>
    draft.add({ type: 'CaseEvidenceAdded', evidence, clause: shared.clauseOf('add-evidence', draft.now(), law) }),
};
