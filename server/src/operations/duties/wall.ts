import { readerTokens, type Actor } from '@bihuan/core/access';
import { periodsOf, runningDuties, wallOf, type BookedPeriod, type RunningDuty } from '@bihuan/core/duty';
import { eachOf } from '@bihuan/core/policy';
import type { Law } from '@bihuan/core/procedure';
import { termText, whyText, type Language } from '@bihuan/core/time';
import type { Services } from '../../services.ts';
import { eachReturn, type ReturnLine } from '../../store/duties.ts';
import { bookOf } from './books.ts';
import { dutyView, factsOf, filingIn, periodView } from './read-duties.ts';
import { seenBy, sees } from './seen.ts';

/** The wall of one period: units down, what they owe across; null where there is no such period, or not for this person. */
export async function readWall(services: Services, by: Actor, duty: string, period: string) {
  const found = await periodFor(services, by, duty, period);
  if (!found) return null;
  const { law, running, booked, book, seen, tokens } = found;
  const { today } = services;
  const lines = await linesOf(services, { duty, period, seats: tokens });
  const sparse = running.runs.covers !== 'all';
  const table = eachOf(running.runs, law.policy)?.values ?? [];
  const wall = wallOf(lines.map(wallLine), today(), { sparse, order: table.map(({ id }) => id) });
  const names = new Map(lines.map(({ unit, unit_name: name }) => [unit, name]));
  const about = new Map(lines.map(({ id, what_name: name }) => [id, name]));
  const facts = await factsOf(services, by, tokens, [{ duty, periods: [booked] }]);
  return {
    today: today(),
    duty: { ...dutyView(running, law), ...seen },
    period: periodView(duty, booked, book, facts, today()),
    // an order names its day: there is nothing to count
    arithmetic: running.runs.every.every === 'order' ? null : arithmetic(running, booked, law),
    whats: sparse ? [] : wall.whats.map((id) => ({ id, title: table.find((row) => row.id === id)?.label ?? null })),
    rows: wall.rows.map(({ unit, cells }) => ({
      unit,
      unitName: names.get(unit) ?? unit,
      cells: cells.map((cell) => ({ ...cell, about: (cell.dossier && about.get(cell.dossier)) || null })),
    })),
    counts: wall.counts,
  };
}

/** A period that this person may look at, with everything one needs to speak of it. */
export async function periodFor(services: Services, by: Actor, duty: string, period: string) {
  const present = services.law();
  const { book } = await bookOf(services, present, duty);
  const booked = book.periods.find(({ id }) => id === period);
  if (!booked) return null;
  const law = services.law(booked.policy);
  const running = runningDuties(law.policy.duties).find(({ id }) => id === duty);
  if (!running) return null;
  const on = services.today();
  const tokens = readerTokens(by, present, on);
  const seen = seenBy(running, by, tokens, law, on);
  return sees(seen) ? { law, running, booked, book, seen, tokens } : null;
}

/** Every line of a period that these seats read. */
export async function linesOf(
  { db, region }: Services,
  at: { readonly duty: string; readonly period: string; readonly seats?: readonly string[] },
): Promise<ReturnLine[]> {
  const lines: ReturnLine[] = [];
  for await (const line of eachReturn(db, { region, ...at })) lines.push(line);
  return lines;
}

const wallLine = (row: ReturnLine) => ({
  ...filingIn(row),
  dossier: row.id,
  number: row.number,
  unit: row.unit,
  what: row.what,
  corrects: row.corrects,
});

/** How the due day was counted; empty where a later notice would count it otherwise than it stands. */
function arithmetic(duty: RunningDuty, booked: BookedPeriod, { calendar }: Law) {
  const period = periodsOf(duty, booked.first, booked.last, calendar).find(({ id }) => id === booked.id);
  if (!period || period.due.due !== booked.due) return null;
  const { term, days, provisional } = period.due;
  const both = (say: (language: Language) => string) => ({ zh: say('zh'), en: say('en') });
  return {
    term: both((language) => termText(term, language)),
    provisional,
    days: days.map(({ date, counted, why }) => ({
      date,
      counted,
      working: ['working', 'make-up', 'local-working'].includes(why.kind),
      why: both((language) => whyText(why, language)),
    })),
  };
}
