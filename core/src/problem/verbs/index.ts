import type { Ask } from '../command.ts';
import * as shared from '../../procedure/verbs/index.ts';
import { problemLines } from '../charges.ts';
import { unitsAtWork } from '../reformed.ts';
import { live, timed } from '../point.ts';
import { arbitrateHandOver, contestHandOver } from './contesting.ts';
import { listInEdition, receiveConsent, takeOffEdition } from './editions.ts';
import { absorbDouble, mergeInto, releaseDouble, unmerge } from './merging.ts';
import { completeMeasure, reportProgress, writePlan } from './planning.ts';
import { addEvidence, reportFinish } from './proving.ts';
import { addCrossReference, correctProblem, registerProblem, tellApart, withdrawProblem } from './registering.ts';
import { returnStepVerb, takeStep } from './stepping.ts';
import type { Verb } from './verb.ts';

/** Every verb of the office, in the order the action bar shows them. A new ask will not compile until it has its verb. */
export const verbs: { readonly [T in Ask['type']]: Verb<T> } = {
  TakeStep: takeStep,
  ReturnStep: returnStepVerb,
  RegisterProblem: registerProblem,
  ListInEdition: listInEdition,
  TakeOffEdition: takeOffEdition,
  ReceiveConsent: receiveConsent,
  RuleQuestion: { stages: timed, ...shared.ruleQuestion },
  EndRuling: { stages: [...timed, 'withdrawn'], ...shared.endRuling },
  WithdrawAct: {
    ...shared.withdrawAct,
    stages: live,
    clause: (at) => shared.withdrawAct.clause(at, {}),
    pass: (at) => shared.withdrawAct.pass(at, {}),
  },
  RaiseObjection: { stages: live, ...shared.raiseObjection },
  SettleObjection: { stages: live, ...shared.settleObjection },
  WritePlan: writePlan,
  ReportProgress: reportProgress,
  CompleteMeasure: completeMeasure,
  AddEvidence: addEvidence,
  ReportFinish: reportFinish,
  AssignParts: { stages: ['handed-over', 'planning', 'rectifying'], ...shared.assignParts },
  ContestHandOver: contestHandOver,
  ArbitrateHandOver: arbitrateHandOver,
  ExtendTerm: { stages: timed, ...shared.extendTerm },
  PauseTerm: { stages: timed, ...shared.pauseTerm },
  ResumeTerm: { stages: timed, ...shared.resumeTerm },
  RecordCopySent: { stages: timed, ...shared.recordCopySent },
  AcknowledgeCopy: { stages: timed, ...shared.acknowledgeCopy },
  NoteDays: { stages: timed, ...shared.noteDays },
  Urge: { stages: live, ...shared.urgeOn(problemLines) },
  CorrectProblem: correctProblem,
  WithdrawProblem: withdrawProblem,
  AddCrossReference: addCrossReference,
  ReachTold: { stages: live, ...shared.reachTold },
  TellApart: tellApart,
  MergeInto: mergeInto,
  AbsorbDouble: absorbDouble,
  Unmerge: unmerge,
  ReleaseDouble: releaseDouble,
  AdoptRevision: { stages: live, ...shared.adoptRevision },
  FollowReform: { stages: timed, ...shared.followReform(unitsAtWork) },
  NoteLapse: { stages: timed, ...shared.noteLapse },
  AmendClocks: { stages: timed, ...shared.amendClocks },
};
