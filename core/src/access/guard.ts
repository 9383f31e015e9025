import { judgedBy, objectedTo, type ActId, type KindAct, type Seat, type Step } from '../policy/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Act, Dossier, Task } from '../procedure/dossier.ts';
import { kindIn, routeOf, stepOf, type Law } from '../procedure/law.ts';
import { playersOf } from '../procedure/seats.ts';
import { postingFor, type Actor, type Posting } from './actor.ts';
import { evidenceMissing } from './evidence.ts';
import { wrongSeat, type Obstacle } from './obstacle.ts';
import { notYet } from './waiting.ts';
import { sameBody } from './units.ts';

/** Either what stands in the way, or the posting from which the person may act. */
export type Pass = { readonly obstacle: Obstacle } | { readonly posting: Posting };

/** May this person act from this seat today? The seat is an office of the plan or a part in this dossier. */
export function passTo(seat: Seat, dossier: Dossier, by: Actor, law: Law, on: PlainDate): Pass {
  const players = playersOf(seat.role, dossier, law, on);
  for (const player of players) {
    const posting = postingFor(by, player.unit, seat.post);
    if (posting) return { posting };
  }
  if (players.length === 0) return { obstacle: { code: 'nobody-assigned', role: seat.role } };
  const needs = players.map(({ unit, unitName }) => ({ unit, unitName, post: seat.post }));
  return { obstacle: wrongSeat(needs, law.policy) };
}

/** The first of several seats that lets the person through; else the obstacle with every seat it would take. */
export function passToAny(seats: readonly Seat[], dossier: Dossier, by: Actor, law: Law, on: PlainDate): Pass {
  const passes = seats.map((seat) => passTo(seat, dossier, by, law, on));
  const through = passes.find((pass) => 'posting' in pass);
  if (through) return through;
  const needs = passes.flatMap((pass) =>
    'obstacle' in pass && pass.obstacle.code === 'wrong-seat' ? pass.obstacle.needs : [],
  );
  return { obstacle: { code: 'wrong-seat', needs } };
}

/** May this person do this act of the pack, which belongs to no step? */
export function passToAct(act: ActId, dossier: Dossier, by: Actor, law: Law, on: PlainDate): Pass {
  const rule = actRule(act, law, dossier.kind);
  return rule ? passToAny(rule.by, dossier, by, law, on) : { obstacle: { code: 'silent', topic: act } };
}

/**
 * What the edition says of an act in dossiers of this kind: the kind's own word, else the word for all. Null where it gives the
 * act to nobody, as one published before the program knew the act does. Published editions never change.
 */
export function actRule(act: ActId, law: Law, kind: string): KindAct | null {
  return kindIn(law, kind)?.acts[act] ?? law.policy.acts[act] ?? null;
}

/**
 * May this person move this limit? The seat that the plan names decides, and nobody who stands under the limit moves it:
 * not the unit that has the step to do, nor the body it sits in, nor a person of that unit from another post he holds.
 */
export function passToTerm(
  seat: Seat,
  under: readonly Seat[],
  dossier: Dossier,
  by: Actor,
  law: Law,
  on: PlainDate,
): Pass {
  const pass = passTo(seat, dossier, by, law, on);
  if ('obstacle' in pass) return pass;
  const bound = under.flatMap(({ role, post }) =>
    playersOf(role, dossier, law, on).map((player) => ({ ...player, post })),
  );
  const own = bound.find(
    ({ unit, post }) => sameBody(law.units, unit, pass.posting.unit) || postingFor(by, unit, post) !== null,
  );
  return own ? { obstacle: { code: 'own-term', unitName: own.unitName } } : pass;
}

/**
 * The one guard over steps: every door asks it, inside the transaction, and the screen's offers come from the same answer.
 * Seat first, then whose work it is, then what the step requires.
 */
export function passToTask(dossier: Dossier, task: Task, by: Actor, law: Law, on: PlainDate): Pass {
  const pass = passToReturn(dossier, task, by, law, on);
  if ('obstacle' in pass) return pass;
  const step = stepOfTask(dossier, task, law);
  const obstacle =
    notYet(dossier, task, step, on) ??
    beforeDecision(dossier, task, law) ??
    evidenceMissing(dossier, task, step, law, on);
  return obstacle ? { obstacle } : pass;
}

/** The same guard for sending it back: missing evidence is a reason to return a task, never a hindrance. */
export function passToReturn(dossier: Dossier, task: Task, by: Actor, law: Law, on: PlainDate): Pass {
  if (task.unit === null) return { obstacle: { code: 'nobody-assigned', role: task.role } };
  const pass = seatPass(dossier, task, task.unit, by, law, on);
  if ('obstacle' in pass) return pass;
  const judges = judgedBy(stepOfTask(dossier, task, law));
  if (judges === null) return pass;
  const work = (...units: readonly Judge[]) => (judges === 'work' ? ownWork(dossier, units, law) : null);
  const own = work({ unit: task.unit, unitName: task.unitName ?? task.unit });
  // a recorder only copies what the external unit's paper says; anybody else is of every unit in which he holds a post
  const obstacle = own ?? (task.external ? null : (ownHand(dossier, task, by, judges, law) ?? work(...by.postings)));
  return obstacle ? { obstacle } : pass;
}

const stepOfTask = (dossier: Dossier, task: Task, law: Law): Step =>
  stepOf(routeOf(law, task.run, dossier.runs[task.run]!.route), task.step);

