import { actRule, passToAct, type Actor, type InputFault, type Pass } from '../../access/index.ts';
import { FIELD } from '../../policy/index.ts';
import { kindOn, settleFlow, stageFrom, type Law } from '../../procedure/index.ts';
import type { PlainDate } from '../../time/index.ts';
import { arrive, stageAt } from '../milestones.ts';
import { live, pointOf } from '../point.ts';
import { absent, LONGEST_DESCRIPTION, LONGEST_REMARKS, type Basics, type Source } from '../problem.ts';
import { factFaults, neededFacts } from './entered-facts.ts';
import { fieldFact } from './given-facts.ts';
import { fileFaults } from './proving.ts';
import { apartFaults } from '../../procedure/verbs/index.ts';
import { byAct, clauseOf, pastFault, textFault, unitFault, type Verb } from './verb.ts';

/** A problem comes in (二(一)): from now on it keeps the edition of the plan that is in force. */
export const registerProblem: Verb<'RegisterProblem'> = {
  stages: ['absent'],
  clause: ({ law }) => actRule('register', law, kindRegistered(law))?.clause ?? null,
  pass: ({ by, law, on }) => passToRegister(by, law, on),
  faults: ({ law, on }, ask) => [
    ...textFault('number', ask.number, 60),
    ...basicsFaults(ask.basics, law),
    ...textFault('basics.title', ask.basics.title, 200),
    ...neededFacts({ ...ask.facts, ...fieldFact(ask.basics, law) }, law),
    ...factFaults(ask.facts, law),
    ...ask.sources.flatMap((source, at) => dateFaults(`sources.${at}.date`, source, on)),
    ...(ask.evidence ?? []).flatMap((file, at) => fileFaults(`files.${at}`, file, law, on)),
    ...apartFaults(ask.apart ?? []),
  ],
  write: (draft, ask, law) => {
    const { number, basics, sources, told } = ask;
    const facts = { ...ask.facts, ...fieldFact(basics, law) };
    const kind = kindOn(law, 'problem');
    draft.add({
      type: 'ProblemRegistered',
      number,
      basics,
      facts,
      sources,
      ...(told ? { links: [told] } : {}),
      policy: law.policy.edition,
      ...(kind ? { kind: kind.id } : {}),
      stage: stageFrom(kind, 'opened'),
      clause: actRule('register', law, kindRegistered(law))?.clause ?? '',
    });
    const clause = clauseOf('register', draft.now(), law);
    for (const evidence of ask.evidence ?? []) draft.add({ type: 'EvidenceAdded', evidence, clause });
    if (ask.apart?.length) draft.add({ type: 'ToldApart', apart: ask.apart, clause });
    arrive(draft, 'opened', law);
  },
};

/** Who may register a problem: nobody where the plan has none. Before it is registered it is of no kind yet. */
export const passToRegister = (by: Actor, law: Law, on: PlainDate): Pass =>
  passToAct('register', { ...absent, kind: kindRegistered(law) }, by, law, on);

const kindRegistered = (law: Law): string => kindOn(law, 'problem')?.id ?? '';

/** Takes back what was entered by mistake, as long as it was only registered. Nothing is deleted and the number is never given again. */
export const withdrawProblem: Verb<'WithdrawProblem'> = {
  stages: ['registered'],
  ...byAct('register'),
  faults: (_at, ask) => textFault('reason', ask.reason, 500),
  write: (draft, { reason }, law) =>
    draft.add({
      type: 'ProblemWithdrawn',
      reason,
      stage: stageAt(draft, 'withdrawn', law) ?? WITHDRAWN,
      clause: clauseOf('register', draft.now(), law),
    }),
};

/** What a plan without a word of its own calls it. */
const WITHDRAWN = { id: 'withdrawn', title: { zh: '已撤回', en: 'Withdrawn' } };

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
    ...(ask.basics.field === null && pointOf(problem, law) === 'registered' && problem.facts[FIELD] !== undefined
      ? [{ field: 'basics.field', code: 'required' } as const]
      : []),
    // facts choose the route; once clocks run on it they are settled by procedure, not by correction
    ...(pointOf(problem, law) === 'registered'
      ? []
      : Object.keys(ask.facts).map((fact) => ({ field: `facts.${fact}`, code: 'unknown' as const }))),
  ],
  write: (draft, ask, law) => {
    const { basics, reason } = ask;
    const early = pointOf(draft.now(), law) === 'registered';
    const facts = early ? { ...ask.facts, ...fieldFact(basics, law) } : ask.facts;
    draft.add({ type: 'ProblemCorrected', basics, facts, reason, clause: clauseOf('correct', draft.now(), law) });
    if (!early) return;
    // what was corrected may be the fact the flow waited for; its limits count from the registration all the same
    settleFlow(draft, law);
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
    draft.add({ type: 'CrossReferenced', source: ask.source, clause: clauseOf('cross-reference', draft.now(), law) }),
};

/** Likely doubles found later that somebody looked at: they are not pointed at again. */
export const tellApart: Verb<'TellApart'> = {
  stages: live,
  ...byAct('cross-reference'),
  faults: (_at, { apart }) => [
    ...(apart.length === 0 ? [{ field: 'apart', code: 'required' } as const] : []),
    ...apartFaults(apart),
  ],
  write: (draft, { apart }, law) =>
    draft.add({ type: 'ToldApart', apart, clause: clauseOf('cross-reference', draft.now(), law) }),
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
    ...((basics.description?.length ?? 0) > LONGEST_DESCRIPTION
      ? [{ field: 'basics.description', code: 'too-long' } as const]
      : []),
  ];
}
