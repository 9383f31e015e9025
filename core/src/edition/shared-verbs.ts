import type { InputFault, Pass } from '../access/index.ts';
import type { Law, Pen } from '../procedure/index.ts';
import {
  adoptRevision,
  amendClocks,
  endRuling,
  followReform,
  noteDays,
  noteLapse,
  ruleQuestion,
  type Aim,
  type At,
  type SharedVerb,
} from '../procedure/verbs/index.ts';
import type { EditionAsk, EditionCommand, SharedEditionAsk } from './command.ts';
import type { Edition } from './edition.ts';

type Ask<T> = Extract<SharedEditionAsk, { type: T }>;

const verbs: { readonly [T in SharedEditionAsk['type']]: SharedVerb<Ask<T>> } = {
  RuleQuestion: ruleQuestion,
  EndRuling: endRuling,
  NoteDays: {
    ...noteDays,
    clause: (at, { task = '' }) => noteDays.clause(at, { task }),
    pass: (at, { task = '' }) => noteDays.pass(at, { task }),
  },
  AdoptRevision: adoptRevision,
  FollowReform: followReform(),
  NoteLapse: {
    ...noteLapse,
    clause: (at, { clock = '' }) => noteLapse.clause(at, { clock }),
    pass: (at, { clock = '' }) => noteLapse.pass(at, { clock }),
  },
  AmendClocks: amendClocks,
};

/** Whether this is asked of an edition as of any dossier. */
export const isShared = <A extends Pick<EditionAsk, 'type'>>(ask: A): ask is A & Pick<SharedEditionAsk, 'type'> =>
  ask.type in verbs;

/** Who may do it: as in any dossier; what was agreed to as a whole keeps the reading it was agreed to under. */
export function passToShared(
  edition: Edition,
  ask: Pick<SharedEditionAsk, 'type'> & Aim,
  { by, law, on, instant }: Pick<At, 'by' | 'law' | 'on' | 'instant'>,
): Pass {
  if (edition.stage === 'absent') return { obstacle: { code: 'unknown-dossier' } };
  if (ask.type === 'AdoptRevision' && edition.consentedOn !== null)
    return { obstacle: { code: 'closed', on: edition.consentedOn } };
  return verbs[ask.type].pass({ dossier: edition, field: null, by, law, on, instant }, ask);
}

/** What is wrong with what came along. */
export function faultsOfShared(
  edition: Edition,
  command: EditionCommand & SharedEditionAsk,
  law: Law,
): readonly InputFault[] {
  const { by, on, instant } = command;
  // the table is keyed by the type of the ask
  const verb = verbs[command.type] as SharedVerb<SharedEditionAsk>;
  return verb.faults({ dossier: edition, field: null, by, law, on, instant }, command);
}

/** Writes it. */
export function writeShared(draft: Pen<Edition>, command: SharedEditionAsk, law: Law): void {
  // the table is keyed by the type of the ask, and what is written into any dossier is written into an edition
  const verb = verbs[command.type] as unknown as { readonly write: (pen: Pen<Edition>, ask: object, law: Law) => void };
  verb.write(draft, command, law);
}
