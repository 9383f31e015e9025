import {
  mayRead,
  refuse,
  theCalendar,
  type Actor,
  type Obstacle,
  type Pass,
  type Posting,
  type Refusal,
} from '../access/index.ts';
import { askCoSigners, draftOn, pointAtDays, signatureOf, type Law } from '../procedure/index.ts';
import { seenOtherwise, taskOf } from '../procedure/verbs/index.ts';
import type { PlainDate } from '../time/index.ts';
import { CORRECTS, type Case, type Counted } from './case.ts';
import type { CaseAsk, CaseCommand } from './command.ts';
import { boundIn, contentDigest } from './content.ts';
import type { CaseEvent } from './event.ts';
import { evolveCase } from './evolve.ts';
import { fixFigures } from './figures.ts';
import { caseVerbs } from './verbs/index.ts';
import { aroundCase, caseAtPoint, type CaseAskOf, type CaseAt, type CaseTarget, type CaseVerb } from './verbs/verb.ts';

/** Events to append, in order, or a refusal with its clause; never both. */
export type CaseDecision = { readonly events: readonly CaseEvent[] } | { readonly refused: Refusal };

/** Decides one command on a plain dossier: events, or a refusal with its clause. No clock, no dice, no I/O. */
export function decideCase(command: CaseCommand, dossier: Case, law: Law): CaseDecision {
  const { by, on, instant, claimedOn, counted = {}, ...ask } = command;
  const kind = command.type === 'OpenCase' ? command.kind : undefined;
  const last = ask.type === 'WithdrawAct' ? ask.last : undefined;
  // the rest of a command is its ask: the compiler loses the union when fields are taken off it
  return answer(ask as CaseAsk, aroundCase(dossier, { by, law, on, instant, last }, kind), { claimedOn, counted });
}

function answer<T extends CaseAsk['type']>(
  ask: Extract<CaseAsk, { type: T }>,
  at: CaseAt,
  { claimedOn, counted }: { readonly claimedOn: PlainDate | undefined; readonly counted: Counted },
): CaseDecision {
  // the table is keyed by the type of the ask
  const verb = caseVerbs[ask.type] as CaseVerb<T>;
  const target = ask as unknown as CaseTarget; // an ask names its target among its fields
  const pass = toldPass(ask, at) ?? passForCase(verb, at, target);
  const clause = at.kind ? verb.clause(at, target) : null;
  if ('obstacle' in pass) return refuse(pass.obstacle, clause);
  const future = claimedOn !== undefined && claimedOn > at.on;
  const faults = [...verb.faults(at, ask), ...(future ? [{ field: 'claimedOn', code: 'in-the-future' } as const] : [])];
  if (faults.length > 0) return { refused: { code: 'bad-input', faults, clause } };
  const changed = contentChanged(ask, at);
  if (changed) return { refused: changed };

  const draft = draftOn(at.dossier, evolveCase, signatureOf(at, pass.posting, claimedOn), { content: contentDigest });
  verb.write(draft, ask, at.law);
  if (at.kind) fixFigures(draft, at.dossier, at.kind, { ...counted, ...countedIn(ask) });
  askCoSigners(draft, at.law);
  pointAtDays(draft, at.law);
  return { events: draft.events() };
}

/** What came with the members of a gathering: its figures are of the same moment. */
const countedIn = (ask: CaseAsk): Counted => (ask.type === 'FreezeGathering' && ask.figures) || {};

/** What a duty or a tell opens is opened by the calendar or in the name of the act that reached the milestone. */
function toldPass(ask: CaseAsk, { dossier, by }: CaseAt): Pass | null {
  if (ask.type !== 'OpenCase' || dossier.openedOn !== null) return null;
  const opened = ask.owed ? by.id === theCalendar.id : ask.told;
  const posting = opened ? by.postings[0] : correcting(ask, by);
  return posting ? { posting } : null;
}

/** A frozen return stays as it is: whoever owed it opens a new one that says which it corrects. */
function correcting({ owed, links }: CaseAskOf<'OpenCase'>, by: Actor): Posting | undefined {
  const corrects = owed && links?.some(({ how }) => how === CORRECTS);
  return corrects ? by.postings.find(({ unit }) => unit === owed.unit) : undefined;
}

/** Who may not read it learns nothing of it; then where it stands, then the verb's own guard. Offers come through here too. */
export function passForCase<T extends CaseAsk['type']>(verb: CaseVerb<T>, at: CaseAt, target: CaseTarget): Pass {
  const obstacle = pointObstacle(verb, at);
  return obstacle ? { obstacle } : verb.pass(at, target);
}

function pointObstacle(
  { points }: Pick<CaseVerb<CaseAsk['type']>, 'points'>,
  { dossier, by, law, on }: CaseAt,
): Obstacle | null {
  const point = caseAtPoint(dossier);
  const hidden = point !== 'absent' && by.id !== theCalendar.id && !mayRead(dossier, by, law, on);
  if (hidden) return { code: 'unknown-dossier' };
  if (points.includes(point)) return null;
  if (point === 'absent') return { code: 'unknown-dossier' };
  if (points.length === 1 && points[0] === 'absent') return { code: 'already-registered' };
  if (dossier.closedOn !== null && point === 'closed') return { code: 'closed', on: dossier.closedOn };
  return { code: 'wrong-stage', stage: dossier.stage, needs: [] };
}

/** A decision binds to what was seen: if that is no longer what the dossier says, nobody decides. */
function contentChanged(ask: CaseAsk, { dossier, law }: CaseAt): Refusal | null {
  if (ask.type !== 'TakeStep') return null;
  const task = taskOf(dossier, ask.task)!;
  return seenOtherwise(boundIn(dossier, task, law), ask.seen, task.clause);
}
