import { evaluate, type Required, type TermSpec, type Text } from '../policy/index.ts';
import { choose } from '../policy/choice.ts';
import type { CountedDay, PlainDate } from '../time/index.ts';
import { adopt } from './adopting.ts';
import type { Dossier, Task } from './dossier.ts';
import { draftOn } from './draft.ts';
import type { ProcedureEvent } from './event.ts';
import { evolveProcedure } from './evolve.ts';
import { misfits, type Fitted, type Misfit } from './fitting.ts';
import { kindIn, procedureOf, type Law } from './law.ts';
import type { Question } from './question.ts';

/** Who has a task: the unit and its post; no unit where nobody plays the part. */
export type SeatOf = Pick<Task, 'role' | 'post' | 'unit' | 'unitName' | 'part'>;

/** What bringing a dossier over would mean: exactly the events that it would write, in the words of a list. */
export type Impact = {
  /** What the new reading has no place for; where anything stands here the dossier keeps the reading it has. */
  readonly misfits: readonly Misfit[];
  /** Limits that move, start or end; one that stands still has no day. */
  readonly clocks: readonly ClockChange[];
  /** Open steps that other seats take from then on: who has answered there is asked again. */
  readonly reopened: readonly {
    readonly run: string;
    readonly step: string;
    readonly title: Text;
    readonly was: readonly SeatOf[];
    readonly now: readonly SeatOf[];
  }[];
  /** Procedures that begin with it. */
  readonly begun: readonly { readonly run: string; readonly title: Text }[];
  /** Questions that the new reading answers, and those that it leaves open where the old one did not. */
  readonly settled: readonly Text[];
  readonly asked: readonly Text[];
  /** Procedures under way that the new reading would send by another route: they go on by theirs. */
  readonly otherwise: readonly { readonly run: string; readonly title: Text; readonly would: Text }[];
  /** Parts and fields that the new reading asks for, the old one did not, and that are empty: somebody has to see to them. */
  readonly needed: readonly { readonly what: 'part' | 'field'; readonly id: string; readonly title: Text }[];
};

/** To go on under another reading binds nobody's word to a content. */
const nothingBound = { content: () => '' };

type ClockChange = {
  readonly clock: string;
  readonly title: Text;
  readonly clause: string;
  readonly how: 'moves' | 'starts' | 'ends';
  /** The day that it counts from, and in which terms before and after. */
  readonly start: PlainDate;
  readonly term: { readonly was: TermSpec | null; readonly now: TermSpec | null };
  readonly was: PlainDate | null;
  readonly due: PlainDate | null;
  /** The arithmetic of the new day. */
  readonly days: readonly CountedDay[];
};

/** What it would mean for this dossier to be brought over on this day. Nothing is decided by asking. */
export function impactOf(dossier: Fitted, from: Law, to: Law, on: PlainDate): Impact {
  const unfit = misfits(dossier, from, to);
  const draft = draftOn<Dossier, ProcedureEvent>(dossier, evolveProcedure, { by: nobody, on }, nothingBound);
  if (unfit.length === 0) adopt(draft, { from, to, reason: '' });
  const [events, after] = [draft.events(), draft.now()];
  const open = (questions: readonly Question[]) => questions.filter(({ ruling }) => ruling === null);
  const missing = (these: readonly Question[], those: readonly Question[]): readonly Text[] =>
    these.filter(({ key }) => !those.some((other) => other.key === key)).map(({ text }) => text);
  return {
    misfits: unfit,
    clocks: clockChanges(dossier, after, events),
    reopened: events.flatMap((event) =>
      event.type === 'StepOpened' && dossier.runs[event.run]?.step === event.step
        ? [reseated(event, dossier, after)]
        : [],
    ),
    begun: events.flatMap((event) =>
      event.type === 'ProcedureStarted' ? [{ run: event.run, title: event.title }] : [],
    ),
    settled: missing(open(dossier.questions), open(after.questions)),
    asked: missing(open(after.questions), open(dossier.questions)),
    otherwise: unfit.length === 0 ? otherRoutes(dossier, to) : [],
    needed: unfit.length === 0 ? neededBy(to, dossier).filter(({ id }) => !isNeeded(id, from, dossier)) : [],
  };
}

/** Nobody signs what is only tried. */
const nobody = { id: '', name: '', unit: '', unitName: '', post: '' };

type Place = { readonly run: string; readonly step: string };

function reseated({ run, step }: Place, before: Dossier, after: Dossier): Impact['reopened'][number] {
  const seats = ({ tasks }: Dossier): readonly SeatOf[] =>
    tasks
      .filter((task) => task.run === run && task.step === step && task.question === undefined)
      .map(({ role, post, unit, unitName, part }) => ({ role, post, unit, unitName, part }));
  const title = before.runs[run]?.steps.find(({ id }) => id === step)?.title ?? { zh: step };
  return { run, step, title, was: seats(before), now: seats(after) };
}

function clockChanges(
  { clocks: before }: Dossier,
  { clocks: after }: Dossier,
  events: readonly ProcedureEvent[],
): readonly ClockChange[] {
  const open = (clocks: Dossier['clocks']) =>
    new Map(clocks.flatMap((one) => (one.metOn === null ? [[one.id, one]] : [])));
  const [was, now] = [open(before), open(after)];
  return [...new Map([...was, ...now])].flatMap(([clock, { title, clause, start }]) => {
    const [one, other] = [was.get(clock), now.get(clock)];
    const how = !one ? 'starts' : other ? 'moves' : 'ends';
    if (how === 'moves' && one!.due === other!.due && one!.dueAt === other!.dueAt) return [];
    const term = { was: one?.term ?? null, now: other?.term ?? null };
    const days = events.flatMap((event) => ('days' in event && event.clock === clock ? [event.days] : [])).at(-1) ?? [];
    return [{ clock, title, clause, how, start, term, was: one?.due ?? null, due: other?.due ?? null, days }];
  });
}

function otherRoutes({ runs, facts }: Dossier, to: Law): Impact['otherwise'] {
  return Object.values(runs).flatMap(({ id: run, route, title, finishedOn }) => {
    if (finishedOn !== null) return [];
    const choice = choose(procedureOf(to, run), facts, to.policy.rulings);
    return choice.outcome === 'route' && choice.route.id !== route ? [{ run, title, would: choice.route.title }] : [];
  });
}

/** Parts that nobody plays and fields that are empty, where this law asks for them at these facts. */
function neededBy(law: Law, { kind: of, facts, parts, values }: Fitted): Impact['needed'] {
  const kind = kindIn(law, of);
  const asked = (required: Required): boolean =>
    typeof required === 'object' ? evaluate(required.when, facts).holds === 'yes' : required;
  const roles = law.policy.caseRoles.filter(
    ({ id, required }) => kind?.parts.includes(id) && (parts[id] ?? []).length === 0 && asked(required),
  );
  // what is written at a step is asked for there
  const fields = (values === undefined ? [] : (kind?.sheet ?? [])).filter(
    ({ id, by, required }) => by === undefined && values?.[id] === undefined && asked(required),
  );
  return [
    ...roles.map(({ id, label }) => ({ what: 'part' as const, id, title: label })),
    ...fields.map(({ id, label }) => ({ what: 'field' as const, id, title: label })),
  ];
}

const isNeeded = (id: string, law: Law, dossier: Fitted): boolean =>
  neededBy(law, dossier).some((other) => other.id === id);