function seatPass(dossier: Dossier, task: Task, unit: string, by: Actor, law: Law, on: PlainDate): Pass {
  // a unit that does not sign in here acts through the coordinator's hand; the record shows both
  if (task.external) return passTo(law.policy.recorder, dossier, by, law, on);
  const posting = postingFor(by, unit, task.post);
  if (posting) return { posting };
  return { obstacle: wrongSeat([{ unit, unitName: task.unitName, post: task.post }], law.policy) };
}

/**
 * May this person settle an objection that was raised at this step? The seat that the plan names does, and nobody of the body that
 * has the dossier, nor who took the step that is objected to, from whatever post.
 */
export function passToSettle(
  step: Step & { readonly objections: NonNullable<Step['objections']> },
  run: string,
  dossier: Dossier,
  by: Actor,
  law: Law,
  on: PlainDate,
): Pass {
  const pass = passToAny(step.objections.settledBy, dossier, by, law, on);
  if ('obstacle' in pass) return pass;
  const holder = kindIn(law, dossier.kind)?.holder;
  const holders = holder === undefined ? [] : (dossier.parts[holder] ?? []);
  const own = by.postings.find(({ unit }) => holders.some((part) => sameBody(law.units, part.unit, unit)));
  if (own) return { obstacle: { code: 'own-work', unitName: own.unitName } };
  const { route, acts: taken } = dossier.runs[run]!;
  const objected = new Set(objectedTo(routeOf(law, run, route), step).map(({ id }) => id));
  const act = taken.find((each) => each.person === by.id && objected.has(each.step) && !isOutside(each, law));
  return act ? { obstacle: { code: 'own-draft', step: act.step } } : pass;
}

/** What a unit outside did was only entered here. */
const isOutside = ({ unit: id }: Pick<Act, 'unit'>, { units }: Law): boolean =>
  units.some((unit) => unit.id === id && unit.external);

type Judge = Pick<Posting, 'unit' | 'unitName'>;

/** No unit accepts its own work: not the holder, not who drafted the plan, did a measure or checked himself, nor the body it sits in. */
function ownWork(dossier: Dossier, judges: readonly Judge[], law: Law): Obstacle | null {
  const holder = kindIn(law, dossier.kind)?.holder;
  const holders = (holder === undefined ? [] : (dossier.parts[holder] ?? [])).map((part) => part.unit);
  const workers = dossier.hands.filter((hand) => hand.what === 'work').map((hand) => hand.unit);
  const own = [...holders, ...workers, ...acts(dossier, 'draft', 'self-check').map((act) => act.unit)];
  const judge = judges.find(({ unit }) => own.some((worker) => sameBody(law.units, worker, unit)));
  return judge ? { code: 'own-work', unitName: judge.unitName } : null;
}

/**
 * Why nobody in this seat could take the step in this dossier: each unit that holds it would accept its own work. Null where one
 * may, where the step judges no work, and where nobody plays the part yet.
 */
export function seatBarred(
  { role, post }: Seat,
  step: Step,
  dossier: Dossier,
  law: Law,
  on: PlainDate,
): Obstacle | null {
  if (judgedBy(step) !== 'work') return null;
  const holding = playersOf(role, dossier, law, on).filter(
    ({ unit }) => post === '*' || law.units.some(({ id, posts }) => id === unit && posts.includes(post)),
  );
  const barred = holding.map((judge) => ownWork(dossier, [judge], law));
  return barred.every((each) => each !== null) ? (barred[0] ?? null) : null;
}

/**
 * Nobody judges what he drafted, wrote, handed in, did or checked himself, also where the plan lets one unit do both and
 * whatever post he does it from. A step that may both write and review is one act: what was written in it is no hindrance.
 */
function ownHand(dossier: Dossier, task: Task, by: Actor, judges: 'work' | 'words', law: Law): Obstacle | null {
  const kinds =
    judges === 'work' ? (['draft', 'form', 'submit', 'self-check'] as const) : (['draft', 'form', 'submit'] as const);
  const steps = acts(dossier, ...kinds)
    .filter((act) => !isOutside(act, law))
    // whoever passes on what he reviewed has not judged his own when it comes back to him for review
    .filter((act) => act.do !== 'submit' || !comesAfter(dossier, act, task));
  const hands = dossier.hands
    // who entered what was found may judge the work on it, not the words he wrote
    .filter((hand) => hand.what !== (judges === 'work' ? 'sheet' : 'work'))
    .filter((hand) => hand.step === null || hand.step !== task.step || (hand.run ?? task.run) !== task.run);
  const own = [...steps, ...hands.map(({ person, step, what }) => ({ person, step: step ?? what }))].find(
    (each) => each.person === by.id,
  );
  return own ? { code: 'own-draft', step: own.step } : null;
}

/** Whether this act belongs to a later step of the task's own procedure. */
function comesAfter(dossier: Dossier, act: Act, { run, step }: Task): boolean {
  const ids = dossier.runs[run]!.steps.map(({ id }) => id);
  return act.run === run && ids.indexOf(act.step) > ids.indexOf(step);
}

function acts(dossier: Dossier, ...kinds: readonly Task['do'][]) {
  return Object.values(dossier.runs).flatMap((run) => run.acts.filter((act) => kinds.includes(act.do)));
}

/**
 * A step that settles facts or fills the sheet in: whoever co-signs it puts his name under what was decided, so all who decide
 * it have to have done so.
 */
function beforeDecision({ tasks, ...dossier }: Dossier, task: Task, law: Law): Obstacle | null {
  const { settles, fills = [] } = stepOfTask({ tasks, ...dossier }, task, law);
  if (task.part !== 'co-sign' || settles.length + fills.length === 0) return null;
  const open = tasks.some(({ run, step, part }) => run === task.run && step === task.step && part === 'decide');
  return open ? { code: 'not-decided' } : null;
}
