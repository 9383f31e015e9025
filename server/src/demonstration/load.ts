import { randomUUID } from 'node:crypto';
import { actRule, type Actor } from '@bihuan/core/access';
import type { Edition } from '@bihuan/core/edition';
import { kindOn } from '@bihuan/core/procedure';
import { addDays, type PlainDate } from '@bihuan/core/time';
import { editionDigest } from '@bihuan/core/edition';
import type { EditionRequest } from '../operations/editions/edition-consequences.ts';
import { commandEdition } from '../operations/editions/editions.ts';
import { registerProblem } from '../operations/problems/register-problem.ts';
import type { Services } from '../services.ts';
import { findDossier } from '../store/dossiers/dossiers.ts';
import { castOf, type Cast } from './cast.ts';
import { onDay, workdayAfter } from './day.ts';
import { journey } from './journey.ts';
import { COHORTS, type Cohort, type InventedProblem } from './problems.ts';
import { take, paper } from './walk.ts';

/**
 * Lives through the demonstration's past: every problem went the way real ones go, through the same door. What was invented are
 * problems: a plan of another matter has its people, and nothing behind it yet.
 */
export async function loadDemonstration(
  services: Services,
  people: readonly Actor[],
  progress: (text: string) => void = () => {},
  cohorts: readonly Cohort[] = COHORTS,
): Promise<void> {
  if (kindOn(services.law(), 'problem') === null) return;
  const cast = castOf(people, services);
  const here = new Set(services.law().units.map(({ id }) => id));
  // stories of another place are not told here: its people may walk through the plan, and find nothing invented in it
  for (const cohort of cohorts.filter(({ problems }) => problems.every(({ township }) => here.has(township)))) {
    progress(cohort.title ?? '（演示）新登记问题');
    await loadCohort(services, cast, cohort);
  }
}

type Entered = { readonly id: string; readonly problem: InventedProblem };

async function loadCohort(services: Services, cast: Cast, cohort: Cohort): Promise<void> {
  const registered = addDays(services.today(), -cohort.age);
  const entered: Entered[] = [];
  for (const problem of cohort.problems)
    entered.push({ id: await register(onDay(services, registered), cast, problem), problem });
  const classified = workdayAfter(services, registered, 2);
  for (const { id, problem } of entered) {
    if (problem.until === 'registered') continue;
    await take({ services: onDay(services, classified), cast, id }, 'classify', { facts: { grade: problem.grade } });
  }
  if (cohort.title === null) return;
  const consented = await agree(services, cast, cohort.title, entered, classified);
  if (!consented) return;
  for (const { id, problem } of entered) await journey(services, cast, id, problem, consented);
}

async function register(services: Services, cast: Cast, problem: InventedProblem): Promise<string> {
  const { title, place, township, field, origin } = problem;
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
        deadline: null,
        proposed: { holder: township, lead: null, person: '' },
        remarks: '演示数据',
      },
      facts: { origin },
      sources:
        origin === 'county'
          ? []
          : [
              {
                list: '（演示）上级反馈清单',
                number: `演示-${title.length}${place.length}${township.length}`,
                date: services.today(),
              },
            ],
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
  const steps = services.law().policy.procedures.find((procedure) => procedure.id === 'edition')!.routes[0]!.steps;
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
      await takeEditionStep(onDay(services, day), cast.seated(seats), form, step.id);
  }
  return waiting ? null : day;
}

async function takeEditionStep(services: Services, by: Actor, id: string, step: string): Promise<void> {
  const { state, version } = (await findDossier<Edition>(services.db, services.region, id))!;
  const task = state.tasks.find(
    (open) => open.step === step && by.postings.some((held) => held.unit === open.unit && held.post === open.post),
  )!;
  const seen = editionDigest(state, services.law(state.policy));
  const document = step === 'consent' ? { document: paper(services, '施政复') } : {};
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
