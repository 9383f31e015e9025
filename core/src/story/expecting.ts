import type { Law } from '../procedure/index.ts';
import type { StoryExpect } from '../policy/index.ts';
import type { Clock, Task } from '../procedure/index.ts';
import { readersOf } from '../access/index.ts';
import type { PlainDate } from '../time/index.ts';
import type { Lived, Opened } from './play.ts';
import { openTasks, placeOf } from './tasks.ts';

/** What a story expected and what came instead. */
export type Difference = { readonly path: readonly string[]; readonly expected: string; readonly found: string };

/** How a dossier stands at the end of its story. */
export type End = { readonly dossier: Lived; readonly opened: Opened; readonly on: PlainDate; readonly law: Law };

/** Everything in which a dossier does not stand as its story says. */
export function differencesAt(expect: StoryExpect, end: End): readonly Difference[] {
  return [...ofCourse(expect, end), ...ofLimits(expect, end), ...ofPeople(expect, end)];
}

const none = '无 / none';

const differs = (path: readonly string[], expected: string | undefined, found: string): readonly Difference[] =>
  expected === undefined || expected === found ? [] : [{ path, expected: expected || none, found: found || none }];

const listed = (words: readonly string[]): string =>
  [...new Set(words)].toSorted((a, b) => (a < b ? -1 : 1)).join(', ');

/** The offices that a paper was addressed to, or those that got a copy for the record. */
const filedWith = ({ copies }: Lived, addressed: boolean): string =>
  listed(copies.filter((copy) => (copy.addressed ?? false) === addressed).map(({ to }) => to));

function ofCourse(
  { stage, closedOn, question, copies, to, opens, figures = {} }: StoryExpect,
  { dossier, opened }: End,
): readonly Difference[] {
  const open = dossier.questions.filter(({ ruling }) => ruling === null).map(({ key }) => key);
  const asked = open.some((key) => question !== undefined && key.startsWith(question));
  const found =
    question === 'none' ? (open.length === 0 ? 'none' : listed(open)) : asked ? (question ?? '') : listed(open);
  return [
    ...differs(['stage'], stage, dossier.stage),
    ...differs(['closedOn'], closedOn, dossier.closedOn ?? 'no'),
    ...differs(['question'], question, found),
    ...differs(['copies'], copies && listed(copies), filedWith(dossier, false)),
    ...differs(['to'], to && listed(to), filedWith(dossier, true)),
    ...differs(['opens'], opens && opens.join(', '), opened.join(', ')),
    ...Object.entries(figures).flatMap(([field, value]) =>
      differs(['figures', field], String(value), String(dossier.figures?.[field]?.value ?? 'no')),
    ),
  ];
}

/** Clocks of people's own limits; a floor keeps a step from ending early and is never late. */
const limitsOf = ({ clocks }: Lived): readonly Clock[] => clocks.filter((clock) => !clock.floor);

/** A clock of this limit, in its latest run. */
const clockAt = (id: string, { clocks }: Lived): Clock | undefined =>
  clocks.findLast((clock) => clock.id === id || clock.id.startsWith(`${id}#`));

function ofLimits({ due = {}, late, noLimit = [] }: StoryExpect, { dossier, on }: End): readonly Difference[] {
  const isLate = ({ due: day, metOn }: Clock): boolean => day !== null && day < (metOn ?? on);
  return [
    ...Object.entries(due).flatMap(([id, day]) =>
      differs(['due', id], day, clockAt(id, dossier)?.due ?? '（没有计时 / no clock runs）'),
    ),
    ...differs(
      ['late'],
      late && listed(late),
      listed(
        limitsOf(dossier)
          .filter(isLate)
          .map(({ id }) => id),
      ),
    ),
    ...noLimit.flatMap((place) => {
      const running = limitsOf(dossier).filter(({ target }) => target !== null && placeOf(target) === place);
      return differs(['noLimit'], place, running.length === 0 ? place : listed(running.map(({ id }) => id)));
    }),
  ];
}

function ofPeople({ tasks, readers, noSigner }: StoryExpect, { dossier, law }: End): readonly Difference[] {
  const open = openTasks(dossier);
  const seats = (place: string): string =>
    listed(open.filter((task) => placeOf(task) === place).map(({ role, post }) => `${role}/${post}`));
  const wanted = Object.entries(tasks ?? {});
  const places = [...new Set(open.map(placeOf))];
  const read = readersOf(dossier, law);
  return [
    ...(tasks ? differs(['tasks'], listed(wanted.map(([place]) => place)), listed(places)) : []),
    ...wanted
      .filter(([place]) => places.includes(place))
      .flatMap(([place, by]) => differs(['tasks', place], listed(by.map(full)), seats(place))),
    ...differs(['readers'], readers && listed(readers.map(full)), read === null ? full('all') : listed(read)),
    ...(noSigner === true ? differs(['noSigner'], none, listed(open.flatMap(({ unit }) => unit ?? [])) || none) : []),
    ...(noSigner === false ? differs(['noSigner'], none, listed(open.filter(isNobodys).map(placeOf)) || none) : []),
  ];
}

const isNobodys = ({ unit }: Pick<Task, 'unit'>): boolean => unit === null;

const full = (seat: string): string => (seat.includes('/') ? seat : `${seat}/*`);
