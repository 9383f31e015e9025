import {
  asked,
  evaluate,
  type Facts,
  type Kind,
  type Limit,
  type Milestone,
  type Route,
  type Step,
  type Stretch,
} from '../policy/index.ts';
import { choose } from '../policy/choice.ts';
import type { Dossier } from './dossier.ts';
import type { Pen, ReachedAt } from './draft.ts';
import { hasProcedure, kindIn, procedureOf, procedureOfRun, type Law } from './law.ts';
import type { Question } from './question.ts';
import { catchUp, latestRun, startClocks } from './limits.ts';
import { startProcedure } from './opening.ts';
import { answerTo, branchAsked, routeAsked, type Asked } from './questions.ts';

/**
 * `beside`: a person's act brings it here, and what may come again begins again while it is still under way, as a report beside
 * the work does. `waiting`: it came here before, and only what has not begun yet begins. `called`: the milestone by whose stage
 * it is known here, where it has one: what was found to be nothing is not called done.
 */
type Arriving = { readonly beside?: boolean; readonly waiting?: boolean; readonly called?: Milestone };

/**
 * The dossier comes to a point of its flow: what begins there begins, clocks that start there start, and where it stands is
 * written down. A point that nothing looks at leaves no event of its own.
 */
export function reach<D extends Dossier>(
  draft: Pen<D>,
  milestone: Milestone,
  at: ReachedAt,
  law: Law,
  how: Arriving = {},
): void {
  const kind = kindIn(law, draft.now().kind);
  const first = draft.now().milestones[milestone] === undefined;
  const written = draft.milestone(milestone, at, law);
  if (!written && (!kind || matters(kind, milestone, law))) {
    const stage = (how.called === undefined ? null : stageFrom(kind, how.called)) ?? stageFrom(kind, milestone);
    draft.add({ type: 'MilestoneReached', milestone, ...at, stage });
  }
  follow(draft, milestone, at, first, law, how);
}

/** What follows a milestone that its subject has written down itself. `first`: it had not been reached before. */
export function follow<D extends Dossier>(
  draft: Pen<D>,
  milestone: Milestone,
  at: ReachedAt,
  first: boolean,
  law: Law,
  how: Arriving = {},
): void {
  const kind = kindIn(law, draft.now().kind);
  if (kind) beginFrom(draft, kind, milestone, law, how);
  // a dossier that comes to a point again, on its way to another unit, wins no time by it; each return is one of its own
  const own = comesAgain(kind, milestone) || milestone.startsWith('returned/');
  if (first || own) startClocks(draft, milestone, at.day, law);
}

/** What comes to be known sets going what waited for it: stretches begin, limits that could not start count from when they should. */
export function settleFlow<D extends Dossier>(draft: Pen<D>, law: Law): void {
  const kind = kindIn(law, draft.now().kind);
  if (!kind) return;
  for (const milestone of Object.keys(draft.now().milestones))
    beginFrom(draft, kind, milestone, law, { waiting: true });
  catchUp(draft, law);
}

/** Where a milestone brings a dossier of this kind; null: it stays where it is. */
export function stageFrom(kind: Kind | null, milestone: Milestone) {
  const stage = kind?.stages.find(({ from }) => from.includes(milestone));
  return stage ? { id: stage.id, title: stage.title } : null;
}

const comesAgain = (kind: Kind | null, milestone: Milestone): boolean =>
  kind?.flow.some(({ begins, times }) => times === 'many' && begins.includes(milestone)) ?? false;

