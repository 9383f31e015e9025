import * as shared from '../../procedure/verbs/index.ts';
import type { Case } from '../case.ts';
import type { CaseAsk } from '../command.ts';
import { caseLines } from '../lines.ts';
import { doAct, fillSheet } from './filling.ts';
import { fileNil, freezeGathering } from './gathering.ts';
import { addEvidence, link, withdraw, withdrawAct } from './keeping.ts';
import { absorbDouble, mergeInto, releaseDouble, tellApart, unmerge } from './merging.ts';
import { openCase } from './opening.ts';
import { erasePersonal, showPersonal } from './personal.ts';
import { returnStep, takeStep } from './stepping.ts';
import type { CasePoint, CaseVerb } from './verb.ts';

const open = { points: ['open'] } as const satisfies { readonly points: readonly CasePoint[] };
const always = { points: ['open', 'closed'] } as const satisfies { readonly points: readonly CasePoint[] };

/** Every verb of a plain dossier, in the order the action bar shows them. A new ask will not compile until it has its verb. */
export const caseVerbs: { readonly [T in CaseAsk['type']]: CaseVerb<T> } = {
  TakeStep: takeStep,
  ReturnStep: returnStep,
  FileNil: fileNil,
  OpenCase: openCase,
  RuleQuestion: { ...always, ...shared.ruleQuestion },
  EndRuling: { points: ['open', 'closed', 'withdrawn'], ...shared.endRuling },
  WithdrawAct: withdrawAct,
  RaiseObjection: { ...open, ...shared.raiseObjection },
  SettleObjection: { ...open, ...shared.settleObjection },
  DoAct: doAct,
  FreezeGathering: freezeGathering,
  FillSheet: fillSheet,
  AddEvidence: addEvidence,
  AssignParts: { ...open, ...shared.assignParts },
  ExtendTerm: { ...always, ...shared.extendTerm },
  PauseTerm: { ...always, ...shared.pauseTerm },
  ResumeTerm: { ...always, ...shared.resumeTerm },
  RecordCopySent: { ...always, ...shared.recordCopySent },
  AcknowledgeCopy: { ...always, ...shared.acknowledgeCopy },
  NoteDays: { ...always, ...shared.noteDays },
  Urge: { ...open, ...shared.urgeOn<Case>(caseLines) },
  Link: link,
  MergeInto: mergeInto,
  Unmerge: unmerge,
  AbsorbDouble: absorbDouble,
  ReleaseDouble: releaseDouble,
  TellApart: tellApart,
  ShowPersonal: showPersonal,
  ErasePersonal: erasePersonal,
  Withdraw: withdraw,
  ReachTold: { ...always, ...shared.reachTold },
  AdoptRevision: { ...open, ...shared.adoptRevision },
  FollowReform: { ...always, ...shared.followReform<Case>() },
  NoteLapse: { ...always, ...shared.noteLapse },
  AmendClocks: { ...always, ...shared.amendClocks },
};
