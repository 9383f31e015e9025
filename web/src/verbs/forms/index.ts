import { raiseObjection, settleObjection } from './objections.tsx';
import { assignParts } from './parts.tsx';
import { endRuling, ruleQuestion } from './question.tsx';
import { returnStep } from './return.tsx';
import { acknowledgeCopy, noteDays, recordCopySent, urge } from './short.tsx';
import { takeStep } from './step.tsx';
import { extendTerm, pauseTerm, resumeTerm } from './terms.tsx';
import { withdrawAct } from './withdraw.tsx';

/** Forms of the verbs that every dossier has, whatever its kind. */
export const sharedForms = {
  TakeStep: takeStep,
  ReturnStep: returnStep,
  WithdrawAct: withdrawAct,
  RuleQuestion: ruleQuestion,
  EndRuling: endRuling,
  RaiseObjection: raiseObjection,
  SettleObjection: settleObjection,
  AssignParts: assignParts,
  Urge: urge,
  NoteDays: noteDays,
  ExtendTerm: extendTerm,
  PauseTerm: pauseTerm,
  ResumeTerm: resumeTerm,
  RecordCopySent: recordCopySent,
  AcknowledgeCopy: acknowledgeCopy,
};
