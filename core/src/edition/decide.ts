import { badInput, passToTask, refuse, type Actor, type InputFault, type Pass, type Refusal } from '../access/index.ts';
import { passToAny } from '../access/index.ts';
import type { Kind, Procedure, Step, Stretch } from '../policy/index.ts';
import {
  begin,
  draftOn,
  handIn,
  hasProcedure,
  kindOn,
  procedureOf,
  returnStep,
  routeOf,
  signatureOf,
  stepOf,
  takeStep,
  type Draft,
  type Law,
  type MilestoneWriter,
  type OfficialDocument,
  type Task,
} from '../procedure/index.ts';
import type { LocalTime, PlainDate } from '../time/index.ts';
import { editionDigest, evolveEdition, type Edition, type EditionEvent, type Member } from './edition.ts';

/** What may be asked of an edition. `seen` is the digest of what the person was shown. */
export type EditionAsk =
  | { readonly type: 'FormEdition'; readonly no: number; readonly title: string; readonly members: readonly Member[] }
  | { readonly type: 'ChangeMembers'; readonly add: readonly Member[]; readonly remove: readonly string[] }
  | {
      readonly type: 'TakeStep';
      readonly task: string;
      readonly opinion?: string;
      readonly document?: OfficialDocument;
      readonly seen?: string;
    }
  | {
      readonly type: 'ReturnStep';
      readonly task: string;
      readonly to: string;
      readonly reason: string;
      readonly becauseOf: string;
    };

/** What is asked of an edition, by whom, on which day of the office. */
export type EditionCommand = EditionAsk & {
  readonly by: Actor;
  readonly on: PlainDate;
  /** The instant on that day, by the office's clock. */
  readonly instant?: LocalTime;
};
/** Events to append, or a refusal with its clause; never both. */
export type EditionDecision = { readonly events: readonly EditionEvent[] } | { readonly refused: Refusal };

type EditionDraft = Draft<Edition, EditionEvent>;

/** Decides one command on an edition. No clock, no dice, no I/O. */
export function decideEdition(command: EditionCommand, edition: Edition, law: Law): EditionDecision {
  const clause = formingOf(law)?.procedure.clause ?? null;
  const pass = passToEdition(edition, command, command.by, law, command.on);
  if ('obstacle' in pass) return refuse(pass.obstacle, clause);
  const faults = faultsOf(command, edition, law);
  if (faults.length > 0) return badInput(faults, clause);
  const stale = changedSince(command, edition, law);
  if (stale) return { refused: stale };

  const draft = draftOn(edition, evolveEdition, signatureOf(command, pass.posting), { milestone: writeMilestone });
  write(draft, command, law);
  return { events: draft.events() };
}

/** Who may do this now: the seats of the pack's edition procedure, through the one guard. */
export function passToEdition(
  edition: Edition,
  ask: Pick<EditionAsk, 'type'> & { readonly task?: string },
  by: Actor,
  law: Law,
  on: PlainDate,
): Pass {
  const list = formingOf(law);
  if (!list) return { obstacle: { code: 'silent', topic: 'edition' } };
  const forming = list.procedure.routes[0]!.steps[0]!;
  if (ask.type === 'FormEdition') {
    return edition.stage === 'absent'
      ? passToAny(forming.by, edition, by, law, on)
      : { obstacle: { code: 'already-registered' } };
  }
  if (edition.stage === 'absent') return { obstacle: { code: 'unknown-dossier' } };
  if (ask.type === 'ChangeMembers') {
    if (edition.stage !== 'forming')
      return { obstacle: { code: 'wrong-stage', stage: edition.stage, needs: ['forming'] } };
    return passToAny(forming.by, edition, by, law, on);
  }
  const task = edition.tasks.find((open) => open.id === ask.task);
  if (!task) return { obstacle: { code: 'out-of-turn', at: edition.tasks[0]?.id ?? null } };
  const pass = passToTask(edition, task, by, law, on);
  if ('obstacle' in pass) return pass;
  const step = stepFor(edition, task, law);
  if (ask.type === 'ReturnStep' && (step.returnsTo.length === 0 || task.part === 'co-sign'))
    return { obstacle: { code: 'not-returnable' } };
  return ask.type === 'TakeStep' && edition.members.length === 0 ? { obstacle: { code: 'edition-empty' } } : pass;
}

