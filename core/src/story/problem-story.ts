import { theCalendar } from '../access/index.ts';
import { absent, boundBy, type Ask, type Problem } from '../problem/index.ts';
import { FIELD, type Facts, type Kind, type Story, type StoryAct, type Written } from '../policy/index.ts';
import { stepOfTask } from '../procedure/verbs/index.ts';
import { actorsOf, clockOf, moversOf, people, type Around } from './asking.ts';
import { sittersOf, takersOf } from './cast.ts';
import { accountOf, paperOf, partsFor, recordedOf } from './given-values.ts';
import { objecting, ruling, settling } from './open-points.ts';
import type { Attempt, Setting, Teller } from './play.ts';
import { hearing } from './hearing.ts';
import { problemActs } from './problem-acts.ts';
import { askProblem } from './problem-asking.ts';
import { seenBy, taskAt } from './tasks.ts';

const words = '（例）';

/** Tells a story of a problem, from its registration on. Its list is a dossier of its own: it is agreed to in one word. */
export function problemTeller(story: Story, kind: Kind, law: Setting['law']): Teller<Problem> {
  return {
    open: () => register(story, { kind, law, on: story.given.on }),
    play: (problem, act) => play(problem, act, { kind, law, on: act.on }),
    opened: () => [],
  };
}

function register({ name, given }: Story, at: Around): Attempt<Problem> {
  const { fields, facts, by } = given;
  const { kind, law } = at;
  const known = new Set(law.policy.facts.map(({ id }) => id));
  const said = Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const ofFields: Facts = Object.fromEntries(said.filter(([id]) => known.has(id)));
  const openers = sittersOf((kind.opens ?? kind.acts['register'] ?? { by: [] }).by, absent, at);
  const ask = { type: 'RegisterProblem', number: words, basics: basicsOf(fields, name), sources: [] } as const;
  return askProblem({ ...ask, facts: { ...facts, ...ofFields } }, absent, people(by, openers, at), at);
}

function basicsOf(fields: Written, name: string) {
  const word = (id: string): string => (typeof fields[id] === 'string' ? fields[id] : '');
  return {
    title: word('title') || name,
    description: word('description'),
    place: word('place'),
    township: null,
    field: word(FIELD) || null,
    target: word('target'),
    deadline: null,
    proposed: { holder: null, lead: null, person: '' },
    remarks: word('remarks'),
  };
}

function play(problem: Problem, act: StoryAct, at: Around): Attempt<Problem> {
  const may = (id: string) => people(act.by, actorsOf(id, problem, at), at);
  switch (act.what) {
    case 'do':
      return take(problem, act, at);
    case 'return':
      return giveBack(problem, act, at);
    case 'act': {
      const doing = problemActs[act.act];
      return doing ? doing(problem, act, at) : { stray: act.act };
    }
    case 'evidence': {
      const evidence = evidenceOf(act.kind, problem);
      return askProblem({ type: 'AddEvidence', evidence }, problem, may('add-evidence'), at);
    }
    case 'assign':
      return askProblem(
        { type: 'AssignParts', parts: partsFor(act.parts, at), reason: words },
        problem,
        may('assign-parts'),
        at,
      );
    case 'withdraw':
      return askProblem({ type: 'WithdrawProblem', reason: words }, problem, may('register'), at);
    case 'rule': {
      const { ask, by } = ruling(problem, act, at);
      return askProblem(ask, problem, by, at);
    }
    case 'objection': {
      const { ask, by } = objecting(problem, act, at);
      return askProblem(ask, problem, by, at);
    }
    case 'settle': {
      const { ask, by } = settling(problem, act, at);
      return askProblem(ask, problem, by, at);
    }
    case 'told':
      return askProblem(hearing(act.milestone), problem, [theCalendar], at);
    case 'extend':
    case 'pause':
    case 'resume':
      return move(problem, act, at);
    default:
      return { stray: act.what };
  }
}

type Deed<W extends StoryAct['what']> = Extract<StoryAct, { readonly what: W }>;

function take(problem: Problem, act: Deed<'do'>, at: Around): Attempt<Problem> {
  const task = taskAt(act.step, problem, act.by);
  if (!task) return askProblem({ type: 'TakeStep', task: act.step }, problem, [theCalendar], at);
  const step = stepOfTask(problem, task, at.law);
  const ask: Ask = {
    type: 'TakeStep',
    task: task.id,
    ...accountOf(step, task, at.on),
    ...(act.objects ? { verdict: 'object' as const, opinion: words } : {}),
    ...(act.outcome === undefined ? {} : { outcome: act.outcome }),
    ...(step.copies.some(({ written }) => written) ? { document: paperOf(at.on) } : {}),
    ...(task.external ? { recorded: recordedOf(task.unit!, at) } : {}),
    ...seenBy(boundBy(problem, task, at.law)),
    facts: act.facts,
    parts: partsFor(act.parts, at),
  };
  return askProblem(ask, problem, people(act.by, takersOf(task, problem, at), at), at);
}

function giveBack(problem: Problem, act: Deed<'return'>, at: Around): Attempt<Problem> {
  const task = taskAt(act.step, problem, act.by);
  const by = task ? people(act.by, takersOf(task, problem, at), at) : [theCalendar];
  const recorded = task?.external ? { recorded: recordedOf(task.unit!, at) } : {};
  const because = { reason: act.reason ?? words, becauseOf: task?.clause ?? '' };
  return askProblem(
    { type: 'ReturnStep', task: task?.id ?? act.step, to: act.to ?? '', ...because, ...recorded },
    problem,
    by,
    at,
  );
}

function move(problem: Problem, act: Deed<'extend'> | Deed<'pause'> | Deed<'resume'>, at: Around): Attempt<Problem> {
  const clock = clockOf(act.limit, problem);
  const word = act.what === 'extend' ? 'extension' : 'pause';
  const by = people(act.by, moversOf(act.limit, word, problem, at), at);
  const type = act.what === 'pause' ? 'PauseTerm' : 'ResumeTerm';
  if (act.what === 'extend')
    return askProblem({ type: 'ExtendTerm', clock, units: act.units, reason: words }, problem, by, at);
  return askProblem({ type, clock, reason: words }, problem, by, at);
}

function evidenceOf(kind: string, { evidence }: Problem) {
  const id = `e${evidence.length + 1}`;
  const file = { id, file: id, name: id, mediaType: 'image/jpeg', size: 1, digest: id } as const;
  return { ...file, kind, takenOn: null, place: '', measure: null, note: '' };
}
