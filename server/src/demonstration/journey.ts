import { actRule, type Actor } from '@bihuan/core/access';
import { evidenceKindOf } from '@bihuan/core/policy';
import type { PlanContent, Problem } from '@bihuan/core/problem';
import { kindIn, procedureOf, routeOf, stepOf, type Part } from '@bihuan/core/procedure';
import { addDays, type PlainDate } from '@bihuan/core/time';
import { evidenceAsk } from '../operations/dossiers/asks.ts';
import type { Services } from '../services.ts';
import type { Cast } from './cast.ts';
import { onDay, workdayAfter } from './day.ts';
import { paper, uploadPicture } from './papers.ts';
import { reaches, type InventedProblem } from './problems.ts';
import { actorFor, ask, openTask, partsFor, standingOf, takeTask, type Walker } from './walk.ts';

/** Takes a consented problem from its hand-over to where it is to stand today. */
export async function journey(
  services: Services,
  cast: Cast,
  id: string,
  problem: InventedProblem,
  consented: PlainDate,
): Promise<void> {
  let day = workdayAfter(services, consented, 1);
  const walker = (): Walker => ({ services: onDay(services, day), cast, id });
  const later = (working: number): Walker => {
    day = workdayAfter(services, day, working);
    return walker();
  };
  if (!reaches(problem, 'handed-over')) return;
  const { run } = await openTask(walker());
  await handOver(walker());
  if (problem.until === 'handed-over') return;
  await takeTask(later(1));
  if (problem.until === 'contested') return contest(walker());
  while (await isUnderWay(walker(), run)) await takeTask(later(1));
  await plan(later, problem);
  if (!reaches(problem, 'rectifying')) return;
  await rectify(later, problem);
  if (!reaches(problem, 'accepting')) return;
  await accept(later, problem);
}

const isUnderWay = async (walker: Walker, run: string): Promise<boolean> =>
  (await standingOf(walker)).state.runs[run]?.finishedOn === null;

/** With whoever plays a part unless somebody says otherwise, and a person named in each unit. */
async function handOver(walker: Walker): Promise<void> {
  const { state } = await standingOf(walker);
  await takeTask(walker, { parts: partsFor(walker, state), document: paper(walker.services, 'own') });
}

/** Whoever has the problem, by the part that its kind says. */
function holderOf({ services }: Walker, { policy, kind, parts }: Problem): Part | null {
  return parts[kindIn(services.law(policy), kind)?.holder ?? '']?.[0] ?? null;
}

/** Somebody of the unit that has the problem, in the first post that the plan gives this act there. */
function whoMay(walker: Walker, problem: Problem, act: string): Actor {
  const law = walker.services.law(problem.policy);
  const holder = kindIn(law, problem.kind)?.holder;
  const post = actRule(act, law, problem.kind)?.by.find(({ role }) => role === holder)?.post ?? '*';
  return walker.cast.holding(holderOf(walker, problem)!.unit, post);
}

async function contest(walker: Walker): Promise<void> {
  const { state } = await standingOf(walker);
  await ask(walker, whoMay(walker, state, 'contest-hand-over'), {
    type: 'ContestHandOver',
    reason: '（演示）该点位不在本辖区，建议核实后另行移交。',
    becauseOf: actRule('contest-hand-over', walker.services.law(state.policy), state.kind)!.clause,
  });
}

type Later = (working: number) => Walker;

/** Step by step through the plan's route, whatever route the facts chose. */
async function plan(later: Later, problem: InventedProblem): Promise<void> {
  let returned = false;
  for (;;) {
    const walker = later(1);
    const { state } = await standingOf(walker);
    if (state.milestones['plan-issued']) return;
    const { do: what } = await openTask(walker);
    if (what === 'draft') {
      if (problem.until === 'planning') return;
      await writePlan(walker, problem);
    }
    if (what === 'review' && problem.until === 'returned') {
      if (returned) return;
      returned = true;
      await sendBack(walker);
      continue;
    }
    if (problem.until === 'at-city' && state.tasks.some((task) => task.external)) return;
    await takeTask(walker);
  }
}

