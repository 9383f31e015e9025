import { decideNotice, evolveCalendar, untouchedCalendar, type CalendarLog, type CalendarRefusal } from '@bihuan/core/calendar-amendment';
import { keeperSigner, type Keeper } from '@bihuan/core/person';
import type { CalendarFault } from '../calendars/index.ts';
import type { Services } from '../services.ts';
import { sm3 } from '../sm3.ts';
import { append } from '../store/append.ts';
import { addAmendment } from '../store/calendars.ts';
import { KeyTaken, loadDossier, StaleVersion } from '../store/dossiers.ts';
import { codeOf } from '../trouble.ts';
import { CALENDAR, followCalendar } from './amend-clocks.ts';
import type { Intent } from './answer.ts';
import { previewNotice } from './calendar-impact.ts';
import { linksOf } from './chain.ts';

type Done = { readonly no: number; readonly moved: number };

/** How putting a notice in ends. `moved`: clocks, as they were listed. */
export type ApplyAnswer =
  | { readonly done: Done; readonly replayed: boolean }
  | { readonly refused: CalendarRefusal }
  | { readonly faults: readonly CalendarFault[] }
  | { readonly conflict: 'key-reused' };

export type ApplyAsked = { readonly yaml: string; readonly seen: string; readonly by: Keeper; readonly intent: Intent };

/** Puts a notice in that somebody has seen the consequences of, and moves the open clocks. */
export async function applyNotice(services: Services, asked: ApplyAsked): Promise<ApplyAnswer> {
  const { db, region, today, now, law } = services;
  const { yaml, seen, by, intent } = asked;
  const { standing, given } = await loadDossier<CalendarLog>(db, { region, dossier: CALENDAR, actor: by.actor.id, key: intent.key });
  if (given) return given.fingerprint === intent.fingerprint ? { done: given.response as Done, replayed: true } : { conflict: 'key-reused' }; // kept below
  const read = await previewNotice(services, yaml, by);
  if ('faults' in read) return read;
  if ('obstacle' in read) return { refused: { code: 'not-allowed', obstacle: read.obstacle, clause: null } };
  const { entered, years, impact, digest } = read.preview;
  const state = standing?.state ?? untouchedCalendar;
  const decision = decideNotice({ entered, text: sm3(yaml), present: { digest, moves: impact.length }, seen, by, on: today() }, state, years, law());
  if ('refused' in decision) return decision;

  const links = linksOf({ region, dossier: CALENDAR, recordedAt: now() }, standing, decision.events);
  const { no, jurisdiction, year } = decision.events[0]!;
  const done: Done = { no, moved: impact.length };
  const kept = { actor: by.actor.id, ...intent, status: 200, response: done, at: now() };
  const { name, unitName } = keeperSigner(by);
  try {
    await db.transaction().execute(async (transaction) => {
      await append(transaction, { region, dossier: CALENDAR, kind: 'calendar', before: standing?.version ?? 0, links, state: decision.events.reduce(evolveCalendar, state), rows: { tasks: none, clocks: none, copies: none }, kept });
      await addAmendment(transaction, region, { no, jurisdiction, year, yaml, applied_on: today(), applied_by: `${unitName} ${name}`, impact: digest });
    });
  } catch (error) {
    // another notice, or the same intent, came first: what was shown is looked at again
    if (error instanceof StaleVersion || error instanceof KeyTaken || codeOf(error) === '23505') return applyNotice(services, asked);
    throw error;
  }
  await services.renewLaw();
  await followCalendar(services);
  return { done, replayed: false };
}

const none = { put: [], removed: [] };
