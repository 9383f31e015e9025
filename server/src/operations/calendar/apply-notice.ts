import {
  decideNotice,
  evolveCalendar,
  untouchedCalendar,
  type CalendarLog,
  type CalendarRefusal,
  type NoticeApplied,
} from '@bihuan/core/calendar-amendment';
import type { Keeper } from '@bihuan/core/person';
import type { CalendarFault } from '../../calendars/index.ts';
import type { Services } from '../../services.ts';
import { sm3 } from '../../sm3.ts';
import { append } from '../../store/dossiers/append.ts';
import { addAmendment, type AmendmentRow } from '../../store/calendars.ts';
import { KeyTaken, loadDossier, StaleVersion } from '../../store/dossiers/dossiers.ts';
import { codeOf } from '../../trouble.ts';
import { CALENDAR, followCalendar } from './amend-clocks.ts';
import type { Intent } from '../dossiers/answer.ts';
import { previewNotice } from './calendar-impact.ts';
import { plainAppend, retried } from '../dossiers/plain-append.ts';

type Done = { readonly no: number; readonly moved: number };

/** How an act on the calendar ends. */
export type CalendarAnswer<D> =
  | { readonly done: D; readonly replayed: boolean }
  | { readonly refused: CalendarRefusal }
  | { readonly faults: readonly CalendarFault[] }
  | { readonly conflict: 'key-reused' };

/** How putting a notice in ends. `moved`: clocks, as they were listed. */
type ApplyAnswer = CalendarAnswer<Done>;

/** `yaml`: the notice as a file; `seen`: digest of the list of consequences the person was shown, from the preview. */
export type ApplyAsked = { readonly yaml: string; readonly seen: string; readonly by: Keeper; readonly intent: Intent };

/** Puts a notice in that somebody has seen the consequences of, and moves the open clocks. */
export async function applyNotice(services: Services, asked: ApplyAsked): Promise<ApplyAnswer> {
  const { db, region, today, law } = services;
  const { yaml, seen, by, intent } = asked;
  const { standing, given } = await loadDossier<CalendarLog>(db, {
    region,
    kind: 'calendar',
    dossier: CALENDAR,
    actor: by.actor.id,
    key: intent.key,
  });
  if (given) return retried<Done>(given, intent);
  const read = await previewNotice(services, yaml, by);
  if ('faults' in read) return read;
  if ('obstacle' in read) return { refused: { code: 'not-allowed', obstacle: read.obstacle, clause: null } };
  const { entered, years, impact, digest } = read.preview;
  const state = standing?.state ?? untouchedCalendar;
  const decision = decideNotice(
    { entered, text: sm3(yaml), present: { digest, moves: impact.length }, seen, by, on: today() },
    state,
    years,
    law(),
  );
  if ('refused' in decision) return decision;

  const { events } = decision;
  const done: Done = { no: events[0]!.no, moved: impact.length };
  const written = plainAppend(services, {
    dossier: CALENDAR,
    kind: 'calendar',
    standing,
    events,
    state: events.reduce<CalendarLog>(evolveCalendar, state),
    answer: { by, intent, response: done },
  });
  try {
    await db.transaction().execute(async (transaction) => {
      await append(transaction, written);
      await addAmendment(transaction, region, rowOf(events[0]!, yaml));
    });
  } catch (error) {
    // another notice, or the same intent, came first: what was shown is looked at again
    if (error instanceof StaleVersion || error instanceof KeyTaken || codeOf(error) === '23505')
      return applyNotice(services, asked);
    throw error;
  }
  await services.renewLaw();
  await followCalendar(services);
  return { done, replayed: false };
}

function rowOf({ no, jurisdiction, year, by, on, seen }: NoticeApplied, yaml: string): AmendmentRow {
  return { no, jurisdiction, year, yaml, applied_on: on, applied_by: `${by.unitName} ${by.name}`, impact: seen };
}
