import { randomUUID } from 'node:crypto';
import { actRule, type Actor } from '@bihuan/core/access';
import { editionDigest, type Edition } from '@bihuan/core/edition';
import { kindOf, type Facts, type Step } from '@bihuan/core/policy';
import { kindOn } from '@bihuan/core/procedure';
import { addDays, type PlainDate } from '@bihuan/core/time';
import type { EditionRequest } from '../operations/editions/edition-consequences.ts';
import { commandEdition } from '../operations/editions/editions.ts';
import { registerProblem } from '../operations/problems/register-problem.ts';
import type { Services } from '../services.ts';
import { findDossier } from '../store/dossiers/dossiers.ts';
import { castOf, type Cast } from './cast.ts';
import { onDay, workdayAfter } from './day.ts';
import { inventedFor } from './invented.ts';
import { journey } from './journey.ts';
import { paper } from './papers.ts';
import type { Cohort, InventedProblem } from './problems.ts';
import { ask, standingOf, takeAll, type Walker } from './walk.ts';

/**
 * Lives through the demonstration's past: every problem went the way real ones go, through the same door. A place for which no
 * problems were invented, or whose plan knows none, has its people, and nothing behind it yet.
 */
export async function loadDemonstration(
  services: Services,
  people: readonly Actor[],
  progress: (text: string) => void = () => {},
  cohorts: readonly Cohort[] = inventedFor(services.region)?.problems ?? [],
): Promise<void> {
  if (kindOn(services.law(), 'problem') === null) return;
  const cast = castOf(people, services);
  const before = new Map<string, string>();
  for (const cohort of cohorts) {
    progress(cohort.title ?? '（演示）新登记问题');
    await loadCohort(services, cast, cohort, before);
  }
}

type Entered = { readonly id: string; readonly problem: InventedProblem };

async function loadCohort(services: Services, cast: Cast, cohort: Cohort, before: Map<string, string>): Promise<void> {
  const registered = addDays(services.today(), -cohort.age);
  const entered: Entered[] = [];
  for (const problem of cohort.problems)
    entered.push({ id: await register(onDay(services, registered), cast, problem), problem });
  for (const { id, problem } of entered) {
    const survivor = before.get(problem.merges ?? '');
    if (survivor) await merge({ services: onDay(services, workdayAfter(services, registered, 1)), cast, id }, survivor);
    before.set(problem.title, id);
  }
  const classified = workdayAfter(services, registered, 2);
  for (const { id, problem } of entered) {
    if (problem.until === 'registered') continue;
    await takeAll({ services: onDay(services, classified), cast, id }, factsOf(services, problem, 'settled'));
  }
  if (cohort.title === undefined) return;
  const consented = await agree(services, cast, cohort.title, entered, classified);
  if (!consented) return;
  for (const { id, problem } of entered) await journey(services, cast, id, problem, consented);
}

/** What was registered twice is one: the later leads to the earlier. */
async function merge(walker: Walker, dossier: string): Promise<void> {
  const { state } = await standingOf({ ...walker, id: dossier });
  const { by } = actRule('merge', walker.services.law(state.policy), state.kind)!;
  const into = { dossier, number: state.number, title: state.basics.title };
  await ask(walker, walker.cast.seated(by), { type: 'MergeInto', into, reason: '（演示）两次登记的是同一处' });
}

/** Facts that a step of the plan settles, or those that are known when it is registered. */
function factsOf(services: Services, { facts }: InventedProblem, which: 'settled' | 'registered'): Facts {
  const { procedures } = services.law().policy;
  const settled = new Set(
    procedures.flatMap(({ routes }) => routes.flatMap(({ steps }) => steps.flatMap((step) => step.settles))),
  );
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => settled.has(fact) === (which === 'settled')));
}

let listed = 0;

async function register(services: Services, cast: Cast, problem: InventedProblem): Promise<string> {
  const { title, place, township, field, list, within } = problem;
  const date = within === undefined ? null : addDays(services.today(), within);
  listed += 1;
  const answer = await registerProblem(services, {
    key: randomUUID(),
    fingerprint: 'demonstration',
    by: cast.seated(actRule('register', services.law(), 'problem')!.by),
    registration: {
      basics: {
        title,
        description: `${title}。本条为演示数据，地点和情节均为虚构。`,
        place,
        township,
        field,
        target: '',
        deadline: date && { date, longTerm: false, raw: date },
        proposed: { holder: township, lead: null, person: '' },
        remarks: '演示数据',
      },
      facts: factsOf(services, problem, 'registered'),
      sources: list === undefined ? [] : [{ list, number: `演示-${listed}`, date: services.today() }],
    },
  });
  if (!('done' in answer)) throw new Error(`${title}: ${JSON.stringify(answer)}`);
  return answer.done.id;
}

/** Forms, freezes and agrees to an edition; null when the cohort's edition still waits for consent. */
async function agree(
  services: Services,
  cast: Cast,
  title: string,
  entered: readonly Entered[],
  from: PlainDate,
): Promise<PlainDate | null> {
  const forming = onDay(services, workdayAfter(services, from, 2));
  const steps = stepsOfEdition(services);
  const form = await edition(forming, cast.seated(steps[0]!.by), null, 0, {
    type: 'FormEdition',
    title,
    problems: entered.map(({ id }) => id),
  });
  const waiting = entered.every(({ problem }) => problem.until === 'submitted');
  let day = forming.today();
  for (const step of waiting ? steps.slice(0, -1) : steps) {
    day = workdayAfter(services, day, 1);
    for (const seats of [step.by, ...step.coSign.map((seat) => [seat])])
      await takeEditionStep(onDay(services, day), cast.seated(seats), form, step);
  }
  return waiting ? null : day;
}

/** The one way of a list: where the plan's kind of it begins. */
function stepsOfEdition(services: Services): readonly Step[] {
  const { policy } = services.law();
  const { run } = kindOf(policy, 'edition')!.flow[0]!; // a plan that knows problems knows their list
  return policy.procedures.find(({ id }) => id === run)!.routes[0]!.steps;
}

async function takeEditionStep(services: Services, by: Actor, id: string, { id: step, do: what }: Step): Promise<void> {
  const { state, version } = (await findDossier<Edition>(services.db, services.region, id))!;
  const task = state.tasks.find(
    (open) => open.step === step && by.postings.some((held) => held.unit === open.unit && held.post === open.post),
  )!;
  const seen = editionDigest(state, services.law(state.policy));
  const document = what === 'consent' ? { document: paper(services, 'own') } : {};
  await edition(services, by, id, version, { type: 'TakeStep', task: task.id, seen, ...document });
}

async function edition(
  services: Services,
  by: Actor,
  id: string | null,
  version: number,
  request: EditionRequest,
): Promise<string> {
  const answer = await commandEdition(services, {
    edition: id,
    version,
    request,
    by,
    key: randomUUID(),
    fingerprint: 'demonstration',
  });
  if (!('done' in answer)) throw new Error(`${request.type} by ${by.name}: ${JSON.stringify(answer)}`);
  return answer.done.id;
}
