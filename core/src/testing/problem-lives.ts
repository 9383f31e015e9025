import fc from 'fast-check';
import { theCalendar, type Actor } from '../access/index.ts';
import { offers, type Ask, type Offer, type Problem } from '../problem/index.ts';
import type { Facts } from '../policy/index.ts';
import { kindOn, type Law } from '../procedure/index.ts';
import { sittersOf } from '../story/cast.ts';
import { addDays, type PlainDate } from '../time/index.ts';
import { allPlayers, caseChoices, factsFor, pick, playersFor } from './case-values.ts';
import { ENDS, complete, evidenceOf, plainChoices } from './complete.ts';
import { underLaw } from './pack-people.ts';
import { after, noFile, refusal, type File } from './story.ts';
import { basicsOf } from './walk.ts';

/** A problem on a day, under any law. */
type Standing = { readonly file: File; readonly on: PlainDate };
/** What somebody tries with it. */
export type ProblemTry = {
  readonly ask: Ask;
  readonly by: Actor;
  readonly offer: Offer | null;
  readonly on: PlainDate;
};
type Around = { readonly on: PlainDate; readonly law: Law; readonly serial: number };

const settled = (law: Law): readonly string[] =>
  law.policy.procedures.flatMap(({ routes }) => routes.flatMap(({ steps }) => steps.flatMap((step) => step.settles)));

/** A problem under this law, registered with every fact that no step settles. */
export function registeredUnder(law: Law, on: PlainDate, serial: number): File {
  const kind = kindOn(law, 'problem')!;
  const ids = kind.facts.filter((id) => !settled(law).includes(id));
  const facts: Facts = factsFor(ids, law, serial);
  const field = pick(law.policy.fields, serial)?.id ?? null;
  const basics = { ...basicsOf('一号场坑洼'), field };
  const by = sittersOf(kind.opens!.by, noFile.problem, { law, on })[0]!;
  return after(noFile, { type: 'RegisterProblem', number: 'T-1', basics, facts, sources: [] }, by, on, law);
}

/** The ask that an offer promises to accept, in the words of this law. */
function completed(offer: Offer, problem: Problem, { on, law, serial }: Around): Ask {
  const around = { on, law, choices: { ...caseChoices, players: {}, serial } };
  const ask = complete(offer, { problem, on, choices: { ...plainChoices, serial, objects: serial % 5 === 4 } });
  const { parts } = kindOn(law, 'problem')!;
  const { needs } = offer;
  switch (ask.type) {
    case 'TakeStep': {
      const handsOver = problem.tasks.find(({ id }) => id === ask.task)?.do === 'hand-over';
      return {
        ...ask,
        ...(needs.facts.length > 0 ? { facts: factsFor(needs.facts, law, serial) } : {}),
        ...(needs.parts ? { parts: handsOver ? allPlayers({ parts }, around) : {} } : {}),
      };
    }
    case 'AddEvidence':
      return { ...ask, evidence: evidenceOf(pick(law.policy.evidenceKinds, serial).id, serial, on) };
    case 'AssignParts': {
      const role = parts.find((each) => !needs.fixedParts.includes(each));
      return role ? { ...ask, parts: { [role]: playersFor(role, around) } } : { ...ask, parts: problem.parts };
    }
    case 'WritePlan':
      return { ...ask, plan: { ...ask.plan, measures: ask.plan.measures.map((each) => ({ ...each, unit: null })) } };
    case 'ArbitrateHandOver':
      return ask.outcome === 'redirect' ? { ...ask, to: playersFor('case.holder', around)[0]! } : ask;
    default:
      return ask;
  }
}

const people = (problem: Problem, on: PlainDate, law: Law): readonly Actor[] => [
  ...underLaw(law).people(problem, on),
  ...sittersOf(editionSeats(law), problem, { law, on }),
];

const editionSeats = (law: Law) => {
  const runs = kindOn(law, 'edition')?.flow.map(({ run }) => run) ?? [];
  return law.policy.procedures
    .filter(({ id }) => runs.includes(id))
    .flatMap(({ routes }) => routes.flatMap(({ steps }) => steps.flatMap(({ by }) => by)));
};

const wanted = [
  'RuleQuestion',
  'SettleObjection',
  'ArbitrateHandOver',
  'WritePlan',
  'CompleteMeasure',
  'ReportFinish',
] as const;

