import type { Schema } from '../api/client.ts';

/** What is asked of a dossier of any kind, in the same words. */
type SharedAsk = Extract<
  Schema<'ProblemAsk'>,
  {
    type:
      | 'ReturnStep'
      | 'WithdrawAct'
      | 'RuleQuestion'
      | 'EndRuling'
      | 'RaiseObjection'
      | 'SettleObjection'
      | 'AssignParts'
      | 'Urge'
      | 'NoteDays'
      | 'ExtendTerm'
      | 'PauseTerm'
      | 'ResumeTerm'
      | 'RecordCopySent'
      | 'AcknowledgeCopy';
  }
>;
/** A step taken; a kind that the plan describes may end it in one of several ways and have fields filled in at it. */
export type StepAsk = Extract<Schema<'ProblemAsk'>, { type: 'TakeStep' }> & {
  readonly values?: Schema<'Filled'>;
};
export type SharedAskOf<T extends SharedAsk['type']> = Extract<SharedAsk, { type: T }>;
