import type { Actor } from '../access/actor.ts';
import { unitName } from '../access/units.ts';
import { mayRead } from '../access/readers.ts';
import { daysBetween, type PlainDate } from '../time/index.ts';
import type { Dossier } from './dossier.ts';
import type { Draft } from './draft.ts';
import type { ProcedureEvent } from './event.ts';
import type { FarDay } from './far-day.ts';
import { recorders, type Law } from './law.ts';
import type { Charge } from './lines.ts';
import { dayBorne } from './paper.ts';

/** How many days may lie between the day of a paper and its entry before somebody is to look, where the office says nothing else. */
export const DAYS_APART = 5;

type Answer = Extract<ProcedureEvent, { readonly type: 'StepTaken' | 'StepReturned' }>;

const isAnswer = (event: { readonly type: string }): event is Answer =>
  event.type === 'StepTaken' || event.type === 'StepReturned';

const nameOf = (answer: Answer): string =>
  answer.type === 'StepTaken' ? answer.task : `${answer.run}/${answer.from}/${answer.round}/back`;

/**
 * Points at answers of this command that count on the day of a paper far from the day of entry: whoever coordinates the plan gets a
 * line of each, which stays until he has looked. How far is far, the office says.
 */
export function pointAtDays<D extends Dossier, E extends { readonly type: string }>(
  draft: Pick<Draft<D, E>, 'events' | 'now'> & Pick<Draft<D, ProcedureEvent>, 'add'>,
  law: Law,
): void {
  for (const answer of draft.events().filter((event) => isAnswer(event))) {
    const day = dayBorne(answer);
    if (Math.abs(daysBetween(day, answer.on)) <= (law.daysApart ?? DAYS_APART)) continue;
    const far = seats(draft.now(), law, answer.on).map((seat, at): FarDay => {
      const act = nameOf(answer);
      const id = at === 0 ? `days:${act}` : `days:${act}:${at}`;
      return { id, act, title: answer.title, clause: answer.clause, day, on: answer.on, ...seat };
    });
    if (far.length > 0) draft.add({ type: 'DaysFoundApart', far, clause: answer.clause });
  }
}

/** Whoever coordinates, where he may read the dossier at all. */
function seats(dossier: Dossier, law: Law, on: PlainDate) {
  return recorders(law, on)
    .filter(({ unit, post }) => mayRead(dossier, { postings: [{ unit, unitName: '', post }] }, law, on))
    .map(({ unit, post }) => ({
      role: law.policy.recorder.role,
      post,
      unit,
      unitName: unitName(law.units, unit, on),
      external: law.units.find(({ id }) => id === unit)?.external ?? false,
    }));
}

/** The lines that wait for somebody to look at a day; none in what was withdrawn. */
export function dayCharges({ farDays = [], milestones }: Dossier): readonly Charge[] {
  if (milestones['withdrawn']) return [];
  return farDays.map(({ id, title, clause, post, unit, unitName: name, external, on }) => ({
    id,
    what: 'days-apart',
    title: { zh: `核对日期：${title.zh}`, en: `Compare the days: ${title.en ?? title.zh}` },
    clause,
    post,
    unit,
    unitName: name,
    external,
    person: null,
    openedOn: on,
    clocks: [],
  }));
}

/** Of these the ones that wait for this person: who else reads the dossier is offered nothing. */
export const daysBefore = (dossier: Dossier, { postings }: Pick<Actor, 'postings'>): readonly Charge[] =>
  dayCharges(dossier).filter((line) => postings.some(({ unit, post }) => unit === line.unit && post === line.post));
