import { badInput, refuse, type Refusal } from '../access/index.ts';
import {
  askCoSigners,
  begin,
  draftOn,
  handIn,
  pointAtDays,
  returnStep,
  signatureOf,
  takeStep,
  type Draft,
  type Law,
  type MilestoneWriter,
  type Task,
} from '../procedure/index.ts';
import type { EditionCommand } from './command.ts';
import { editionDigest, evolveEdition, type Edition, type EditionEvent } from './edition.ts';
import { changedSince, faultsOf } from './faults.ts';
import { formingOf, passToEdition, stepFor } from './pass.ts';
import { isShared, writeShared } from './shared-verbs.ts';

/** Events to append, or a refusal with its clause; never both. */
export type EditionDecision = { readonly events: readonly EditionEvent[] } | { readonly refused: Refusal };

type EditionDraft = Draft<Edition, EditionEvent>;

/** Decides one command on an edition. No clock, no dice, no I/O. */
export function decideEdition(command: EditionCommand, edition: Edition, law: Law): EditionDecision {
  const clause = formingOf(law)?.procedure.clause ?? null;
  const pass = passToEdition(edition, command, command.by, law, command.on, command.instant);
  if ('obstacle' in pass) return refuse(pass.obstacle, clause);
  const faults = faultsOf(command, edition, law);
  if (faults.length > 0) return badInput(faults, clause);
  const stale = changedSince(command, edition, law);
  if (stale) return { refused: stale };

  const draft = draftOn(edition, evolveEdition, signatureOf(command, pass.posting), {
    milestone: writeMilestone,
    content: (now, _what, known) => editionDigest(now, known),
  });
  write(draft, command, law);
  askCoSigners(draft, law);
  pointAtDays(draft, law);
  return { events: draft.events() };
}

/** The end of its procedure is the consent to exactly what was shown; nothing else of its flow is peculiar to it. */
const writeMilestone: MilestoneWriter<Edition, EditionEvent> = (draft, milestone, { day, document, clause }, law) => {
  if (milestone.startsWith('returned/')) return true; // the return itself says whether the list is thawed
  if (milestone !== formingOf(law)?.stretch.ends) return false;
  const borne = day === draft.signature.on ? {} : { day };
  draft.add({ type: 'EditionAgreed', digest: editionDigest(draft.now(), law), document, ...borne, clause });
  return true;
};

function write(draft: EditionDraft, command: EditionCommand, law: Law): void {
  if (isShared(command)) return writeShared(draft, command, law);
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
      const { to, reason, becauseOf, recorded = null } = command;
      return returnStep(
        draft,
        taskIn(draft, command.task),
        { to: to === '' ? null : to, reason, becauseOf, recorded },
        law,
      );
    }
    case 'TakeStep':
      return answer(draft, command, law);
  }
}

const taskIn = (draft: EditionDraft, id: string): Task => draft.now().tasks.find((task) => task.id === id)!;

function answer(draft: EditionDraft, command: Extract<EditionCommand, { type: 'TakeStep' }>, law: Law): void {
  const task = taskIn(draft, command.task);
  const step = stepFor(draft.now(), task, law);
  const document = command.document ?? null;
  takeStep(
    draft,
    task,
    {
      verdict: 'agree',
      opinion: command.opinion?.trim() || null,
      document,
      recorded: command.recorded ?? null,
      facts: {},
    },
    law,
  );
  const still = draft.now().tasks.some((open) => open.step === task.step);
  if (still) return;
  if (step.writes === 'edition')
    draft.add({
      type: 'EditionFrozen',
      digest: editionDigest(draft.now(), law),
      size: draft.now().members.length,
      clause: task.clause,
    });
}
