import type { Facts } from '../policy/index.ts';
import {
  evolveProcedure,
  mergedInto,
  standingAlone,
  withDouble,
  withMilestone,
  withoutDouble,
  type Hand,
} from '../procedure/index.ts';
import type { Case } from './case.ts';
import type { CaseEvent } from './event.ts';
import { erasingApart, namingApart } from './personal.ts';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** Folds one event into a plain dossier. It never refuses, never looks at the law, never asks what day it is. */
export function evolveCase(dossier: Case, event: CaseEvent): Case {
  switch (event.type) {
    case 'CaseOpened':
      return namingApart(opened(dossier, event), event.values);
    case 'SheetFilled':
      return namingApart(filled(dossier, event), event.values);
    case 'ActDone':
    case 'PersonalShown':
      return dossier;
    case 'PersonalErased':
      return erasingApart(dossier, event.ids, event.on);
    case 'NilFiled':
      return { ...dossier, nil: true };
    case 'FiguresFixed':
      return { ...dossier, figures: { ...dossier.figures, ...fixed(event) } };
    case 'CaseWithdrawn':
      return {
        ...withMilestone(dossier, 'withdrawn', signed(event)),
        stage: 'withdrawn',
        withdrawnOn: event.on,
        tasks: [],
        clocks: dossier.clocks.filter((clock) => clock.metOn !== null),
      };
    case 'ToldApart':
      return { ...dossier, unlike: [...(dossier.unlike ?? []), ...event.apart] };
    case 'CaseMerged':
      return mergedInto(dossier, event);
    case 'CaseUnmerged':
      return standingAlone(dossier);
    case 'DoubleAbsorbed':
      return withDouble(dossier, { ...event.double, on: event.on });
    case 'DoubleReleased':
      return withoutDouble(dossier, event.double);
    case 'CaseLinked':
      return { ...dossier, links: [...dossier.links, event.link] };
    case 'CaseEvidenceAdded':
      return { ...dossier, evidence: [...dossier.evidence, { ...event.evidence, ...brought(dossier, event) }] };
    case 'GatheringFrozen':
      return {
        ...withMilestone(dossier, 'frozen', signed(event)),
        frozen: event.frozen,
      };
    case 'DecidersDiffered':
      return undecided(evolveProcedure(dossier, event), event);
    case 'MilestoneReached':
      return reached(evolveProcedure(dossier, event), event);
    case 'ProcedureStarted':
      // what begins in a closed dossier takes it up again: there is something to be done
      return { ...evolveProcedure(dossier, event), closedOn: null };
    default:
      return evolveProcedure(dossier, event);
  }
}

const fixed = ({ figures, on }: EventOf<'FiguresFixed'>): NonNullable<Case['figures']> =>
  Object.fromEntries(Object.entries(figures).map(([field, value]) => [field, { value, on }]));

const signed = ({ on, instant }: CaseEvent) => ({ on, instant });

function opened(dossier: Case, event: EventOf<'CaseOpened'>): Case {
  const { kind, kindTitle, number, title, policy, values, facts, from, links, owed, stage, on, prefilled } = event;
  const file = withMilestone(dossier, 'opened', signed(event));
  return {
    ...file,
    kind,
    kindTitle,
    number,
    title,
    policy,
    values,
    ...(prefilled ? { prefilled } : {}),
    facts,
    from,
    links,
    owed,
    stage: stage?.id ?? 'opened',
    openedOn: on,
    hands: [hand(null, event)],
  };
}

/** Unknown is an absent key: what was emptied goes, and a fact of it with it. */
function filled(dossier: Case, event: EventOf<'SheetFilled'>): Case {
  const emptied = Object.keys(event.values).filter((field) => event.values[field] === null);
  const kept = (all: object): readonly (readonly [string, unknown])[] =>
    Object.entries(all).filter(([field]) => !emptied.includes(field));
  const given = Object.entries(event.values).filter(([, value]) => value !== null && value !== undefined);
  const { prefilled, ...before } = dossier;
  const untouched = prefilled?.filter((field) => !(field in event.values)) ?? [];
  return {
    ...before,
    ...(untouched.length > 0 ? { prefilled: untouched } : {}),
    title: event.title,
    // a return in which something is filled in has something to report
    nil: event.at === null ? false : dossier.nil,
    values: Object.fromEntries([...kept(dossier.values), ...given]) as Case['values'], // values of the sheet, as they came
    facts: { ...(Object.fromEntries(kept(dossier.facts)) as Facts), ...event.facts }, // facts stay the texts they are
    hands: [...dossier.hands, hand(event.at, event)],
  };
}

/** What they did not say alike stands nowhere: not as the last of them had it. */
function undecided(dossier: Case, { said }: EventOf<'DecidersDiffered'>): Case {
  const [first, ...others] = said.map(({ facts }) => facts);
  const apart = new Set(
    [...new Set(said.flatMap(({ facts }) => Object.keys(facts)))].filter((id) =>
      others.some((facts) => facts[id] !== first?.[id]),
    ),
  );
  const left = <T extends object>(all: T): T =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !apart.has(id))) as T; // the same fields, fewer of them
  return { ...dossier, values: left(dossier.values), facts: left(dossier.facts) };
}

/** Closing leaves nothing to be done: what was under way beside it ends, and limits that nobody met run no further. */
function reached(dossier: Case, { milestone, day, on }: EventOf<'MilestoneReached'>): Case {
  if (milestone !== 'closed') return dossier;
  const runs = Object.entries(dossier.runs).map(([id, run]) =>
    run.finishedOn === null ? ([id, { ...run, step: null, finishedOn: on }] as const) : ([id, run] as const),
  );
  return {
    ...dossier,
    // the closing bears the day of its paper, as the milestone does
    closedOn: day,
    runs: Object.fromEntries(runs),
    tasks: [],
    clocks: dossier.clocks.filter((clock) => clock.metOn !== null),
  };
}

/** Who wrote the sheet does not review its words. `at`: `run/step`, where it was written at a step. */
function hand(at: string | null, { by }: CaseEvent): Hand {
  const [run, step] = at?.split('/') ?? [];
  const written = { what: 'sheet', step: step ?? null, person: by.id, unit: by.unit } as const;
  return run === undefined || step === undefined ? written : { ...written, run };
}

const brought = ({ runs }: Case, { by }: CaseEvent) => ({
  unit: by.unit,
  rounds: Object.fromEntries(Object.values(runs).map(({ id, round }) => [id, round])),
});
