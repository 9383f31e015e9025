import type { Actor } from '../access/index.ts';
import { offers, type Ask, type Offer, type Problem } from '../problem/index.ts';
import type { Clock, Law } from '../procedure/index.ts';
import { plainDate, type PlainDate } from '../time/index.ts';
import { chair, clerk } from './cast.ts';
import { complete, planFor, plainChoices, type Choices } from './complete.ts';
import { club } from './law.ts';
import { everybody } from './people.ts';
import { after, noFile, type File } from './story.ts';

/** The Monday on which stories begin. */
export const MONDAY = plainDate('2030-03-04');

export type Journey = { readonly on: PlainDate; readonly choices: Choices; readonly law: Law };
const journey: Journey = { on: MONDAY, choices: plainChoices, law: club };

/** What is said of a problem when it is registered, and nothing more than that. */
export const basicsOf = (title: string) => ({
  title,
  description: '',
  place: '一号场',
  township: null,
  field: null,
  target: '',
  deadline: null,
  proposed: { holder: null, lead: null, person: '' },
  remarks: '',
});

/** A problem of this origin, just registered; a field's department leads it. */
export function registered(origin: string, on: PlainDate = MONDAY, law: Law = club): File {
  const basics = { ...basicsOf('一号场坑洼'), field: 'clay' };
  return after(
    noFile,
    { type: 'RegisterProblem', number: 'T-1', basics, facts: { origin }, sources: [] },
    clerk,
    on,
    law,
  );
}

/** Listed in an edition and consented to, as the acts on the edition would have it. */
export function consented(file: File, on: PlainDate = MONDAY, law: Law = club): File {
  const listed = after(file, { type: 'ListInEdition', edition: 'E1', no: 1 }, clerk, on, law);
  return after(listed, { type: 'ReceiveConsent', edition: 'E1', no: 1, digest: 'abc', document: null }, chair, on, law);
}

/** Somebody and what he may do next to bring the problem forward, through offers alone; null when nobody may. */
export function forward(
  problem: Problem,
  { on, choices, law }: Journey,
  people: readonly Actor[] = everybody,
): { readonly ask: Ask; readonly by: Actor } | null {
  const serial = problem.evidence.length;
  const inHand = people.map((by) => ({
    by,
    open: offers(problem, { by, on }, law).filter((offer) => offer.obstacle === null),
  }));
  for (const wanted of ['WritePlan', 'CompleteMeasure', 'ReportFinish', 'TakeStep', 'AddEvidence'] as const) {
    if (wanted === 'WritePlan' && problem.plan !== null) continue;
    if (wanted === 'AddEvidence' && (problem.stage !== 'accepting' || serial >= 3)) continue;
    for (const { by, open } of inHand) {
      const offer = open.find((found) => found.type === wanted);
      if (offer) return { ask: askOf(offer, problem, on, { ...choices, serial }), by };
    }
  }
  return null;
}

const askOf = (offer: Offer, problem: Problem, on: PlainDate, choices: Choices): Ask =>
  offer.type === 'WritePlan' ? { type: 'WritePlan', plan: planFor(on) } : complete(offer, { problem, on, choices });

/** Goes on by offers until the story is where the test wants it. Throws where nobody can go on. */
export function walk(file: File, until: (problem: Problem) => boolean, along: Partial<Journey> = {}): File {
  const way = { ...journey, ...along };
  let now = file;
  for (let steps = 0; !until(now.problem); steps += 1) {
    const next = steps < 60 ? forward(now.problem, way) : null;
    if (!next)
      throw new Error(`nobody goes on at ${now.problem.stage}: ${now.problem.tasks.map((task) => task.id).join(', ')}`);
    now = after(now, next.ask, next.by, way.on, way.law);
  }
  return now;
}

/** Until a task of this step is open, `plan/review`. */
export const at =
  (place: string) =>
  (problem: Problem): boolean =>
    problem.tasks.some((task) => `${task.run}/${task.step}` === place);
export const inStage =
  (stage: string) =>
  (problem: Problem): boolean =>
    problem.stage === stage;

/** From registration to that place: classified, consented to, and on by offers. */
export function reaching(origin: string, until: (problem: Problem) => boolean, along: Partial<Journey> = {}): File {
  const way = { ...journey, ...along };
  const classified = walk(registered(origin, way.on, way.law), (problem) => problem.facts['grade'] !== undefined, way);
  return walk(consented(classified, way.on, way.law), until, way);
}

/** The open task of this step that falls to this unit, `plan/review`, `treasury`. */
export function taskAt(file: File, place: string, unit?: string): string {
  const task = file.problem.tasks.find(
    (open) => `${open.run}/${open.step}` === place && (unit === undefined || open.unit === unit),
  );
  if (!task)
    throw new Error(
      `no open task at ${place}; open: ${file.problem.tasks.map((open) => `${open.id} ${open.unit}`).join(', ')}`,
    );
  return task.id;
}

/** The ask with which this person takes the step, complete as the offer wants it, with changes of the test's own. */
export function taking(file: File, by: Actor, task: string, change: object = {}, along: Partial<Journey> = {}): Ask {
  const { on, choices, law } = { ...journey, ...along };
  const offer = offers(file.problem, { by, on }, law).find(
    (found) => found.type === 'TakeStep' && found.target === task,
  );
  if (!offer) throw new Error(`no offer to take ${task}`);
  return { ...complete(offer, { problem: file.problem, on, choices }), ...change }; // the same ask with other fields of its own
}

/** The clock of this limit in the file, running or met. Throws where none has started. */
export function clockOf(file: File, id: string): Clock {
  const clock = file.problem.clocks.find((each) => each.id === id);
  if (!clock) throw new Error(`no clock ${id}`);
  return clock;
}