async function sendBack(walker: Walker): Promise<void> {
  const { state } = await standingOf(walker);
  const task = await openTask(walker);
  const route = routeOf(walker.services.law(state.policy), task.run, state.runs[task.run]!.route);
  await ask(walker, actorFor(walker, task), {
    type: 'ReturnStep',
    task: task.id,
    to: stepOf(route, task.step).returnsTo[0]!, // the plan lets a review send it back
    reason: '（演示）整改措施过于笼统，请逐条明确时限和责任人。',
    becauseOf: task.clause,
  });
}

async function writePlan(walker: Walker, problem: InventedProblem): Promise<void> {
  const { state } = await standingOf(walker);
  const on = walker.services.today();
  const [first, second] = problem.until === 'rectifying' ? [6, 20] : [60, 110];
  const deadline = (days: number) => ({ date: addDays(on, days), longTerm: false, raw: addDays(on, days) });
  const { unit, person } = holderOf(walker, state)!;
  const measure = (id: string, text: string, days: number) => ({
    id,
    text,
    deadline: deadline(days),
    unit,
    person: person?.name ?? '',
  });
  const content: PlanContent = {
    target: '（演示）现场问题整改到位，长效管护落实。',
    deadline: deadline(second),
    measures: [
      measure('m1', '（演示）清理现场并规范堆放', first),
      measure('m2', '（演示）完善设施，落实管护责任人', second),
    ],
  };
  await ask(walker, actorFor(walker, await openTask(walker)), { type: 'WritePlan', plan: content });
}

async function rectify(later: Later, problem: InventedProblem): Promise<void> {
  const walker = later(3);
  const { state } = await standingOf(walker);
  const by = whoMay(walker, state, 'report-finish');
  const needed = neededAfter(walker, state);
  await ask(walker, by, {
    type: 'ReportProgress',
    measure: 'm1',
    percent: 40,
    pace: problem.until === 'rectifying' ? 'behind' : 'on-pace',
    text: '（演示）已完成现场清理的一半。',
  });
  for (const kind of needed.filter((each) => shows(walker, each) === 'before')) await addPicture(walker, kind, by);
  if (problem.until === 'rectifying') return;
  const done = later(4);
  await ask(done, by, {
    type: 'CompleteMeasure',
    measure: 'm1',
    completedOn: done.services.today(),
    text: '（演示）现场已清理完毕。',
  });
  if (problem.until === 'nearly-done') return;
  const last = later(3);
  await ask(last, by, {
    type: 'CompleteMeasure',
    measure: 'm2',
    completedOn: last.services.today(),
    text: '（演示）设施已完善，管护责任人已公示。',
  });
  for (const kind of needed.filter((each) => shows(walker, each) !== 'before')) await addPicture(last, kind, by);
  await ask(last, by, { type: 'ReportFinish', text: '（演示）整改措施全部完成，申请验收。' });
}

/** Kinds of evidence that the plan demands of whatever begins once the work is finished. */
function neededAfter({ services }: Walker, { policy, kind }: Problem): readonly string[] {
  const law = services.law(policy);
  const after = kindIn(law, kind)!.flow.filter(({ begins }) => begins.includes('finished'));
  const steps = after.flatMap(({ run }) => procedureOf(law, run).routes.flatMap((route) => route.steps));
  return [...new Set(steps.flatMap(({ evidence }) => evidence.map((need) => evidenceKindOf(need))))];
}

const shows = ({ services }: Walker, kind: string) =>
  services.law().policy.evidenceKinds.find(({ id }) => id === kind)?.shows;

async function addPicture(walker: Walker, kind: string, by: Actor): Promise<void> {
  const { file } = await uploadPicture(walker.services, `演示-${kind}`, by);
  const taken = { kind, takenOn: walker.services.today(), place: '（虚构）', measure: null, note: '演示图片' };
  const wish = await evidenceAsk(walker.services, { type: 'AddEvidence', file, ...taken }, by);
  if ('refused' in wish) throw new Error('the demonstration lost a picture');
  await ask(walker, by, wish);
}

/** Those that stand at acceptance stop before its second step; the others run to the end. */
async function accept(later: Later, problem: InventedProblem): Promise<void> {
  for (;;) {
    const walker = later(2);
    const { state } = await standingOf(walker);
    const task = state.tasks[0];
    if (state.closedOn !== null || !task) return;
    if (problem.until === 'accepting' && task.step !== state.runs[task.run]!.steps[0]!.id) return;
    await takeTask(walker);
  }
}
