import type { Actor } from '../access/index.ts';
import { caseOffers, type Case, type CaseAsk, type CaseOffer } from '../case/index.ts';
import { kindIn, type Law } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import { completeCase, givenEvidence } from './case-complete.ts';
import { caseChoices, filledIn, type CaseChoices } from './case-values.ts';
import { caseAfter, type CaseFile } from './case-story.ts';
import { kindsLaw } from './kinds.ts';
import { everybody } from './people.ts';
import { MONDAY } from './walk.ts';

export type CaseJourney = { readonly on: PlainDate; readonly choices: CaseChoices; readonly law: Law };
type People = (dossier: Case, on: PlainDate) => readonly Actor[];
const journey: CaseJourney = { on: MONDAY, choices: caseChoices, law: kindsLaw };

type InHand = { readonly by: Actor; readonly offers: readonly CaseOffer[] };
type Next = { readonly ask: CaseAsk; readonly by: Actor; readonly on: PlainDate };

const wanted = ['RuleQuestion', 'SettleObjection', 'FreezeGathering', 'TakeStep'] as const;

/** Somebody and what he may do next to bring the dossier forward, waiting where it must stand its days; null when nobody may. */
export function caseForward(
  dossier: Case,
  { on, choices, law }: CaseJourney,
  people: readonly Actor[] = everybody,
): Next | null {
  const inHand = people.map((by): InHand => ({ by, offers: caseOffers(dossier, { by, on }, law) }));
  for (const type of wanted) {
    for (const { by, offers } of inHand) {
      const offer = offers.find((found) => found.type === type && found.obstacle === null);
      if (offer) return { ask: completeCase(offer, { dossier, on, choices, law }), by, on };
    }
  }
  const around = { dossier, on, choices, law };
  return (
    proofOf(dossier, inHand, on) ??
    wordsOf(inHand, around) ??
    waited(inHand, (day) => caseForward(dossier, { on: day, choices, law }, people)) ??
    actOf(inHand, around)
  );
}

type Around = CaseJourney & { readonly dossier: Case };

/** What a sheet lacks before it may leave whoever has it is filled in. */
function wordsOf(inHand: readonly InHand[], around: Around): Next | null {
  const { dossier, on, law } = around;
  const lacks = inHand.flatMap(({ offers }) =>
    offers.flatMap(({ obstacle }) => (obstacle?.code === 'fields-missing' ? obstacle.missing : [])),
  );
  const filler = inHand.find(({ offers }) =>
    offers.some(({ type, obstacle }) => type === 'FillSheet' && obstacle === null),
  );
  const kind = kindIn(law, dossier.kind);
  if (lacks.length === 0 || !filler || !kind) return null;
  return { ask: { type: 'FillSheet', values: filledIn(lacks, kind, around), reason: '补填' }, by: filler.by, on };
}

/** Where nothing is to be done, whoever may brings it to its next milestone. */
function actOf(inHand: readonly InHand[], around: Around): Next | null {
  const { dossier, law, on } = around;
  if (dossier.tasks.length > 0) return null;
  const acts = kindIn(law, dossier.kind)?.acts ?? {};
  for (const { by, offers } of inHand) {
    const offer = offers.find(
      ({ type, target, obstacle }) =>
        type === 'DoAct' && obstacle === null && acts[target ?? '']?.reaches !== undefined,
    );
    if (offer) return { ask: completeCase(offer, around), by, on };
  }
  return null;
}

/** A proof that a step lacks is brought by whoever may, one unit after another: the plan may ask for one of each. */
function proofOf({ evidence, runs }: Case, inHand: readonly InHand[], on: PlainDate): Next | null {
  const lacks = inHand.flatMap(({ by, offers }) =>
    offers.flatMap(({ type, obstacle }) =>
      (type === 'TakeStep' || type === 'FreezeGathering') && obstacle?.code === 'evidence-missing'
        ? obstacle.missing.map((kind) => ({ by, kind }))
        : [],
    ),
  );
  const bringers = inHand.filter(({ offers }) =>
    offers.some(({ type, obstacle }) => type === 'AddEvidence' && obstacle === null),
  );
  const rounds = JSON.stringify(Object.entries(runs).map(([id, { round }]) => [id, round]));
  for (const { by: taker, kind } of lacks) {
    const brought = evidence
      .filter((each) => each.kind === kind && JSON.stringify(Object.entries(each.rounds)) === rounds)
      .map(({ unit }) => unit);
    const may = [...bringers.filter(({ by }) => by === taker), ...bringers].find(({ by: { postings } }) =>
      postings.every(({ unit }) => !brought.includes(unit)),
    );
    if (may)
      return { ask: { type: 'AddEvidence', evidence: givenEvidence(kind, 100 + evidence.length, on) }, by: may.by, on };
  }
  return null;
}