/** What comes next of itself: a list, its consent, a day that has passed, or what somebody has in hand; null where nobody goes on. */
function goingOn({ file: { problem }, on }: Standing, law: Law, serial: number): ProblemTry | null {
  const told = (ask: Ask): ProblemTry => ({ ask, by: theCalendar, offer: null, on });
  const lapsed = problem.clocks.find(
    ({ floor, metOn, lapsedOn, due }) => !floor && metOn === null && lapsedOn === null && due !== null && due < on,
  );
  if (lapsed) return told({ type: 'NoteLapse', clock: lapsed.id });
  const all = inHand({ file: { problem, log: [] }, on }, law);
  const may = all.filter(({ offer }) => offer.obstacle === null);
  const found =
    wanted
      .filter((type) => type !== 'WritePlan' || problem.plan === null)
      .map((type) => may.find(({ offer }) => offer.type === type))
      .find((each) => each !== undefined) ?? may.find(({ offer }) => offer.type === 'TakeStep');
  if (found) return { ...found, ask: completed(found.offer, problem, { on, law, serial }), on };
  return proof(problem, all, on) ?? listing(problem, on, law);
}

type InHand = { readonly by: Actor; readonly offer: Offer };

const inHand = ({ file: { problem }, on }: Standing, law: Law): readonly InHand[] =>
  people(problem, on, law).flatMap((by) => offers(problem, { by, on }, law).map((offer) => ({ by, offer })));

function proof({ evidence }: Problem, all: readonly InHand[], on: PlainDate): ProblemTry | null {
  const lacking = all.flatMap(({ offer: { obstacle } }) =>
    obstacle?.code === 'evidence-missing' ? obstacle.missing : [],
  );
  const bringer = all.find(({ offer }) => offer.type === 'AddEvidence' && offer.obstacle === null);
  if (!lacking[0] || !bringer) return null;
  // a new round may need it anew: another file each time
  const brought = evidenceOf(lacking[0], 900 + evidence.length, on);
  return { by: bringer.by, offer: null, on, ask: { type: 'AddEvidence', evidence: brought } };
}

/** What an edition means for its members. */
function listing(problem: Problem, on: PlainDate, law: Law): ProblemTry | null {
  if (problem.tasks.length > 0) return null;
  const list = { edition: 'E1', no: 1 };
  const asks: readonly Ask[] = [
    { type: 'ListInEdition', ...list },
    { type: 'ReceiveConsent', ...list, digest: 'x', document: null },
  ];
  for (const ask of asks)
    for (const by of sittersOf(editionSeats(law), problem, { law, on }))
      if (refusal({ problem, log: [] }, ask, by, on, law) === null) return { ask, by, offer: null, on };
  return null;
}

/** One move of a random history. */
export type ProblemMove = {
  readonly goesOn: boolean;
  readonly which: number;
  readonly days: number;
  readonly serial: number;
};

/** A history of a problem before it is lived through. */
export type ProblemHistory = {
  readonly begins: number;
  readonly straight: number;
  readonly moves: readonly ProblemMove[];
};

/** Random histories of problems: with which facts they are registered, how far they go of themselves, what is tried then. */
export const problemHistories: fc.Arbitrary<ProblemHistory> = fc.record({
  begins: fc.nat(99),
  straight: fc.integer({ min: 0, max: 30 }),
  moves: fc.array(
    fc.record({
      goesOn: fc.boolean(),
      which: fc.nat(1000),
      days: fc.constantFrom(0, 0, 1, 9),
      serial: fc.nat(99),
    }),
    { minLength: 3, maxLength: 20 },
  ),
});

/** What this move tries here. */
export function triedProblem(
  { file, on: before }: Standing,
  move: ProblemMove,
  nth: number,
  law: Law,
): ProblemTry | null {
  const on = addDays(before, move.days);
  const serial = move.serial + nth * 100;
  const next = move.goesOn ? goingOn({ file, on }, law, serial) : null;
  if (next) return next;
  const all = inHand({ file, on }, law).filter(({ offer }) => !ENDS.has(offer.type));
  const open = all.filter(({ offer }) => offer.obstacle === null);
  const found = pick(move.which % 2 && open.length > 0 ? open : all, move.which);
  return found ? { ...found, ask: completed(found.offer, file.problem, { on, law, serial }), on } : null;
}

/** The file after a try that is accepted; the same file otherwise. */
export const livedProblem = ({ file }: Standing, { ask, by, on }: ProblemTry, law: Law): Standing => ({
  file: refusal(file, ask, by, on, law) === null ? after(file, ask, by, on, law) : file,
  on,
});

/** From here on to its end by what comes next. @throws where nobody goes on */
export function problemToItsEnd(from: Standing, law: Law): Standing {
  let now = from;
  for (let steps = 0; now.file.problem.closedOn === null && now.file.problem.stage !== 'withdrawn'; steps += 1) {
    const next = steps < 120 ? goingOn(now, law, 500 + steps) : null;
    if (!next) {
      const open = now.file.problem.tasks.map(({ id, unit, post }) => `${id} (${unit}/${post})`).join(', ');
      throw new Error(`nobody goes on at ${now.file.problem.stage} after ${steps} steps: ${open}`);
    }
    now = { file: after(now.file, next.ask, next.by, next.on, law), on: next.on };
  }
  return now;
}
