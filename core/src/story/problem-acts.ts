import type { Actor } from '../access/index.ts';
import type { PlanContent, Problem } from '../problem/index.ts';
import type { StoryAct } from '../policy/index.ts';
import { addDays, parsePlainDate, type PlainDate } from '../time/index.ts';
import { actorsOf, people, type Around } from './asking.ts';
import { sittersOf, takersOf } from './cast.ts';
import { partsFor } from './given-values.ts';
import type { Attempt } from './play.ts';
import { askProblem } from './problem-asking.ts';
import { openTasks } from './tasks.ts';

type Act = Extract<StoryAct, { readonly what: 'act' }>;
type Doing = (problem: Problem, act: Act, at: Around) => Attempt<Problem>;

const words = '（例）';
const list = { edition: 'example', no: 1 } as const;

/** Whoever forms or decides the list writes what it means for each problem in it. */
function listers(problem: Problem, { law, ...at }: Around): readonly Actor[] {
  const runs = (law.policy.kinds ?? [])
    .filter(({ is }) => is === 'edition')
    .flatMap(({ flow }) => flow.map(({ run }) => run));
  const steps = law.policy.procedures
    .filter(({ id }) => runs.includes(id))
    .flatMap(({ routes }) => routes.flatMap((route) => route.steps));
  return sittersOf(
    steps.flatMap((step) => step.by),
    problem,
    { law, ...at },
  );
}

/** A plan of one measure, due on the day that the story names. */
function planOf({ fields }: Act, on: PlainDate): PlanContent {
  const word = (id: string): string => (typeof fields[id] === 'string' ? fields[id] : '');
  const deadline = parsePlainDate(word('deadline')) ?? addDays(on, 60);
  const target = word('target') || words;
  return {
    target,
    deadline: { date: deadline, longTerm: false, raw: deadline },
    measures: [{ id: 'm1', text: words, deadline: null, unit: null, person: '' }],
  };
}

const writePlan: Doing = (problem, act, at) => {
  const writers = openTasks(problem).flatMap((task) => takersOf(task, problem, at));
  const may = [...writers, ...actorsOf('write-plan', problem, at)];
  return askProblem(
    { type: 'WritePlan', plan: planOf(act, at.on), reason: words },
    problem,
    people(act.by, may, at),
    at,
  );
};

/** Every measure that is still open, one after another. */
const completeMeasures: Doing = (problem, act, at) =>
  problem.measures
    .filter(({ completedOn }) => completedOn === null)
    .reduce<Attempt<Problem>>(
      (sofar, { id }) => {
        if (!('after' in sofar)) return sofar;
        const may = people(act.by, actorsOf('complete-measure', problem, at), at);
        return askProblem(
          { type: 'CompleteMeasure', measure: id, completedOn: at.on, text: words },
          sofar.after,
          may,
          at,
        );
      },
      { after: problem },
    );

const arbitrate: Doing = (problem, act, at) => {
  const to = Object.values(partsFor(act.parts, at))[0]?.[0];
  const ask = { type: 'ArbitrateHandOver', outcome: to ? 'redirect' : 'uphold', reason: words } as const;
  const may = people(act.by, actorsOf('arbitrate-hand-over', problem, at), at);
  return askProblem({ ...ask, ...(to ? { to } : {}) }, problem, may, at);
};

/** What is done with a problem outside its steps, by the word of a story: the list's doings have words of their own. */
export const problemActs: Readonly<Record<string, Doing>> = {
  list: (problem, act, at) =>
    askProblem({ type: 'ListInEdition', ...list }, problem, people(act.by, listers(problem, at), at), at),
  consent: (problem, act, at) =>
    askProblem(
      { type: 'ReceiveConsent', ...list, digest: 'example', document: null },
      problem,
      people(act.by, listers(problem, at), at),
      at,
    ),
  'write-plan': writePlan,
  'complete-measure': completeMeasures,
  'report-finish': (problem, act, at) =>
    askProblem(
      { type: 'ReportFinish', text: words },
      problem,
      people(act.by, actorsOf('report-finish', problem, at), at),
      at,
    ),
  'contest-hand-over': (problem, act, at) => {
    const becauseOf = problem.tasks[0]?.clause ?? '';
    const may = people(act.by, actorsOf('contest-hand-over', problem, at), at);
    return askProblem({ type: 'ContestHandOver', reason: words, becauseOf }, problem, may, at);
  },
  'arbitrate-hand-over': arbitrate,
};
