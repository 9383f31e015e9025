import { randomUUID } from 'node:crypto';
import { theCalendar } from '@bihuan/core/access';
import { entryOf, isWaiting, periodsToRemind, runningDuties, stateOf, type BookedPeriod } from '@bihuan/core/duty';
import type { Law } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import { append } from '../../store/dossiers/append.ts';
import { StaleVersion } from '../../store/dossiers/dossiers.ts';
import { eachReturn } from '../../store/duties.ts';
import { bookOf, entered } from './books.ts';
import { filingIn } from './read-duties.ts';
import { urgeReturn } from './urge-return.ts';

/** Reminds everybody who has not filed, once in a period, and notes it. @returns how many were reminded */
export async function remindDuty(services: Services, law: Law, duty: string): Promise<number> {
  const { book } = await bookOf(services, law, duty);
  let reminded = 0;
  for (const period of periodsToRemind(book, services.today())) reminded += await remind(services, law, duty, period);
  return reminded;
}

async function remind(services: Services, law: Law, duty: string, { id: period, due, policy }: BookedPeriod) {
  const { db, region, today } = services;
  let reminded = 0;
  for await (const line of eachReturn(db, { region, duty, period })) {
    if (!isWaiting(stateOf(filingIn(line), today()))) continue;
    const key = randomUUID();
    const text = `${period} 填报截止 ${due}，请按期报送。`;
    const answer = await urgeReturn(services, line, { text, by: theCalendar, key, fingerprint: key });
    if ('done' in answer) reminded += 1;
  }
  const running = runningDuties(services.law(policy).policy.duties).find(({ id }) => id === duty)!; // it opened the period
  const kept = await bookOf(services, law, duty);
  const entry = { type: 'PeriodReminded', period, reminded, ...entryOf(running, today()) } as const;
  try {
    await append(db, entered(services, kept, [entry]).append);
  } catch (error) {
    // another process reminded at the same time and noted it first
    if (!(error instanceof StaleVersion)) throw error;
  }
  return reminded;
}
