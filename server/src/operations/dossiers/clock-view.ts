import { isOver, type Clock, type Dossier, type ProcedureEvent } from '@bihuan/core/procedure';
import {
  extensionText,
  extensionUnit,
  termText,
  whyText,
  type CountedDay,
  type Language,
  type PlainDate,
  type Term,
} from '@bihuan/core/time';
import { officeMoment } from '../../clock.ts';
import type { Services } from '../../services.ts';
import { lightOf } from './lights.ts';

type ClockEvent = Extract<ProcedureEvent, { readonly clock: string }>;

/** Clocks with the arithmetic that stands in the log: a met clock explains itself by the calendar of its day. */
export function clockViews({ clocks }: Pick<Dossier, 'clocks'>, events: readonly object[], services: Services) {
  return clocks.map((clock) => {
    const own = events.filter((event): event is ClockEvent => 'clock' in event && event.clock === clock.id);
    const days = own.flatMap((event) => ('days' in event ? [event.days] : [])).at(-1) ?? [];
    const still = clock.due === null ? clock.pauses?.at(-1) : undefined;
    return {
      ...clockView(clock, services),
      // what would have counted after it stood still is nobody's to know yet
      days: (still ? days.filter((day) => day.date < still.from) : days).map(dayView),
      moves: own.map(moveOf).filter((move) => move !== null),
    };
  });
}

/** One day of the arithmetic in the words of the screen. */
export const dayView = ({ date, counted, why }: CountedDay) => ({
  date,
  counted,
  working: ['working', 'make-up', 'local-working'].includes(why.kind),
  ...(why.kind === 'paused' ? { paused: true as const } : {}),
  why: inBoth((language) => whyText(why, language)),
});

type Move = {
  readonly kind: 'calendar' | 'extended' | 'paused' | 'resumed';
  readonly on: PlainDate;
  readonly was: PlainDate | null;
  readonly due: PlainDate | null;
  readonly length: { readonly zh: string; readonly en: string } | null;
  readonly reason: string;
  readonly clause: string;
  readonly by: { readonly name: string; readonly unitName: string; readonly post: string };
};

/** How the last day came to be another one: by a notice, an extension, a pause and its end; by whom, on which clause, why. */
function moveOf(event: ClockEvent): Move | null {
  const { on, clause } = event;
  const { name, unitName, post } = event.by;
  const act = { on, clause, by: { name, unitName, post }, was: null, due: null, length: null };
  switch (event.type) {
    case 'ClockMoved':
      return { ...act, kind: 'calendar', was: event.was, due: event.due, reason: event.reason };
    case 'TermExtended': {
      const length = inBoth((language) => extensionText(event.units, event.unit, language));
      return { ...act, kind: 'extended', was: event.was, due: event.due, length, reason: event.reason };
    }
    case 'TermPaused':
      return { ...act, kind: 'paused', was: event.was, reason: event.reason };
    case 'TermResumed':
      return { ...act, kind: 'resumed', due: event.due, reason: event.reason };
    default:
      return null;
  }
}

function clockView(clock: Clock, services: Services) {
  const { id, title, clause, event, start, metOn, calendar, due, dueAt, provisional, floor = false } = clock;
  // no light burns for a term that must have run: it is no deadline
  const lit = metOn === null && !floor;
  const running = lit ? { due, dueAt, provisional, paused: due === null, title: title.zh } : null;
  return {
    id,
    title,
    clause,
    event,
    start,
    startAt: clock.startAt ?? null,
    dueAt: clock.dueAt ?? null,
    floor,
    metOn,
    calendar,
    term: inBoth((language) => lengthOf(clock, language)),
    light: { ...lightOf(running, officeMoment(services), services.law().calendar), due, provisional },
    late: !floor && metOn !== null && due !== null && isOver({ due, dueAt }, { on: metOn, instant: clock.metAt }),
  };
}

/** The term of the plan, and what was added to it. */
function lengthOf({ term: spec, extensions = [] }: Clock, language: Language): string {
  const term = spec as Term; // a running clock never has the plan's date as its term: that runs as a fixed day
  const units = extensions.reduce((sum, each) => sum + each, 0);
  if (units === 0) return termText(term, language);
  const more = extensionText(units, extensionUnit(term), language);
  return `${termText(term, language)}${language === 'zh' ? `，延长${more}` : `, extended by ${more}`}`;
}

const inBoth = (say: (language: Language) => string) => ({ zh: say('zh'), en: say('en') });
