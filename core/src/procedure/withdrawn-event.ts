import type { ClauseId, Text } from '../policy/index.ts';

/**
 * Whoever did the last act took it back before anybody opened it. `from`, `to`: its events, versions in the log; they stand there
 * and do nothing any more. A fold leaves them out before this event comes.
 */
export type ActWithdrawn = {
  readonly type: 'ActWithdrawn';
  readonly from: number;
  readonly to: number;
  readonly what: 'StepTaken' | 'StepReturned';
  readonly title: Text;
  readonly clause: ClauseId;
  readonly reason: string;
};
