import type { Actor } from '../access/index.ts';
import { theCalendar } from '../access/index.ts';
import { offers, type Ask, type Offer } from '../problem/index.ts';
import type { Law } from '../procedure/index.ts';
import { addDays, type PlainDate } from '../time/index.ts';
import { ENDS, complete, part, type Choices } from './complete.ts';
import { chair, clerk } from './cast.ts';
import { everybody, doubleHats } from './people.ts';
import { after, refusal, type File } from './story.ts';
import { forward, MONDAY, registered } from './walk.ts';

/** One move of a random history: somebody tries something, or the office simply goes on. */
export type Move = {
  readonly goesOn: boolean;
  readonly who: number;
  readonly which: number;
  readonly days: number;
  readonly holder: string;
  readonly helpers: readonly string[];
  readonly grade: 'minor' | 'major';
  readonly serial: number;
};

/** A file on a day, growing by accepted commands only. */
export type Present = { readonly file: File; readonly on: PlainDate };

/** What somebody tried, before it was decided. */
export type Try = { readonly ask: Ask; readonly by: Actor; readonly offer: Offer | null; readonly on: PlainDate };

export const people: readonly Actor[] = [...everybody, ...doubleHats];
export const beginning = (origin: string, law: Law): Present => ({ file: registered(origin, MONDAY, law), on: MONDAY });

const pick = <T>(items: readonly T[], at: number): T => items[at % items.length]!;
const choicesOf = ({ holder, helpers, grade, serial }: Move, nth: number): Choices => ({
  holder,
  helpers,
  grade,
  serial: serial + nth * 1000,
  objects: serial % 3 === 1,
});
const hatsFirst: readonly Actor[] = [...doubleHats, ...everybody];

/** What this move tries here; `nth` keeps what it enters from being entered twice. */
export function tried({ file, on: before }: Present, move: Move, nth: number, law: Law): Try {
  const on = addDays(before, move.days);
  const choices = choicesOf(move, nth);
  const next = move.goesOn ? goingOn(file, on, choices, law, move.who % 2 ? hatsFirst : everybody) : null;
  if (next) return { ...next, offer: null, on };
  // half of the wild moves are ones that somebody really has in hand, withdrawing aside: it would end most stories at once
  const inHand =
    move.which % 2 ? people.flatMap((by) => offers(file.problem, { by, on }, law).map((offer) => ({ by, offer }))) : [];
  const open = inHand.filter(({ offer }) => offer.obstacle === null && !ENDS.has(offer.type));
  if (open.length > 0) {
    const { by, offer } = pick(open, move.who);
    return { ask: complete(offer, { problem: file.problem, on, choices }), by, offer, on };
  }
  const by = pick(people, move.who);
  const offer = pick(offers(file.problem, { by, on }, law), move.which);
  return { ask: complete(offer, { problem: file.problem, on, choices }), by, offer, on };
}

/** The office's next act where there is one: also those that come with an edition, a dispute or a day. */
function goingOn(
  { problem }: File,
  on: PlainDate,
  choices: Choices,
  law: Law,
  by: readonly Actor[],
): { readonly ask: Ask; readonly by: Actor } | null {
  const lapsed = problem.clocks.find(
    (clock) => clock.metOn === null && clock.lapsedOn === null && clock.due !== null && clock.due < on,
  );
  if (lapsed) return { ask: { type: 'NoteLapse', clock: lapsed.id }, by: theCalendar };
  if (problem.contested) {
    const reason = '裁定';
    return {
      ask:
        choices.serial % 2
          ? { type: 'ArbitrateHandOver', outcome: 'uphold', reason }
          : { type: 'ArbitrateHandOver', outcome: 'redirect', to: part(choices.holder), reason },
      by: chair,
    };
  }
  if (problem.stage === 'registered' && problem.facts['grade'])
    return { ask: { type: 'ListInEdition', edition: 'E1', no: 1 }, by: clerk };
  if (problem.stage === 'listed')
    return { ask: { type: 'ReceiveConsent', edition: 'E1', no: 1, digest: 'x', document: null }, by: chair };
  return forward(problem, { on, choices, law }, by);
}

/** The next present: the try where it is accepted, else the same file a little later. */
export function lived(present: Present, { ask, by, on }: Try, law: Law): Present {
  const refused = refusal(present.file, ask, by, on, law) !== null;
  return { file: refused ? present.file : after(present.file, ask, by, on, law), on };
}
