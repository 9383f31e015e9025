import { handIn } from '../../procedure/index.ts';
import { arrive, meetPlan, stageAt } from '../milestones.ts';
import { handInWork, openMeasures } from './planning.ts';
import { byAct, clauseOf, pastFault, textFault, type Verb } from './verb.ts';

/** A file that proves something. It is never taken out again; a better one is added. */
export const addEvidence: Verb<'AddEvidence'> = {
  stages: ['handed-over', 'planning', 'rectifying', 'accepting'],
  ...byAct('add-evidence'),
  faults: ({ problem, law, on }, { evidence }) => [
    ...textFault('evidence.name', evidence.name, 200),
    ...(law.policy.evidenceKinds.some((kind) => kind.id === evidence.kind)
      ? []
      : [{ field: 'evidence.kind', code: 'unknown' } as const]),
    ...(evidence.takenOn ? pastFault('evidence.takenOn', evidence.takenOn, on) : []),
    ...(evidence.measure && !problem.measures.some((measure) => measure.id === evidence.measure)
      ? [{ field: 'evidence.measure', code: 'unknown' } as const]
      : []),
    ...(problem.evidence.some((held) => held.digest === evidence.digest && held.kind === evidence.kind)
      ? [{ field: 'evidence.file', code: 'malformed' } as const]
      : []),
  ],
  write: (draft, { evidence }, law) =>
    draft.add({
      type: 'EvidenceAdded',
      evidence,
      clause: clauseOf('add-evidence', draft.now(), law),
      ...handInWork(draft, law),
    }),
};

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
