import { factsMissing, passToAny, type Pass } from '../../access/index.ts';
import type { ClauseId } from '../../policy/index.ts';
import { chooseRoute, paperDay, type Law } from '../../procedure/index.ts';
import { arrive, stageAt } from '../milestones.ts';
import { runBeginning } from '../point.ts';
import { ungiven } from './given-facts.ts';
import type { Case, Verb } from './verb.ts';

/** Steps of the procedures by which a list is formed and agreed to; none where the plan has no such list. */
function listing({ policy }: Law) {
  const runs = (policy.kinds ?? [])
    .filter(({ is }) => is === 'edition')
    .flatMap(({ flow }) => flow.map(({ run }) => run));
  const procedures = policy.procedures.filter(({ id }) => runs.includes(id));
  return { procedures, steps: procedures.flatMap(({ routes }) => routes.flatMap(({ steps }) => steps)) };
}

/** Whoever may form or decide an edition writes, in the same act, what it means for each problem in it. */
function passToEdition({ problem, by, law, on }: Case): Pass {
  const seats = listing(law).steps.flatMap((step) => step.by);
  return passToAny(seats, problem, by, law, on);
}

const clauseOfList = (law: Law): ClauseId => listing(law).procedures[0]?.clause ?? '';
const editionClause = ({ law }: Case): ClauseId => clauseOfList(law);

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
  write: (draft, { edition, no }, law) => {
    draft.add({
      type: 'ListedInEdition',
      edition,
      no,
      stage: stageAt(draft, 'listed', law),
      clause: clauseOfList(law),
    });
    arrive(draft, 'listed', law);
  },
};

/** It is taken out again, with the reason the office gave, and is as it was before. */
export const takeOffEdition: Verb<'TakeOffEdition'> = {
  stages: ['listed'],
  clause: editionClause,
  pass: passToEdition,
  faults: () => [],
  write: (draft, { edition, no, reason }, law) => {
    const stage = stageAt(draft, 'taken-off', law) ?? stageAt(draft, 'opened', law);
    draft.add({ type: 'TakenOffEdition', edition, no, reason, stage, clause: clauseOfList(law) });
  },
};

/** The county government agreed to the edition as frozen: its hand-over can begin. */
export const receiveConsent: Verb<'ReceiveConsent'> = {
  stages: ['listed'],
  clause: editionClause,
  pass: (at) => {
    const pass = passToEdition(at);
    const next = runBeginning(at.problem, 'consented', at.law);
    const choice = next === null ? null : chooseRoute(next, at.problem.facts, at.law);
    return 'obstacle' in pass || choice === null || 'route' in choice ? pass : { obstacle: choice.obstacle };
  },
  faults: () => [],
  write: (draft, { edition, no, digest, document }, law) => {
    const stage = stageAt(draft, 'consented', law);
    const day = paperDay(document) ?? draft.signature.on;
    const borne = day === draft.signature.on ? {} : { day };
    const clause = clauseOfList(law);
    draft.add({ type: 'EditionConsented', edition, no, digest, document, ...borne, stage, clause });
    arrive(draft, 'consented', law);
  },
};
