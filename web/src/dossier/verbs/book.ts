import { answered, api, intended } from '../../api/client.ts';
import { doublesForms } from '../../doubles/forms.tsx';
import { sharedForms } from '../../verbs/forms/index.ts';
import type { Book } from '../../verbs/verb.ts';
import type { Dossier } from '../dossier.ts';
import { arbitrateHandOver, contestHandOver } from './contest.tsx';
import { correctProblem } from './correct.tsx';
import { ProblemEvidence } from './evidence.tsx';
import { likelyProblems } from './likely.ts';
import { writePlan } from './plan.tsx';
import { TwoBeside } from './two-beside.tsx';
import type { ProblemAsk } from './problem-ask.ts';
import { completeMeasure, reportProgress } from './progress.tsx';
import { addCrossReference, reportFinish, withdrawProblem } from './short.tsx';

/** The verbs of a problem: those of every dossier, and what only a problem has. */
export const problemBook: Book<Dossier, ProblemAsk> = {
  forms: {
    ...sharedForms,
    CorrectProblem: correctProblem,
    WithdrawProblem: withdrawProblem,
    AddCrossReference: addCrossReference,
    ...doublesForms<Dossier>(likelyProblems, TwoBeside),
    ContestHandOver: contestHandOver,
    ArbitrateHandOver: arbitrateHandOver,
    WritePlan: writePlan,
    ReportProgress: reportProgress,
    CompleteMeasure: completeMeasure,
    ReportFinish: reportFinish,
  },
  Evidence: ProblemEvidence,
  post: (id, intent, body) =>
    answered(api.POST('/api/problems/{id}/commands', { params: { path: { id }, ...intended(intent) }, body })),
};
