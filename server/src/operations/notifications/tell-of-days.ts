import { spanBegun, spansOn, toldByDay, type Span } from '@bihuan/core/notification';
import type { Law } from '@bihuan/core/procedure';
import type { PlainDate } from '@bihuan/core/time';
import { officeMoment } from '../../clock.ts';
import type { Services } from '../../services.ts';
import {
  sweepNotifications,
  tellOnDay,
  untoldBegun,
  untoldLines,
  type DayTold,
  type UntoldLine,
} from '../../store/notifications.ts';
import { lightDays } from '../dossiers/lights.ts';
import { presentLaw } from '../law/present-law.ts';
import { KEPT_DAYS, daysAgo } from './kept.ts';
import { toldRows } from './told-rows.ts';

/** The calendar's hand: nobody is left out because he did it himself. */
const CALENDAR = 'system:calendar';
const PIECE = 200;

/**
 * Tells what the day has to tell: what is close, what is late, and to whoever leads a unit what has been late for `leadersAfter`
 * working days. Each is told once for each due day, however often and by however many processes this is run; what is older
 * than it is kept goes.
 * @returns of how many lines something was told
 */
export async function tellOfDays(services: Services, leadersAfter: number): Promise<number> {
  const { db, region, today } = services;
  const law = presentLaw(services);
  if (!law) return 0;
  let told = 0;
  const { on, instant } = officeMoment(services);
  for (const span of spansOn(today(), lightDays({ on, instant }, law.calendar).amber, leadersAfter, law.calendar))
    told += await tellSpan(services, span, law, (size) =>
      untoldLines(db, region, span, { today: on, now: instant }, size),
    );
  const begun = spanBegun(today());
  told += await tellSpan(services, begun, law, (size) => untoldBegun(db, region, begun, size));
  await sweepNotifications(db, region, daysAgo(services, KEPT_DAYS));
  return told;
}

async function tellSpan(
  { db, region, today, now }: Services,
  span: Span,
  law: Law,
  untold: (size: number) => Promise<readonly UntoldLine[]>,
): Promise<number> {
  for (let told = 0; ;) {
    const lines = await untold(PIECE);
    if (lines.length === 0) return told;
    await tellOnDay(
      db,
      region,
      lines.flatMap((line) => rowsOf(line, span, law, today())),
      today(),
      now(),
    );
    told += lines.length;
  }
}

function rowsOf(line: UntoldLine, span: Span, law: Law, on: PlainDate): readonly DayTold[] {
  const { dossier, id: task, due, title_zh: zh, title_en: en, ...seat } = line;
  const tiding = toldByDay(span, { ...seat, id: task, title: { zh, ...(en === null ? {} : { en }) } }, law, on);
  return toldRows(tiding).map((row) => ({
    ...row,
    id: `${row.id} ${due}`,
    dossier,
    task,
    due,
    version: null,
    actor: CALENDAR,
  }));
}
