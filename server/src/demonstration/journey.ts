import { addDays, type PlainDate } from '@bihuan/core/time';
import type { PlanContent, Problem } from '@bihuan/core/problem';
import { kindIn, type Part } from '@bihuan/core/procedure';
import type { Services } from '../services.ts';
import { evidenceAsk } from '../operations/dossiers/asks.ts';
import type { Cast } from './cast.ts';
import { onDay, workdayAfter } from './day.ts';
import { uploadPicture } from './papers.ts';
import type { InventedProblem, Progress } from './problems.ts';
import { actorFor, ask, paper, partsFor, standingOf, take, type Walker } from './walk.ts';

const ORDER: readonly Progress[] = [
  'registered',
  'classified',
  'forming',
  'submitted',
  'consented',
  'handed-over',
  'contested',
  'planning',
  'returned',
  'at-city',
  'rectifying',
  'nearly-done',
  'accepting',
  'closed',
];
const reaches = (problem: InventedProblem, stage: Progress): boolean =>
  ORDER.indexOf(problem.until) >= ORDER.indexOf(stage);

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
  await handOver(walker(), problem);
  if (problem.until === 'handed-over') return;
  await take(later(1), 'receive');
  if (problem.until === 'contested') return contest(walker());
  await take(later(1), 'claim');
  await plan(later, problem);
  if (!reaches(problem, 'rectifying')) return;
  await rectify(later, problem);
  if (!reaches(problem, 'accepting')) return;
  await accept(later, problem);
}

async function handOver(walker: Walker, problem: InventedProblem): Promise<void> {
  const { policy, units } = walker.services.law();
  const field = policy.fields.find((known) => known.id === problem.field)!;
  const department = units.find((unit) => unit.roles.some((held) => held.role === field.inCharge))!.id;
  await take(walker, 'hand-over', {
    parts: partsFor(walker, problem.township, department),
    document: paper(walker.services, '施环'),
  });
}

/** Whoever has the problem, by the part that its kind says. */
function holderOf({ services }: Walker, { policy, kind, parts }: Problem): Part | null {
  return parts[kindIn(services.law(policy), kind)?.holder ?? '']?.[0] ?? null;
}

async function contest(walker: Walker): Promise<void> {
  const { state } = await standingOf(walker);
  const holder = walker.cast.holding(holderOf(walker, state)!.unit, 'leader-in-charge');
  await ask(walker, holder, {
    type: 'ContestHandOver',
    reason: '（演示）该点位不在本辖区，建议核实后另行移交。',
    becauseOf: '一(四).2',
  });
}

type Later = (working: number) => Walker;

/** Step by step through the plan's route, whatever route the facts chose. */
async function plan(later: Later, problem: InventedProblem): Promise<void> {
  let returned = false;
  for (;;) {
    const walker = later(1);
    const { state } = await standingOf(walker);
    const run = state.runs['plan']!;
    if (run.finishedOn !== null) return;
    const step = run.step!;
    if (step === 'draft') {
      if (problem.until === 'planning') return;
      await writePlan(walker, problem);
    }
    if (step === 'review' && problem.until === 'returned' && !returned) {
      returned = true;
      await sendBack(walker);
      continue;
    }
    if (step === 'review' && problem.until === 'returned') return;
    if (problem.until === 'at-city' && state.tasks.some((task) => task.external)) return;
    await take(walker, step);
  }
}

async function sendBack(walker: Walker): Promise<void> {
  const { state } = await standingOf(walker);
  const task = state.tasks[0]!;
  await ask(walker, actorFor(walker, task), {
    type: 'ReturnStep',
    task: task.id,
    to: 'draft',
    reason: '（演示）整改措施过于笼统，请逐条明确时限和责任人。',
    becauseOf: task.clause,
  });
}

async function writePlan(walker: Walker, problem: InventedProblem): Promise<void> {
  const { state } = await standingOf(walker);
  const on = walker.services.today();
  const [first, second] = problem.until === 'rectifying' ? [6, 20] : [60, 110];
  const deadline = (days: number) => ({ date: addDays(on, days), longTerm: false, raw: addDays(on, days) });
  const person = holderOf(walker, state)?.person?.name ?? '';
  const measure = (id: string, text: string, days: number) => ({
    id,
    text,
    deadline: deadline(days),
    unit: holderOf(walker, state)!.unit,
    person,
  });
  const content: PlanContent = {
    target: '（演示）现场问题整改到位，长效管护落实。',
    deadline: deadline(second),
    measures: [
      measure('m1', '（演示）清理现场并规范堆放', first),
      measure('m2', '（演示）完善设施，落实管护责任人', second),
    ],
  };
  const task = state.tasks.find((open) => open.step === 'draft' && open.part === 'decide') ?? state.tasks[0]!;
  await ask(walker, actorFor(walker, task), { type: 'WritePlan', plan: content });
}

async function rectify(later: Later, problem: InventedProblem): Promise<void> {
  const walker = later(3);
  const { state } = await standingOf(walker);
  const by = walker.cast.holding(holderOf(walker, state)!.unit, 'handler');
  await ask(walker, by, {
    type: 'ReportProgress',
    measure: 'm1',
    percent: 40,
    pace: problem.until === 'rectifying' ? 'behind' : 'on-pace',
    text: '（演示）已完成现场清理的一半。',
  });
  await addPhoto(walker, 'before-photo', by.id);
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
  await addPhoto(last, 'after-photo', by.id);
  await addPhoto(last, 'measure-proof', by.id);
  await ask(last, by, { type: 'ReportFinish', text: '（演示）整改措施全部完成，申请验收。' });
}

async function addPhoto(walker: Walker, kind: string, by: string): Promise<void> {
  const { state } = await standingOf(walker);
  const holder = walker.cast.holding(holderOf(walker, state)!.unit, 'handler');
  const { file } = await uploadPicture(walker.services, `演示-${kind}`, by);
  const wish = await evidenceAsk(
    walker.services,
    {
      type: 'AddEvidence',
      file,
      kind,
      takenOn: walker.services.today(),
      place: '（虚构）',
      measure: null,
      note: '演示图片',
    },
    holder,
  );
  if ('refused' in wish) throw new Error('the demonstration lost a picture');
  await ask(walker, holder, wish);
}

/** Half of those at acceptance stop before the last step; the others run to the end. */
async function accept(later: Later, problem: InventedProblem): Promise<void> {
  for (;;) {
    const walker = later(2);
    const { state } = await standingOf(walker);
    const run = state.runs['acceptance']!;
    if (run.finishedOn !== null) return;
    if (problem.until === 'accepting' && run.step !== run.steps[0]!.id) return;
    await take(walker, run.step!);
  }
}
