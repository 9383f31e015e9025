import { caseOffers, evolveCase, noCase, type Case, type CaseEvent } from '../case/index.ts';
import type { Facts, Kind, Pack } from '../policy/index.ts';
import type { Flow, Survey, Walk } from '../policy/faults/survey/survey.ts';
import { surveyOf } from '../policy/faults/survey/surveying.ts';
import { kindIn, procedureOfRun, type Law } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import { underLaw } from './pack-people.ts';

/** What the checker has found out about dossiers of one kind by walking its flow, without the engine. */
export type Foreseen = { readonly flow: Flow; readonly walks: readonly Walk[] };

/** The checker's walk of this kind of a pack. */
export function foreseen(pack: Pack, kind: string): Foreseen {
  const survey: Survey = surveyOf(pack, null);
  const flow = survey.flows.find((each) => each.kind.id === kind)!;
  return { flow, walks: survey.walks.get(flow) ?? [] };
}

const agrees = (known: Facts, { world }: Walk): boolean =>
  world.facts.some((each) =>
    Object.entries(each).every(([id, value]) => known[id] === undefined || known[id] === value),
  );

/** Which way it goes on was ruled by a person: what comes then no walk of the plan foresees. */
const ruledWay = ({ questions }: Case): boolean =>
  questions.some(({ about, ruling }) => ruling !== null && (about === 'branch' || about === 'route'));

/**
 * What happened in this dossier though the checker says that it cannot: a stretch that began, or a point that was reached, on no way
 * that its facts allow; or before a fact was known that the checker relies on there.
 */
export function unforeseen(log: readonly CaseEvent[], { flow, walks }: Foreseen): readonly string[] {
  const surprises: string[] = [];
  const worlds = new Set<Walk>();
  let now = noCase;
  let nil = false;
  for (const event of log) {
    const before = now;
    now = evolveCase(now, event);
    if (ruledWay(now)) break;
    // once nothing to report was filed, what those steps would have settled may stay unknown: that is a way of its own
    nil ||= now.nil;
    for (const walk of walks) if (agrees(now.facts, walk)) worlds.add(walk);
    const known = (facts: ReadonlySet<string> | undefined): boolean =>
      facts !== undefined && [...facts].every((id) => now.facts[id] !== undefined);
    const ways = [...worlds].filter(({ world }) => world.nil === nil);
    if (event.type === 'ProcedureStarted') {
      const leg = flow.legs.findIndex(({ stretch }) => stretch.run === procedureOfRun(event.run));
      if (!ways.some(({ found }) => known(found.known.get(leg)))) surprises.push(`${event.run} begins`);
    }
    const reached = Object.keys(now.milestones).filter((each) => before.milestones[each] === undefined);
    for (const milestone of reached.filter((each) => each !== 'withdrawn'))
      if (!ways.some(({ found }) => known(found.points.get(milestone)))) surprises.push(`${milestone} is reached`);
  }
  return surprises;
}

/** Whether a dossier has come to a stop: not over, nothing open, nothing that anybody may bring about, no word to wait for. */
export function standsStill(dossier: Case, { flow }: Foreseen, law: Law, on: PlainDate): boolean {
  if (isOver(dossier, flow.kind) || dossier.tasks.length > 0) return false;
  const waits = flow.sources.some(({ by, milestone }) => by === 'tell' && dossier.milestones[milestone] === undefined);
  return !waits && !mayAct(dossier, law, on);
}

const isOver = ({ closedOn, withdrawnOn, frozen }: Case, { is }: Kind): boolean =>
  closedOn !== null || withdrawnOn !== null || (is === 'gathering' && frozen !== null);

function mayAct(dossier: Case, law: Law, on: PlainDate): boolean {
  const acts = kindIn(law, dossier.kind)?.acts ?? {};
  return underLaw(law)
    .people(dossier, on)
    .some((by) =>
      caseOffers(dossier, { by, on }, law).some(
        ({ type, target, obstacle }) =>
          obstacle === null &&
          (type === 'FreezeGathering' || (type === 'DoAct' && acts[target ?? '']?.reaches !== undefined)),
      ),
    );
}

/** Whether the checker says that a dossier with these facts may come to a stop. */
export const mayStop = (facts: Facts, { walks }: Foreseen): boolean =>
  walks.some((walk) => agrees(facts, walk) && walk.found.stops.length > 0);