function waited(inHand: readonly InHand[], then: (day: PlainDate) => Next | null): Next | null {
  const days = inHand.flatMap(({ offers }) =>
    offers.flatMap(({ obstacle }) => (obstacle?.code === 'too-early' ? [obstacle.from] : [])),
  );
  const [first] = days.toSorted();
  return first ? then(first) : null;
}

/** A file on a day. */
export type CasePresent = { readonly file: CaseFile; readonly on: PlainDate };

/** Goes on by offers until the story is where the test wants it. Throws where nobody can go on. */
export function caseWalk(
  file: CaseFile,
  until: (dossier: Case) => boolean,
  along: Partial<CaseJourney> = {},
  people: People = () => everybody,
): CasePresent {
  const way = { ...journey, ...along };
  let now: CasePresent = { file, on: way.on };
  for (let steps = 0; !until(now.file.dossier); steps += 1) {
    const { dossier } = now.file;
    const next = steps < 60 ? caseForward(dossier, { ...way, on: now.on }, people(dossier, now.on)) : null;
    if (!next) throw new Error(stuck(now, steps, way, people));
    now = { file: caseAfter(now.file, next.ask, { by: next.by, on: next.on, law: way.law }), on: next.on };
  }
  return now;
}

function stuck({ file: { dossier }, on }: CasePresent, steps: number, { law }: CaseJourney, people: People): string {
  const open = dossier.tasks.map(({ id, unit, post }) => `${id} (${unit}/${post})`).join(', ');
  const why = people(dossier, on).flatMap((by) =>
    caseOffers(dossier, { by, on }, law).flatMap(({ type, target, obstacle }) =>
      type === 'TakeStep' && obstacle?.code !== 'wrong-seat' ? [`${by.id} ${target}: ${obstacle?.code}`] : [],
    ),
  );
  return `nobody goes on at ${dossier.stage} after ${steps} steps: ${open}; ${why.join('; ')}`;
}

/** Until a task of this step is open, `weighing/weigh`. */
export const openAt =
  (place: string) =>
  ({ tasks }: Case): boolean =>
    tasks.some((task) => `${task.run}/${task.step}` === place && task.question === undefined);

export const closed = ({ closedOn }: Case): boolean => closedOn !== null;

/** The file after this person has taken the step at a place, complete as the offer wants it, with changes of the test's own. */
export function caseTaken(
  file: CaseFile,
  place: string,
  by: Actor,
  change: object = {},
  along: Partial<CaseJourney> = {},
): CaseFile {
  const { on, law } = { ...journey, ...along };
  return caseAfter(file, caseTaking(file, place, by, change, along), { by, on, law });
}

/** The ask with which this person takes the step at a place; he need not be the one whose turn it is. */
export function caseTaking(
  file: CaseFile,
  place: string,
  by: Actor,
  change: object = {},
  along: Partial<CaseJourney> = {},
): CaseAsk {
  const way = { ...journey, ...along };
  const { dossier } = file;
  const here = dossier.tasks.filter((task) => `${task.run}/${task.step}` === place && task.question === undefined);
  const own =
    here.find(({ unit, post }) => by.postings.some((held) => held.unit === unit && held.post === post)) ?? here[0];
  const offer = caseOffers(dossier, { by, on: way.on }, way.law).find(
    ({ type, target }) => type === 'TakeStep' && target === own?.id,
  );
  if (!offer) throw new Error(`no offer to take ${place}: ${dossier.tasks.map(({ id }) => id).join(', ')}`);
  return { ...completeCase(offer, { dossier, ...way }), ...change }; // the same ask with other fields of its own
}
