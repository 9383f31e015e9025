import type { Ask } from '../command.ts';
import { acknowledgeCopy, amendClocks, noteLapse, recordCopySent, urge } from './attending.ts';
import { arbitrateHandOver, contestHandOver } from './contesting.ts';
import { listInEdition, receiveConsent, takeOffEdition } from './editions.ts';
import { assignParts } from './parts.ts';
import { completeMeasure, reportProgress, writePlan } from './planning.ts';
import { addEvidence, reportFinish } from './proving.ts';
import { addCrossReference, correctProblem, registerProblem, withdrawProblem } from './registering.ts';
import { returnStepVerb, takeStep } from './stepping.ts';
import { extendTerm, pauseTerm, resumeTerm } from './terms.ts';
import type { Verb } from './verb.ts';

/** Every verb of the office, in the order the action bar shows them. A new ask will not compile until it has its verb. */
export const verbs: { readonly [T in Ask['type']]: Verb<T> } = {
  TakeStep: takeStep,
  ReturnStep: returnStepVerb,
  RegisterProblem: registerProblem,
  ListInEdition: listInEdition,
  TakeOffEdition: takeOffEdition,
  ReceiveConsent: receiveConsent,
  WritePlan: writePlan,
  ReportProgress: reportProgress,
  CompleteMeasure: completeMeasure,
  AddEvidence: addEvidence,
  ReportFinish: reportFinish,
  AssignParts: assignParts,
  ContestHandOver: contestHandOver,
  ArbitrateHandOver: arbitrateHandOver,
  ExtendTerm: extendTerm,
  PauseTerm: pauseTerm,
  ResumeTerm: resumeTerm,
  RecordCopySent: recordCopySent,
  AcknowledgeCopy: acknowledgeCopy,
  Urge: urge,
  CorrectProblem: correctProblem,
  WithdrawProblem: withdrawProblem,
  AddCrossReference: addCrossReference,
  NoteLapse: noteLapse,
  AmendClocks: amendClocks,
};
