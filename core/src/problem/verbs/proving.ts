import type { InputFault } from '../../access/index.ts';
import { handIn, type Law } from '../../procedure/index.ts';
import type { PlainDate } from '../../time/index.ts';
import { arrive, meetPlan, stageAt } from '../milestones.ts';
import { provedBy } from '../proof.ts';
import { handInWork } from './planning.ts';
import { openMeasures } from './reworking.ts';
import type { Evidence, Problem } from '../problem.ts';
import { byAct, clauseOf, pastFault, textFault, type Verb } from './verb.ts';

/** A file that proves something. It is never taken out again; a better one is added. */
export const addEvidence: Verb<'AddEvidence'> = {
  stages: ['handed-over', 'planning', 'rectifying', 'accepting'],
  ...byAct('add-evidence'),
  faults: ({ problem, law, on }, { evidence }) => [
    ...fileFaults('evidence', evidence, law, on),
    ...(measuresNamed(evidence).every((id) => problem.measures.some((measure) => measure.id === id))
      ? []
      : [{ field: 'evidence.measure', code: 'unknown' } as const]),
    ...(heldAlready(problem, evidence) && newlyProved(problem, evidence).length === 0
      ? [{ field: 'evidence.file', code: 'malformed' } as const]
      : []),
  ],
  write: (draft, { evidence }, law) => {
    const said = { clause: clauseOf('add-evidence', draft.now(), law), ...handInWork(draft, law) };
    const held = heldAlready(draft.now(), evidence);
    if (!held) return draft.add({ type: 'EvidenceAdded', evidence, ...said });
    // the same file for another measure is filed once
    const measures = newlyProved(draft.now(), evidence);
    draft.add({ type: 'EvidenceProves', evidence: held.id, measures, ...said });
  },
};

/** What may be wrong with a file as such: its name, its kind, the day it was taken. */
export const fileFaults = (
  field: string,
  { name, kind, takenOn }: Evidence,
  law: Law,
  on: PlainDate,
): readonly InputFault[] => [
  ...textFault(`${field}.name`, name, 200),
  ...(law.policy.evidenceKinds.some((known) => known.id === kind)
    ? []
    : [{ field: `${field}.kind`, code: 'unknown' } as const]),
  ...(takenOn ? pastFault(`${field}.takenOn`, takenOn, on) : []),
];

/** Every measure that it names, also where an empty list of them stands beside the one. */
const measuresNamed = ({ measure, measures = [] }: Evidence): readonly string[] => [
  ...measures,
  ...(measure === null ? [] : [measure]),
];

const heldAlready = ({ evidence }: Problem, { digest, kind }: Evidence): Evidence | undefined =>
  evidence.find((held) => held.digest === digest && held.kind === kind);

/** Measures that this file was not yet said to prove. */
function newlyProved(problem: Problem, evidence: Evidence): readonly string[] {
  const held = heldAlready(problem, evidence);
  const known = held ? provedBy(held) : [];
  return provedBy(evidence).filter((id) => !known.includes(id));
}

/** Everything in the plan is done, says the holder. Acceptance begins on the route that the facts choose. */
export const reportFinish: Verb<'ReportFinish'> = {
  stages: ['rectifying'],
  clause: byAct('report-finish').clause,
  pass: (at) => {
    const open = openMeasures(at.problem);
    const pass = byAct('report-finish').pass(at);
    if ('obstacle' in pass || open.length === 0) return pass;
    return { obstacle: { code: 'measures-open', measures: open.map((measure) => measure.text) } };
  },
  faults: (_at, ask) => textFault('text', ask.text, 2000),
  write: (draft, ask, law) => {
    draft.add({
      type: 'FinishReported',
      text: ask.text,
      stage: stageAt(draft, 'finished', law),
      clause: clauseOf('report-finish', draft.now(), law),
      ...handIn('work', draft.now(), draft.signature),
    });
    // work reported finished meets the plan's own date; what comes next the flow says
    meetPlan(draft);
    arrive(draft, 'finished', law);
  },
};
