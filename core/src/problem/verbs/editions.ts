import { factsMissing, passToAny, type Pass } from '../../access/index.ts';
import { chooseRoute, procedureOf, startProcedure } from '../../procedure/index.ts';
import { ungiven } from './given-facts.ts';
import type { Case, Verb } from './verb.ts';

/** Whoever may form or decide an edition writes, in the same act, what it means for each problem in it. */
function passToEdition({ problem, by, law, on }: Case): Pass {
  const seats = procedureOf(law, 'edition').routes.flatMap((route) => route.steps.flatMap((step) => step.by));
  return passToAny(seats, problem, by, law, on);
}

const editionClause = ({ law }: Case) => procedureOf(law, 'edition').clause;

/** The problem goes into an edition of 一张表 and cannot be corrected while it stands there. */
export const listInEdition: Verb<'ListInEdition'> = {
  stages: ['registered'],
  clause: editionClause,
  pass: (at) => {
    const pass = passToEdition(at);
    const missing = ungiven(at.problem, at.law);
    return 'obstacle' in pass || missing.length === 0 ? pass : { obstacle: factsMissing(missing, at.law.policy) };
  },
  faults: () => [],
  write: (draft, { edition, no }, law) =>
    draft.add({ type: 'ListedInEdition', edition, no, clause: procedureOf(law, 'edition').clause }),
};

/** It is taken out again, with the reason the office gave, and is as it was before. */
export const takeOffEdition: Verb<'TakeOffEdition'> = {
  stages: ['listed'],
  clause: editionClause,
  pass: passToEdition,
  faults: () => [],
  write: (draft, { edition, no, reason }, law) =>
    draft.add({ type: 'TakenOffEdition', edition, no, reason, clause: procedureOf(law, 'edition').clause }),
};

/** The county government agreed to the edition as frozen: its hand-over can begin. */
export const receiveConsent: Verb<'ReceiveConsent'> = {
  stages: ['listed'],
  clause: editionClause,
  pass: (at) => {
    const pass = passToEdition(at);
    const choice = chooseRoute('handover', at.problem.facts, at.law);
    return 'obstacle' in pass || 'route' in choice ? pass : { obstacle: choice.obstacle };
  },
  faults: () => [],
  write: (draft, { edition, no, digest, document }, law) => {
    draft.add({ type: 'EditionConsented', edition, no, digest, document, clause: procedureOf(law, 'edition').clause });
    const choice = chooseRoute('handover', draft.now().facts, law);
    if ('route' in choice) startProcedure(draft, 'handover', choice.route, choice.ruling, law);
  },
};
