import type { Kind, Milestone } from '../../model.ts';
import { passageOf, type Passage } from './passing.ts';
import type { Ended, Flow, Leg, Road, Source, Stop, Wandered, World } from '../survey/survey.ts';

type State = {
  readonly open: ReadonlySet<number>;
  readonly begun: ReadonlySet<number>;
  readonly reached: ReadonlySet<Milestone>;
  readonly known: ReadonlySet<string>;
  /** A question waits for a person: not exactly one branch applies, or the facts that branches ask for are nobody's. */
  readonly asks: boolean;
  readonly after: Stop['after'];
};

/** Beyond this many states of one kind the walk gives up; what it has found until then holds. */
const MOST_STATES = 3_000;

const keyOf = ({ open, begun, reached, known }: State): string =>
  [open, begun, reached, known]
    .map((set) =>
      Array.from(set, String)
        .toSorted((a, b) => (a < b ? -1 : 1))
        .join(' '),
    )
    .join('|');

/**
 * Walks every way that a dossier of this kind may go in one world, without any dossier: each stretch ends in each of its ways,
 * acts are done or not, other dossiers send word or not. The engine is not asked; what it would do is read from the pack.
 */
export function wander(flow: Flow, world: World, given: ReadonlySet<string>): Wandered {
  const passages = world.legs.map(({ road }) => (road ? passageOf(road, flow, world) : null));
  const stops: Stop[] = [];
  const cutOff: Wandered['cutOff'][number][] = [];
  const known = new Map<number, ReadonlySet<string>>();
  const points = new Map<Milestone, ReadonlySet<string>>();
  const beside = new Set<string>();
  const found = { stops, cutOff, beside, known, points };
  const opening = flow.sources.filter(({ by }) => by === 'opening');
  const start: State = {
    open: new Set(),
    begun: new Set(),
    reached: new Set(),
    known: given,
    asks: false,
    after: opening[0]!,
  };
  const first = begin(
    start,
    opening.map(({ milestone }) => milestone),
    { flow, world, passages },
  );
  const seen = new Map([[keyOf(first), first]]);
  notePoints(start, first, passages, points);
  for (const state of seen.values()) {
    noteKnown(state, found.known);
    noteBeside(state, beside);
    const next = steps(state, { flow, world, passages }, found);
    if (next.length === 0 && state.open.size === 0 && !state.asks && !isOver(state, flow.kind))
      found.stops.push({ after: state.after });
    for (const each of next) {
      notePoints(state, each, passages, points);
      if (seen.size < MOST_STATES && !seen.has(keyOf(each))) seen.set(keyOf(each), each);
    }
  }
  return found;
}

type Around = { readonly flow: Flow; readonly world: World; readonly passages: readonly (Passage | null)[] };

/** A list that was agreed to or frozen has come to its end without being closed. */
const isOver = ({ reached }: State, { is }: Kind): boolean =>
  reached.has('closed') ||
  (is === 'edition' && reached.has('consented')) ||
  (is === 'gathering' && reached.has('frozen'));

function noteKnown({ open, known }: State, at: Map<number, ReadonlySet<string>>): void {
  // whatever is learnt while a stretch is open was not known when it began, so that the fewest facts count
  for (const leg of open) at.set(leg, at.get(leg)?.intersection(known) ?? known);
}

function noteBeside({ open }: State, beside: Set<string>): void {
  for (const one of open) for (const other of open) if (one < other) beside.add(`${one} ${other}`);
}

/** What is known when milestones are first reached: those on the way of a stretch that has just begun come with what it settles till then. */
function notePoints(
  before: State,
  after: State,
  passages: Around['passages'],
  points: Map<Milestone, ReadonlySet<string>>,
): void {
  const begun = [...after.open].filter((leg) => !before.open.has(leg));
  for (const milestone of after.reached) {
    if (before.reached.has(milestone)) continue;
    const settled = begun.flatMap((leg) => [...(passages[leg]?.onTheWay.get(milestone) ?? [])]);
    const known = new Set([...after.known, ...settled]);
    points.set(milestone, points.get(milestone)?.intersection(known) ?? known);
  }
}

/** Everything that may happen next. */
function steps(state: State, around: Around, found: Notes): readonly State[] {
  const ended = [...state.open].flatMap((leg) => {
    const { road } = around.world.legs[leg]!;
    const exits = around.passages[leg]?.exits ?? [];
    return road ? exits.map((exit) => end(state, { leg, road, exit }, around, found)) : [];
  });
  return [...ended, ...brought(state, around)];
}

type Notes = { readonly cutOff: Wandered['cutOff'][number][] };

function end(state: State, ending: Ended, around: Around, found: Notes): State {
  const { leg, road, exit } = ending;
  const { stretch } = around.flow.legs[leg]!;
  const over = [...exit.reaches, `ended/${stretch.run}`, ...(stretch.ends ? [stretch.ends] : [])];
  const known = new Set([
    ...state.known,
    ...exit.settled,
    ...(handsOver(road, around) ? settledBeside(state, around) : []),
  ]);
  const left: State = { ...state, open: without(state.open, leg), known, after: lastOf(state.after, ending) };
  const next = begin(left, over, around);
  if (over.includes('closed')) {
    for (const before of wouldFollow(
      left,
      over.filter((milestone) => milestone !== 'closed'),
      around,
    ))
      if (!found.cutOff.some((each) => each.exit === exit)) found.cutOff.push({ ...ending, before });
  }
  return next;
}