/** How a list is formed and agreed to: its kind, the first stretch of its flow and the procedure that runs there; null: no plan for it. */
export function formingOf(
  law: Law,
): { readonly kind: Kind; readonly stretch: Stretch; readonly procedure: Procedure } | null {
  const kind = kindOn(law, 'edition');
  const stretch = kind?.flow[0];
  if (!kind || !stretch || !hasProcedure(law, stretch.run)) return null;
  return { kind, stretch, procedure: procedureOf(law, stretch.run) };
}

/** The end of its procedure is the consent to exactly what was shown; nothing else of its flow is peculiar to it. */
const writeMilestone: MilestoneWriter<Edition, EditionEvent> = (draft, milestone, { document, clause }, law) => {
  if (milestone.startsWith('returned/')) return true; // the return itself says whether the list is thawed
  if (milestone !== formingOf(law)?.stretch.ends) return false;
  draft.add({ type: 'EditionAgreed', digest: editionDigest(draft.now(), law), document, clause });
  return true;
};

const stepFor = (edition: Edition, task: Task, law: Law): Step =>
  stepOf(routeOf(law, task.run, edition.runs[task.run]!.route), task.step);

function faultsOf(command: EditionCommand, edition: Edition, law: Law): InputFault[] {
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
      return command.document ? paperFaults(command.document, command.on) : [];
    case 'ReturnStep': {
      const step = stepFor(
        edition,
        edition.tasks.find((task) => task.id === command.task)!,
        law,
      );
      return [
        ...(step.returnsTo.includes(command.to) ? [] : [{ field: 'to', code: 'not-earlier' } as const]),
        ...(command.reason.trim() ? [] : [{ field: 'reason', code: 'required' } as const]),
        ...(law.policy.clauses.some((clause) => clause.id === command.becauseOf)
          ? []
          : [{ field: 'becauseOf', code: 'unknown' } as const]),
      ];
    }
  }
}

const paperFaults = ({ number, date }: OfficialDocument, on: PlainDate): InputFault[] => [
  ...(number.trim() ? [] : [{ field: 'document.number', code: 'required' } as const]),
  ...(date > on ? [{ field: 'document.date', code: 'in-the-future' } as const] : []),
];

function memberFaults(added: readonly Member[], present: readonly Member[]): InputFault[] {
  const ids = [...present, ...added].map((member) => member.id);
  return new Set(ids).size < ids.length ? [{ field: 'members', code: 'malformed' }] : [];
}

/** Consent is to exactly this edition: if it is no longer what was shown, nobody decides. */
function changedSince(command: EditionCommand, edition: Edition, law: Law): Refusal | null {
  if (command.type !== 'TakeStep') return null;
  const task = edition.tasks.find((open) => open.id === command.task)!;
  if (!stepFor(edition, task, law).binds) return null;
  const present = editionDigest(edition, law);
  return command.seen === present
    ? null
    : { code: 'content-changed', shown: command.seen ?? '', present, clause: task.clause };
}

function write(draft: EditionDraft, command: EditionCommand, law: Law): void {
  const { kind, procedure, stretch } = formingOf(law)!; // the guard let nobody through without one
  const { clause } = procedure;
  const hand = handIn('edition', draft.now(), draft.signature);
  switch (command.type) {
    case 'FormEdition': {
      const { no, title, members } = command;
      const { edition } = law.policy;
      draft.add({ type: 'EditionFormed', no, title, members, policy: edition, kind: kind.id, clause, ...hand });
      return begin(draft, stretch, law);
    }
    case 'ChangeMembers':
      return draft.add({ type: 'MembersChanged', added: command.add, removed: command.remove, clause, ...hand });
    case 'ReturnStep': {
      const { to, reason, becauseOf } = command;
      return returnStep(draft, taskIn(draft, command.task), { to, reason, becauseOf, recorded: null }, law);
    }
    case 'TakeStep':
      return answer(draft, command, law);
  }
}

const taskIn = (draft: EditionDraft, id: string): Task => draft.now().tasks.find((task) => task.id === id)!;

function answer(draft: EditionDraft, command: Extract<EditionCommand, { type: 'TakeStep' }>, law: Law): void {
  const task = taskIn(draft, command.task);
  const step = stepFor(draft.now(), task, law);
  const digest = editionDigest(draft.now(), law);
  const document = command.document ?? null;
  const bound = step.binds ? ({ what: 'edition', digest } as const) : null;
  takeStep(
    draft,
    task,
    { verdict: 'agree', opinion: command.opinion?.trim() || null, document, recorded: null, bound, facts: {} },
    law,
  );
  const still = draft.now().tasks.some((open) => open.step === task.step);
  if (still) return;
  if (step.writes === 'edition')
    draft.add({ type: 'EditionFrozen', digest, size: draft.now().members.length, clause: task.clause });
}
