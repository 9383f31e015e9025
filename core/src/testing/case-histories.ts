import { theCalendar, type Actor } from '../access/index.ts';
import { caseOffers, type Case, type CaseAsk, type CaseOffer } from '../case/index.ts';
import { isOver, type Law } from '../procedure/index.ts';
import { addDays, localTime, type LocalTime } from '../time/index.ts';
import { completeCase } from './case-complete.ts';
import { pick, type CaseChoices } from './case-values.ts';
import { caseAfter, caseRefusal, noCaseFile, suggested, type CaseFile } from './case-story.ts';
import { caseForward, type CasePresent } from './case-walk.ts';
import { kindsLaw } from './kinds.ts';
import { doubleHats, everybody } from './people.ts';
import { owedBy } from './returns.ts';

/** One move of a random history: somebody tries something, or the office simply goes on. */
export type CaseMove = CaseChoices & {
  readonly goesOn: boolean;
  readonly who: number;
  readonly which: number;
  readonly days: number;
  readonly hour: number;
};

/** Under which law a history is lived through, and by whom: those who may have anything to do with the dossier, and others. */
export type CaseSetting = {
  readonly law: Law;
  readonly people: (dossier: Case, on: CasePresent['on']) => readonly Actor[];
};

/** What somebody tried, before it was decided. */
export type CaseTry = {
  readonly ask: CaseAsk;
  readonly by: Actor;
  readonly offer: CaseOffer | null;
  readonly on: CasePresent['on'];
  readonly instant: LocalTime;
};

export const casePeople: readonly Actor[] = [...everybody, ...doubleHats];
const club: CaseSetting = { law: kindsLaw, people: () => casePeople };

/** How dossiers of the club's kinds begin. */
export const beginnings: Readonly<Record<string, () => CaseFile>> = {
  court: () => suggested({ about: 'court', where: { words: '一号场' } }),
  bar: () => suggested(),
  locker: () =>
    caseAfter(noCaseFile, { type: 'OpenCase', kind: 'locker', number: '柜-1', values: { title: '一号柜' } }),
  return: () => owedBy('nets', kindsLaw, 30),
  gathering: () =>
    caseAfter(
      noCaseFile,
      { type: 'OpenCase', kind: 'round-sheet', number: '汇总-2030-01', values: {}, told: true },
      { by: theCalendar },
    ),
};

/** Withdrawing and closing end most stories at once: among what somebody has in hand they come last. */
const ending = new Set<CaseAsk['type']>(['Withdraw', 'MergeInto']);

/** What this move tries here; `nth` keeps what it enters from being entered twice. */
export function triedCase(
  { file, on: before }: CasePresent,
  move: CaseMove,
  nth: number,
  { law, people }: CaseSetting = club,
): CaseTry {
  const on = addDays(before, move.days);
  const instant = localTime(`${on}T${String(move.hour).padStart(2, '0')}:15`);
  const choices = { ...move, serial: move.serial + nth * 1000 };
  const { dossier } = file;
  const here = people(dossier, on);
  const next = move.goesOn ? goingOn(file, { on, instant }, choices, law, here) : null;
  if (next) return { ...next, offer: null, on, instant };
  const all = here.flatMap((by) => caseOffers(dossier, { by, on, instant }, law).map((offer) => ({ by, offer })));
  const inHand = all.filter(({ offer }) => offer.obstacle === null && !ending.has(offer.type));
  // half of the wild moves are ones that somebody really has in hand
  const among = move.which % 2 && inHand.length > 0 ? inHand : all;
  // the kind of act first: there are many people who may urge or link, and few who may decide
  const types = [...new Set(among.map(({ offer }) => offer.type))];
  const type = pick(types, (move.which - (move.which % 2)) / 2);
  const { by, offer } = pick(
    among.filter((each) => each.offer.type === type),
    move.who,
  );
  return { ask: completeCase(offer, { dossier, on, choices, law }), by, offer, on, instant };
}

/** The calendar notes what ran out, another dossier tells, or the office does what comes next. */
function goingOn(
  { dossier }: CaseFile,
  now: Pick<CaseTry, 'on' | 'instant'>,
  choices: CaseChoices,
  law: Law,
  people: readonly Actor[],
) {
  const lapsed = dossier.clocks.find(
    ({ floor, metOn, lapsedOn, due, dueAt }) =>
      !floor && metOn === null && lapsedOn === null && due !== null && isOver({ due, dueAt }, now),
  );
  if (lapsed) return { ask: { type: 'NoteLapse', clock: lapsed.id } as const, by: theCalendar };
  const stored = dossier.kind === 'locker' && dossier.milestones['stored'] && !dossier.milestones['heard'];
  if (stored) {
    const from = { how: 'kept-in', dossier: 's1', kind: 'suggestion', number: '建议-2030-001', title: '建议' };
    return { ask: { type: 'ReachTold', milestone: 'heard', from } as const, by: theCalendar };
  }
  const next = caseForward(dossier, { on: now.on, choices, law }, people);
  return next && next.on === now.on ? next : null;
}

/** The next present: the try where it is accepted, else the same file a little later. */
export function livedCase(present: CasePresent, { ask, by, on, instant }: CaseTry, law: Law = kindsLaw): CasePresent {
  const along = { by, on, instant, law };
  const refused = caseRefusal(present.file, ask, along) !== null;
  return { file: refused ? present.file : caseAfter(present.file, ask, along), on };
}
