import type { Actor } from '../access/index.ts';
import { caseOffers, type Case, type CaseAsk, type CaseOffer } from '../case/index.ts';
import type { Law } from '../procedure/index.ts';
import type { PlainDate } from '../time/index.ts';
import { caseChoices, completeCase, givenEvidence, type CaseChoices } from './case-complete.ts';
import { caseAfter, type CaseFile } from './case-story.ts';
import { kindsLaw } from './kinds.ts';
import { everybody } from './people.ts';
import { MONDAY } from './walk.ts';

export type CaseJourney = { readonly on: PlainDate; readonly choices: CaseChoices; readonly law: Law };
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
  return (
    proofOf(dossier, inHand, on) ?? waited(inHand, (day) => caseForward(dossier, { on: day, choices, law }, people))
  );
}

/** Who lacks a proof brings it. */
function proofOf({ evidence }: Case, inHand: readonly InHand[], on: PlainDate): Next | null {
  for (const { by, offers } of inHand) {
    const may = offers.some(({ type, obstacle }) => type === 'AddEvidence' && obstacle === null);
    const lacks = offers.flatMap(({ type, obstacle }) =>
      type === 'TakeStep' && obstacle?.code === 'evidence-missing' ? obstacle.missing : [],
    );
    const [kind] = lacks;
    if (may && kind)
      return { ask: { type: 'AddEvidence', evidence: givenEvidence(kind, 100 + evidence.length, on) }, by, on };
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
export type Present = { readonly file: CaseFile; readonly on: PlainDate };

/** Goes on by offers until the story is where the test wants it. Throws where nobody can go on. */
export function caseWalk(file: CaseFile, until: (dossier: Case) => boolean, along: Partial<CaseJourney> = {}): Present {
  const way = { ...journey, ...along };
  let now: Present = { file, on: way.on };
  for (let steps = 0; !until(now.file.dossier); steps += 1) {
    const next = steps < 60 ? caseForward(now.file.dossier, { ...way, on: now.on }) : null;
    if (!next) throw new Error(stuck(now, steps, way));
    now = { file: caseAfter(now.file, next.ask, { by: next.by, on: next.on, law: way.law }), on: next.on };
  }
  return now;
}

function stuck({ file: { dossier }, on }: Present, steps: number, { law }: CaseJourney): string {
  const open = dossier.tasks.map(({ id, unit, post }) => `${id} (${unit}/${post})`).join(', ');
  const why = everybody.flatMap((by) =>
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