/** Stretches that would begin if the dossier were not closed here: at once, or by what is done in the stage it would come to. */
function wouldFollow(left: State, over: readonly Milestone[], around: Around): readonly number[] {
  const { sources, kind } = around.flow;
  const going = begin(left, over, around);
  const stages = kind.stages
    .filter((stage) => stage.from.some((milestone) => over.includes(milestone)))
    .map(({ id }) => id);
  const inTurn = (source: Source): boolean => kind.is === 'problem' && mayCome(source, going, around);
  const next = sources.filter((source) => {
    const then = source.by === 'act' ? kind.acts[source.id]?.stages : undefined;
    if (then) return then.some((stage) => stages.includes(stage));
    return (source.by === 'act' || source.by === 'subject') && inTurn(source);
  });
  const later = next.flatMap(({ milestone }) => [...begin(going, [milestone], around).open]);
  return [...new Set([...going.open, ...later])].filter((leg) => !left.open.has(leg));
}

/** A problem is handed over when whatever runs beside has settled what the road ahead asks for: the engine sees to it. */
const handsOver = ({ route }: Road, { flow }: Around): boolean =>
  flow.kind.is === 'problem' && route.steps.some((step) => step.do === 'hand-over');

const settledBeside = ({ open }: State, { passages }: Around): readonly string[] =>
  [...open].flatMap((leg) => (passages[leg]?.exits ?? []).flatMap(({ settled }) => [...settled]));

/** Of stretches side by side the one listed last is what a dossier has come to. */
const lastOf = (was: Stop['after'], now: Ended): Stop['after'] => ('leg' in was && was.leg > now.leg ? was : now);

const without = (legs: ReadonlySet<number>, leg: number): ReadonlySet<number> =>
  new Set([...legs].filter((each) => each !== leg));

/** Reaches milestones, and opens every stretch that waits for one of them: what it may reach on its way counts as reached. */
function begin(state: State, milestones: readonly Milestone[], around: Around): State {
  const reached = new Set([...state.reached, ...milestones]);
  const waiting = around.world.legs.filter(
    ({ leg, taken }) =>
      taken &&
      !state.open.has(leg.at) &&
      (leg.stretch.times === 'many' || !state.begun.has(leg.at)) &&
      leg.stretch.begins.some((milestone) => milestones.includes(milestone)),
  );
  const legs = waiting.map(({ leg }) => leg.at);
  const opened: State = {
    ...state,
    reached,
    asks: state.asks || milestones.some((milestone) => asksAt(milestone, around)),
    open: new Set([...state.open, ...legs]),
    begun: new Set([...state.begun, ...legs]),
  };
  const more = legs
    .flatMap((leg) => [...(around.passages[leg]?.onTheWay.keys() ?? [])])
    .filter((milestone) => !reached.has(milestone));
  return more.length === 0 ? opened : begin(opened, more, around);
}

/** Whether a person is asked here which way it goes on: of the branches that begin at this point not exactly one applies. */
function asksAt(milestone: Milestone, { world }: Around): boolean {
  const branches = world.legs.filter(
    ({ leg: { stretch } }) => stretch.when !== undefined && stretch.begins.includes(milestone),
  );
  return branches.length > 0 && branches.filter(({ taken }) => taken).length !== 1;
}

/** Milestones that acts, other dossiers and the subject itself may bring now, where they lead anywhere. */
function brought(state: State, around: Around): readonly State[] {
  return around.flow.sources
    .filter(({ by }) => by === 'act' || by === 'tell' || by === 'subject')
    .filter((source) => source.by !== 'act' || mayAct(source.id, state, around.flow.kind))
    .filter((source) => source.by !== 'subject' || mayGather(state, around))
    .filter((source) => mayCome(source, state, around))
    .flatMap((source) => {
      const after = 'leg' in state.after ? state.after : source;
      const next = begin({ ...state, after }, [source.milestone], around);
      return next.open.size > state.open.size || !state.reached.has(source.milestone) ? [next] : [];
    });
}

/** The members of a gathering are fixed at the step that gathers them, where the plan has one. */
function mayGather({ open }: State, { flow: { kind, legs } }: Around): boolean {
  if (kind.is !== 'gathering') return true;
  const gathering = legs.filter(({ roads }) =>
    roads.some(({ route }) => route.steps.some(({ writes }) => writes?.split('+').includes('members'))),
  );
  return gathering.length === 0 || gathering.some(({ at }) => open.has(at));
}

function mayAct(id: string, { reached }: State, { acts, stages }: Kind): boolean {
  const when = acts[id]?.stages;
  if (!when) return !reached.has('closed');
  return stages.some((stage) => when.includes(stage.id) && stage.from.some((milestone) => reached.has(milestone)));
}

/**
 * What an act without stages or another dossier brings waits for the stretches listed before the one it begins. Those of a problem
 * run one after another, so that each of them must have run.
 */
function mayCome({ place, by, id }: Source, { open, begun }: State, { flow, world }: Around): boolean {
  if (by === 'act' && flow.kind.acts[id]?.stages) return true;
  const before = world.legs.filter(({ leg, taken }) => taken && place !== null && leg.at < place);
  const run = ({ stretch, at }: Leg): boolean =>
    begun.has(at) || flow.kind.is !== 'problem' || !stretch.begins.some((milestone) => bySelf(milestone, flow));
  return before.every(({ leg }) => !open.has(leg.at) && run(leg));
}

/** Whether the milestone comes about in the course of things, by no choice of anybody's. */
const bySelf = (milestone: Milestone, { sources }: Flow): boolean =>
  sources.some((source) => source.milestone === milestone && ['opening', 'stretch', 'subject'].includes(source.by));
