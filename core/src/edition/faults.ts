import type { InputFault, Refusal } from '../access/index.ts';
import type { Law, OfficialDocument, Task } from '../procedure/index.ts';
import { recordedFaults, returnsToOf, seenOtherwise } from '../procedure/verbs/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { EditionCommand } from './command.ts';
import { boundOn, type Edition, type Member } from './edition.ts';
import { stepFor } from './pass.ts';
import { faultsOfShared, isShared } from './shared-verbs.ts';

/** What is wrong with what came along. */
export function faultsOf(command: EditionCommand, edition: Edition, law: Law): readonly InputFault[] {
  if (isShared(command)) return faultsOfShared(edition, command, law);
  switch (command.type) {
    case 'FormEdition':
      return [
        ...(command.title.trim() ? [] : [{ field: 'title', code: 'required' } as const]),
        ...memberFaults(command.members, []),
      ];
    case 'ChangeMembers':
      return memberFaults(
        command.add,
        edition.members.filter((member) => !command.remove.includes(member.id)),
      );
    case 'TakeStep':
      return [
        ...recordedFaults(taskIn(edition, command.task), command.recorded, command.on),
        ...(command.document ? paperFaults(command.document, command.on) : []),
      ];
    case 'ReturnStep': {
      const task = taskIn(edition, command.task);
      const step = stepFor(edition, task, law);
      const asked = step.asks?.includes('where') && task.part === 'decide';
      const target = asked ? command.to === '' : returnsToOf(step, task).includes(command.to);
      return [
        ...recordedFaults(task, command.recorded, command.on),
        ...(target ? [] : [{ field: 'to', code: 'not-earlier' } as const]),
        ...(command.reason.trim() ? [] : [{ field: 'reason', code: 'required' } as const]),
        ...(law.policy.clauses.some((clause) => clause.id === command.becauseOf)
          ? []
          : [{ field: 'becauseOf', code: 'unknown' } as const]),
      ];
    }
  }
}

// the guard let nobody through without one
const taskIn = ({ tasks }: Edition, id: string): Task => tasks.find((task) => task.id === id)!;

const paperFaults = ({ number, date }: OfficialDocument, on: PlainDate): InputFault[] => [
  ...(number.trim() ? [] : [{ field: 'document.number', code: 'required' } as const]),
  ...(date > on ? [{ field: 'document.date', code: 'in-the-future' } as const] : []),
];

function memberFaults(added: readonly Member[], present: readonly Member[]): InputFault[] {
  const ids = [...present, ...added].map((member) => member.id);
  return new Set(ids).size < ids.length ? [{ field: 'members', code: 'malformed' }] : [];
}

/** Consent is to exactly this edition: if it is no longer what was shown, nobody decides. */
export function changedSince(command: EditionCommand, edition: Edition, law: Law): Refusal | null {
  if (command.type !== 'TakeStep') return null;
  const task = edition.tasks.find((open) => open.id === command.task)!;
  return seenOtherwise(boundOn(edition, task, law), command.seen, task.clause);
}