/** Whether anything looks at a milestone: those of runs are written only where something does. */
function matters(kind: Kind, milestone: Milestone, law: Law): boolean {
  if (!/^(ended|returned)\//.test(milestone)) return true;
  return (
    stageFrom(kind, milestone) !== null ||
    kind.flow.some(({ begins }) => begins.includes(milestone)) ||
    kind.tells.some(({ on }) => on === milestone) ||
    limitsOf(kind, law).some(({ from }) => from === milestone)
  );
}

const limitsAt = ({ limits, earliest }: Step): readonly Limit[] => (earliest ? [...limits, earliest] : limits);

const limitsOf = ({ flow }: Kind, law: Law) =>
  flow
    .filter(({ run }) => hasProcedure(law, run))
    .flatMap(({ run }) => procedureOf(law, run).routes.flatMap((route) => route.steps.flatMap(limitsAt)));

/**
 * Begins what begins at a milestone. Stretches without a condition all do; of those with one exactly one must apply: facts that
 * nobody knows yet are waited for, anything else asks.
 */
function beginFrom<D extends Dossier>(
  draft: Pen<D>,
  kind: Kind,
  milestone: Milestone,
  law: Law,
  { beside = false, waiting = false }: Arriving,
): void {
  const begun = ({ run }: Stretch): boolean => latestRun(draft.now().runs, run) !== null;
  const here = kind.flow.filter(({ begins }) => begins.includes(milestone));
  for (const stretch of here.filter(({ when }) => when === undefined))
    if (!waiting || !begun(stretch)) begin(draft, stretch, law, beside);
  const branches = here.filter(({ when }) => when !== undefined);
  // this way was taken before
  if (branches.length === 0 || branches.some((each) => begun(each) && (waiting || each.times === 'once'))) return;
  const branch = branchAt(draft, kind, milestone, branches, law);
  if (branch) begin(draft, branch, law, beside);
}

/** The one branch that applies, or that was ruled; null while facts are unknown or the question is open. */
function branchAt<D extends Dossier>(
  draft: Pen<D>,
  kind: Kind,
  milestone: Milestone,
  branches: readonly Stretch[],
  law: Law,
): Stretch | null {
  const { facts } = draft.now();
  const verdicts = branches.map((stretch) => ({ stretch, holds: evaluate(stretch.when, facts).holds }));
  if (verdicts.some(({ holds }) => holds === 'unknown')) return null;
  const [only, second] = verdicts.filter(({ holds }) => holds === 'yes');
  if (only && !second) return only.stretch;
  const open = branches.map((stretch) => ({ stretch, procedure: procedureOf(law, stretch.run) }));
  const choice = answerTo(draft, branchAsked(milestone, kind.id, open, said(branches, facts)), law);
  return branches.find(({ run }) => run === choice) ?? null;
}

/** The facts that conditions ask about, as part of a question's key: another case with the same facts is the same point. */
function said(asking: readonly Pick<Stretch, 'when'>[], facts: Facts): string {
  const ids = [...new Set(asking.flatMap(({ when }) => asked(when).map(({ fact }) => fact)))].toSorted();
  return ids.length === 0 ? '' : `?${ids.map((id) => `${id}=${facts[id] ?? ''}`).join('&')}`;
}

/** Asks a point of the flow anew that was left open: the law may have changed, and the way on be known. */
export function askAgain<D extends Dossier>(draft: Pen<D>, { about, run, milestone }: Question, law: Law): void {
  const kind = kindIn(law, draft.now().kind);
  if (about === 'route' && run !== null) {
    const stretch = kind?.flow.find((each) => each.run === procedureOfRun(run));
    if (stretch) begin(draft, stretch, law, true);
  }
  if (about === 'branch' && kind && milestone !== undefined) {
    const branches = kind.flow.filter(({ begins, when }) => when !== undefined && begins.includes(milestone));
    const branch = branches.length > 0 ? branchAt(draft, kind, milestone, branches, law) : null;
    if (branch) begin(draft, branch, law, true);
  }
}

/** Begins a stretch, as a further run where it may come again; while one is under way only where it comes `beside` it. */
export function begin<D extends Dossier>(draft: Pen<D>, { run, times }: Stretch, law: Law, beside = false): void {
  const { runs, facts } = draft.now();
  const latest = latestRun(runs, run);
  if (latest && (times === 'once' || (!beside && runs[latest]!.finishedOn === null))) return;
  const id = latest
    ? `${run}#${Object.keys(runs).filter((each) => each === run || each.startsWith(`${run}#`)).length + 1}`
    : run;
  const procedure = procedureOf(law, run);
  const choice = choose(procedure, facts, law.policy.rulings);
  if (choice.outcome === 'unknown') return; // it begins as soon as the facts are known
  if (choice.outcome === 'route') return startProcedure(draft, id, choice.route, choice.ruling, law);
  const routes = choice.outcome === 'ambiguous' ? choice.routes : procedure.routes;
  const route = ruledRoute(
    draft,
    routeAsked(id, procedure, routes, said(procedure.routes, facts)),
    procedure.routes,
    law,
  );
  if (route) startProcedure(draft, id, route, null, law);
}

function ruledRoute<D extends Dossier>(draft: Pen<D>, ask: Asked, routes: readonly Route[], law: Law): Route | null {
  const choice = answerTo(draft, ask, law);
  return routes.find(({ id }) => id === choice) ?? null;
}
