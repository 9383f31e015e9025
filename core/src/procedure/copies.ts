import { evaluate, type Step } from '../policy/index.ts';
import type { Act, CopyFile, Dossier, Task } from './dossier.ts';
import type { Pen } from './draft.ts';
import type { Law } from './law.ts';
import { sameBody } from '../access/units.ts';
import { playersOf } from './seats.ts';

/**
 * Files the copies a step owes, from whoever decided it: not from the co-signer who ended it or the hand that entered it.
 * For an external unit the copy is owed until its sending is recorded with a number.
 */
export function fileCopies<D extends Dossier>(
  draft: Pen<D>,
  step: Step,
  task: Task,
  deciders: readonly Act[],
  law: Law,
): void {
  const on = draft.signature.on;
  const document = deciders.findLast((act) => act.document)?.document ?? null;
  for (const copy of step.copies) {
    if (evaluate(copy.when, draft.now().facts).holds !== 'yes') continue;
    for (const player of playersOf(copy.to, draft.now(), law, on)) {
      const file: CopyFile = {
        id: `${task.run}/${step.id}/${task.round}/${copy.id}/${player.unit}`,
        step: step.id,
        to: copy.to,
        ...player,
        clause: copy.clause,
        toSelf: deciders.some((act) => sameBody(law.units, player.unit, act.unit)),
        written: copy.written,
        ...(copy.addressed ? { addressed: true as const } : {}),
        filedOn: on,
        state: player.external ? 'owed' : 'filed',
        document,
      };
      draft.add({ type: 'CopyFiled', copy: file, clause: copy.clause });
    }
  }
}
