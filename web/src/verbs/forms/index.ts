import type { VerbForm, VerbType } from '../verb.ts';
import { arbitrateHandOver, contestHandOver } from './contest.tsx';
import { correctProblem } from './correct.tsx';
import { assignParts } from './parts.tsx';
import { writePlan } from './plan.tsx';
import { completeMeasure, reportProgress } from './progress.tsx';
import { returnStep } from './return.tsx';
import { acknowledgeCopy, addCrossReference, recordCopySent, reportFinish, urge, withdrawProblem } from './short.tsx';
import { takeStep } from './step.tsx';
import { extendTerm, pauseTerm, resumeTerm } from './terms.tsx';

/** The form of every verb but evidence, whose files arrive one by one in a window of their own. */
export const FORMS: Readonly<Record<Exclude<VerbType, 'AddEvidence'>, VerbForm>> & Partial<Record<VerbType, VerbForm>> =
  {
    TakeStep: takeStep,
    ReturnStep: returnStep,
    CorrectProblem: correctProblem,
    WithdrawProblem: withdrawProblem,
    AddCrossReference: addCrossReference,
    AssignParts: assignParts,
    ContestHandOver: contestHandOver,
    ArbitrateHandOver: arbitrateHandOver,
    WritePlan: writePlan,
    ReportProgress: reportProgress,
    CompleteMeasure: completeMeasure,
    ReportFinish: reportFinish,
    Urge: urge,
    ExtendTerm: extendTerm,
    PauseTerm: pauseTerm,
    ResumeTerm: resumeTerm,
    RecordCopySent: recordCopySent,
    AcknowledgeCopy: acknowledgeCopy,
  };
