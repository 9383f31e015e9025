import type { ClauseId } from '../policy/index.ts';

/** A unit that has taken over, as it is called on the day. */
type TakenOver = { readonly to: string; readonly toName: string; readonly external: boolean };

/**
 * A reform of units (机构改革) as it reaches one dossier: units that others have taken over from, and open steps that go to whoever
 * has their office now. What was done before stays under the names it was done under; no limit moves.
 */
export type ReformFollowed = {
  readonly type: 'ReformFollowed';
  readonly units: readonly ({ readonly from: string; readonly fromName: string } & TakenOver)[];
  readonly tasks: readonly ({ readonly task: string; readonly from: string; readonly fromName: string } & TakenOver)[];
  readonly clause: ClauseId;
};
