import { actRule } from '../access/index.ts';
import type { Kind, Seat } from '../policy/index.ts';
import {
  dayCharges,
  kindIn,
  linesOf,
  PLAN_DEADLINE,
  playersOf,
  seatOf,
  type Charge,
  type Law,
  type Line,
} from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import { pointOf } from './point.ts';
import { arbitersOf } from './verbs/contesting.ts';
import type { Measure, Problem } from './problem.ts';

/** Everything that somebody answers for in this problem, with the nearest limit over each. */
export const problemLines = (problem: Problem, law: Law): readonly Line[] =>
  linesOf(problem, law, [...chargesOf(problem, law), ...(problem.merged ? [] : dayCharges(problem))]);

/** What somebody answers for although no step is open for it: the list, a dispute, the work with its measures. */
function chargesOf(problem: Problem, law: Law): readonly Charge[] {
  if (problem.contested) return disputes(problem, problem.contested.on, law);
  switch (pointOf(problem, law)) {
    case 'registered':
      return listings(problem, law);
    case 'rectifying':
      return works(problem, law);
    default:
      return problem.measures.filter((measure) => isStillOpen(problem, measure)).map(measureOf(problem, law));
  }
}

/** Classified and not yet in any list: whoever forms the list has it, where the plan hands nothing over without one. */
function listings(problem: Problem, law: Law): readonly Charge[] {
  const list = law.policy.kinds?.find(({ is }) => is === 'edition');
  const flow = kindIn(law, problem.kind)?.flow ?? [];
  const isNeeded = flow.some(({ begins }) => begins.includes('consented') || begins.includes('listed'));
  const runs = Object.values(problem.runs);
  const since =
    runs
      .flatMap(({ finishedOn }) => finishedOn ?? [])
      .toSorted()
      .at(-1) ?? problem.registeredOn;
  if (!list || !isNeeded || since === null || runs.some(({ finishedOn }) => finishedOn === null)) return [];
  const title = { zh: `列入${list.title.zh}`, en: `To be listed: ${list.title.en ?? list.title.zh}` };
  return perSeat(openers(list), problem, since, law, { what: 'listing', title, clause: list.clause });
}

const openers = ({ opens }: Kind): readonly Seat[] =>
  (opens?.by ?? []).filter((by): by is Seat => typeof by === 'object');

/** A unit says that it is not its own: whoever decides that has it. */
function disputes(problem: Problem, since: PlainDate, law: Law): readonly Charge[] {
  const rule = actRule('arbitrate-hand-over', law, problem.kind);
  const title = { zh: '裁定移交异议', en: 'Settle the dispute of the hand-over' };
  return rule ? perSitter(arbitersOf(problem, law, since), since, { what: 'contest', title, clause: rule.clause }) : [];
}

type Said = Pick<Charge, 'what' | 'title' | 'clause'>;

function perSeat(seats: readonly Seat[], problem: Problem, since: PlainDate, law: Law, said: Said): readonly Charge[] {
  const taken = seats.flatMap(({ role, post }) =>
    playersOf(role, problem, law, since).map((player) => ({ ...player, post })),
  );
  return perSitter(taken, since, said);
}

function perSitter(
  taken: readonly (ReturnType<typeof playersOf>[number] & Pick<Charge, 'post'>)[],
  since: PlainDate,
  said: Said,
): readonly Charge[] {
  return taken.map((seat, index) => ({
    ...said,
    ...seat,
    id: index === 0 ? said.what : `${said.what}:${index}`,
    person: null,
    openedOn: since,
    clocks: [],
  }));
}

/** The holder has the work as long as it is not said to be done, and every measure with a day or a unit of its own is a line. */
function works(problem: Problem, law: Law): readonly Charge[] {
  const { parts, measures, planInForce, handedOverOn, registeredOn } = problem;
  const since = planInForce ?? handedOverOn ?? registeredOn;
  if (since === null) return [];
  const role = kindIn(law, problem.kind)?.holder ?? '';
  const holder = parts[role]?.[0];
  const rule = actRule('report-finish', law, problem.kind);
  const work: Charge = {
    id: 'work',
    what: 'work',
    title: { zh: '组织整改', en: 'Rectify' },
    clause: rule?.clause ?? '',
    post: rule?.by.find((seat) => seat.role === role)?.post ?? '*',
    ...seatOf(holder?.unit ?? null, law, since),
    person: holder?.person?.name ?? null,
    openedOn: since,
    clocks: [PLAN_DEADLINE],
  };
  const own = measures.filter(
    (measure) =>
      measure.completedOn === null && (Boolean(measure.deadline?.date) || isElsewhere(measure, holder?.unit)),
  );
  return [work, ...own.map(measureOf(problem, law))];
}

const isElsewhere = ({ unit }: Measure, holder: string | undefined): boolean => unit !== null && unit !== holder;

/** Its own limit runs on, whatever the problem as a whole has come to; or it was opened again. */
const isStillOpen = ({ clocks, closedOn }: Problem, { id, completedOn, reopened }: Measure): boolean =>
  completedOn === null &&
  ((reopened !== undefined && closedOn === null) ||
    clocks.some((clock) => clock.measure === id && clock.metOn === null));

function measureOf(problem: Problem, law: Law): (measure: Measure) => Charge {
  const since = problem.planInForce ?? problem.registeredOn!;
  const role = kindIn(law, problem.kind)?.holder ?? '';
  const rule = actRule('complete-measure', law, problem.kind);
  return ({ id, text, unit, person }) => ({
    id: `measure:${id}`,
    what: 'measure',
    title: { zh: `落实措施：${text.slice(0, 40)}`, en: `Measure: ${text.slice(0, 40)}` },
    clause: rule?.clause ?? '',
    post: '*',
    ...seatOf(unit ?? problem.parts[role]?.[0]?.unit ?? null, law, since),
    person: person || null,
    openedOn: since,
    clocks: [`measure:${id}`],
  });
}
