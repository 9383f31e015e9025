import type { InputFault } from '../../access/index.ts';
import { FIELD } from '../../policy/index.ts';
import { chooseRoute, startClocks, startProcedure, type Draft, type Law } from '../../procedure/index.ts';
import type { PlainDate } from '../../time/index.ts';
import type { ProblemEvent } from '../event.ts';
import { LONGEST_REMARKS, type Basics, type Problem, type Source } from '../problem.ts';
import { fieldFact } from './given-facts.ts';
import { byAct, clauseOf, pastFault, textFault, unitFault, type Verb } from './verb.ts';

/** A problem comes in (二(一)): from now on it keeps the edition of the plan that is in force. */
export const registerProblem: Verb<'RegisterProblem'> = {
  stages: ['absent'],
  ...byAct('register'),
  faults: ({ law, on }, ask) => [
    ...textFault('number', ask.number, 60),
    ...basicsFaults(ask.basics, law),
    ...textFault('basics.title', ask.basics.title, 200),
    ...textFault('facts.origin', ask.facts['origin'], 40),
    ...factFaults(ask.facts, law),
    ...ask.sources.flatMap((source, at) => dateFaults(`sources.${at}.date`, source, on)),
  ],
  write: (draft, ask, law) => {
    const { number, basics, sources } = ask;
    const facts = { ...ask.facts, ...fieldFact(basics, law) };
    draft.add({
      type: 'ProblemRegistered',
      number,
      basics,
      facts,
      sources,
      policy: law.policy.edition,
      clause: clauseOf('register', law),
    });
    startClassification(draft, law);
    startClocks(draft, 'registered', draft.signature.on, law);
  },
};

function startClassification(draft: Draft<Problem, ProblemEvent>, law: Law): void {
  const choice = chooseRoute('classification', draft.now().facts, law);
  if ('route' in choice) startProcedure(draft, 'classification', choice.route, choice.ruling, law);
}

/** Takes back what was entered by mistake, as long as it was only registered. Nothing is deleted and the number is never given again. */
export const withdrawProblem: Verb<'WithdrawProblem'> = {
  stages: ['registered'],
  ...byAct('register'),
  faults: (_at, ask) => textFault('reason', ask.reason, 500),
  write: (draft, { reason }, law) => draft.add({ type: 'ProblemWithdrawn', reason, clause: clauseOf('register', law) }),
};

/** What was entered wrongly, with a reason. The event keeps what was changed; the record of before stays in the log. */
export const correctProblem: Verb<'CorrectProblem'> = {
  // while an edition is frozen around it, a problem is what the county government was shown
  stages: ['registered', 'handed-over', 'planning', 'rectifying'],
  ...byAct('correct'),
  faults: ({ problem, law }, ask) => [
    ...basicsFaults(ask.basics, law),
    ...factFaults(ask.facts, law),
    ...textFault('reason', ask.reason, 500),
    ...(ask.basics.title === undefined ? [] : textFault('basics.title', ask.basics.title, 200)),
    ...(Object.keys({ ...ask.basics, ...ask.facts }).length > 0
      ? []
      : [{ field: 'basics', code: 'required' } as const]),
    ...(ask.basics.field === null && problem.stage === 'registered' && problem.facts[FIELD] !== undefined
      ? [{ field: 'basics.field', code: 'required' } as const]
      : []),
    // facts choose the route; once clocks run on it they are settled by procedure, not by correction
    ...(problem.stage === 'registered'
      ? []
      : Object.keys(ask.facts).map((fact) => ({ field: `facts.${fact}`, code: 'unknown' as const }))),
  ],
  write: (draft, ask, law) => {
    const { basics, reason } = ask;
    const { stage, registeredOn } = draft.now();
    const facts = stage === 'registered' ? { ...ask.facts, ...fieldFact(basics, law) } : ask.facts;
    draft.add({ type: 'ProblemCorrected', basics, facts, reason, clause: clauseOf('correct', law) });
    if (stage !== 'registered' || draft.now().runs['classification']) return;
    // what was corrected may be the fact the classification waited for; its limits count from the registration all the same
    startClassification(draft, law);
    startClocks(draft, 'registered', registeredOn!, law, ['classification']);
  },
};

/** The same problem stands in another list too: it is noted here and not registered twice (二(一).2). */
export const addCrossReference: Verb<'AddCrossReference'> = {
  stages: ['registered', 'listed', 'consented', 'handed-over', 'planning', 'rectifying', 'accepting', 'closed'],
  ...byAct('cross-reference'),
  faults: ({ problem, on }, ask) => [
    ...textFault('source.list', ask.source.list, 100),
    ...textFault('source.number', ask.source.number, 60),
    ...dateFaults('source.date', ask.source, on),
    ...(problem.sources.some((known) => known.list === ask.source.list && known.number === ask.source.number)
      ? [{ field: 'source.number', code: 'malformed' } as const]
      : []),
  ],
  write: (draft, ask, law) =>
    draft.add({ type: 'CrossReferenced', source: ask.source, clause: clauseOf('cross-reference', law) }),
};

const dateFaults = (field: string, { date }: Source, on: PlainDate): InputFault[] =>
  date ? pastFault(field, date, on) : [];

function basicsFaults(basics: Partial<Basics>, law: Law): InputFault[] {
  const units = [
    ['basics.township', basics.township],
    ['basics.proposed.holder', basics.proposed?.holder],
    ['basics.proposed.lead', basics.proposed?.lead],
  ] as const;
  return [
    ...units.flatMap(([field, unit]) => (unit ? unitFault(field, unit, law) : [])),
    ...(basics.field && !law.policy.fields.some((field) => field.id === basics.field)
      ? [{ field: 'basics.field', code: 'unknown' } as const]
      : []),
    ...((basics.remarks?.length ?? 0) > LONGEST_REMARKS
      ? [{ field: 'basics.remarks', code: 'too-long' } as const]
      : []),
    ...((basics.description?.length ?? 0) > 5000 ? [{ field: 'basics.description', code: 'too-long' } as const] : []),
  ];
}

/** Values must be the pack's own, except of a fact the pack leaves open (等). What a step settles is nobody's to enter. */
function factFaults(facts: Readonly<Record<string, string>>, law: Law): InputFault[] {
  const settled = law.policy.procedures.flatMap(({ routes }) =>
    routes.flatMap(({ steps }) => steps.flatMap((step) => step.settles)),
  );
  return Object.entries(facts).flatMap(([id, value]) => {
    const fact = law.policy.facts.find((known) => known.id === id);
    if (!fact || settled.includes(id)) return [{ field: `facts.${id}`, code: 'unknown' } as const];
    const known = fact.open || fact.values.some((candidate) => candidate.id === value);
    return known ? [] : [{ field: `facts.${id}`, code: 'unknown' } as const];
  });
}
