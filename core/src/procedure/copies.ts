import type { Step } from '../policy/index.ts';
import type { CopyFile, Dossier, OfficialDocument, Task } from './dossier.ts';
import type { Pen } from './draft.ts';
import type { ProcedureEvent } from './event.ts';
import type { Law } from './law.ts';
import { sameBody } from '../access/units.ts';
import { playersOf } from './seats.ts';

/** Files the copies a step owes. For an external unit the copy is owed until its sending is recorded with a number. */
export function fileCopies<D extends Dossier>(draft: Pen<D>, step: Step, task: Task, document: OfficialDocument | null, law: Law): void {
  const on = draft.signature.on;
  for (const copy of step.copies) {
    for (const player of playersOf(copy.to, draft.now(), law, on)) {
      const file: CopyFile = {
        id: `${task.run}/${step.id}/${task.round}/${copy.id}/${player.unit}`,
        step: step.id,
        to: copy.to,
        ...player,
        clause: copy.clause,
        toSelf: sameBody(law.units, player.unit, draft.signature.by.unit),
        written: copy.written,
        filedOn: on,
        state: player.external ? 'owed' : 'filed',
        document,
      };
      draft.add({ type: 'CopyFiled', copy: file, clause: copy.clause });
    }
  }
}
