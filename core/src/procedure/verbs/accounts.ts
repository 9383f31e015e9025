import type { InputFault } from '../../access/index.ts';
import { manners, type Step, type StepNeed } from '../../policy/index.ts';
import type { PlainDate } from '../../time/index.ts';
import type { Account, Task } from '../dossier.ts';

/**
 * What the pack asks of whoever decides: his words, who was there, the day, the manner. Of a unit outside its paper says what it
 * thinks; who enters it says the rest as the paper has it.
 */
export const demandedOf = ({ needs }: Step, { part, external }: Task): readonly StepNeed[] =>
  part === 'decide' ? (needs?.what ?? []).filter((need) => need !== 'opinion' || !external) : [];

/** What of a step's account is missing, too long, to come or unknown. */
export function accountFaults(
  step: Step,
  task: Task,
  ask: { readonly verdict?: 'agree' | 'object'; readonly opinion?: string; readonly account?: Account },
  on: PlainDate,
): InputFault[] {
  const { attended, heldOn, manner }: Account = ask.account ?? {};
  const demanded = ask.verdict === 'object' ? [] : demandedOf(step, task);
  const missing = (need: StepNeed, said: unknown) => demanded.includes(need) && !said;
  return [
    ...(missing('opinion', ask.opinion?.trim()) ? [{ field: 'opinion', code: 'required' } as const] : []),
    ...(missing('attended', attended?.trim()) || attended?.trim() === ''
      ? [{ field: 'account.attended', code: 'required' } as const]
      : []),
    ...(attended && attended.length > 500
      ? [{ field: 'account.attended', code: 'too-long', bound: '500' } as const]
      : []),
    ...(missing('held-on', heldOn) ? [{ field: 'account.heldOn', code: 'required' } as const] : []),
    ...(heldOn && heldOn > on ? [{ field: 'account.heldOn', code: 'in-the-future' } as const] : []),
    ...(missing('manner', manner) ? [{ field: 'account.manner', code: 'required' } as const] : []),
    ...(manner && !manners.includes(manner) ? [{ field: 'account.manner', code: 'unknown' } as const] : []),
  ];
}
