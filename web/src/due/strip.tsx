import './due.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import type { Schema } from '../api/client.ts';
import { longDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { Light } from '../light/light.tsx';
import { isCounted, notedRuns, weeksOf, type Day, type Week } from './weeks.ts';

/** The arithmetic of a date: start, each counted and skipped day with its reason, the last day. */
export function DueStrip({ clock, edition }: { readonly clock: Schema<'ClockView'>; readonly edition?: string }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const { light, metOn, late } = clock;
  return (
    <section className="clock">
      <div className="row">
        <b>{text(clock.title)}</b>
        <Clause id={clock.clause} {...(edition ? { edition } : {})} />
        {metOn ? (
          <span className="quiet">{t(late ? 'due.metLate' : 'due.met', { day: metOn })}</span>
        ) : (
          <Light light={light} />
        )}
      </div>
      <p className="small" style={{ margin: 0 }}>
        {light.due ? t(endKey(clock), dayAnd(clock.dueAt, light.due, i18n.language)) : t('due.paused')} ·{' '}
        {text(clock.term)} · {t('due.start', { day: inDayAndHour(clock.startAt) ?? clock.start })}
      </p>
      {isCounted(clock.days) ? (
        <DayStrip days={clock.days} due={light.due} />
      ) : (
        <p className="quiet small">{t('due.fixed')}</p>
      )}
      {light.provisional && <p className="provisional-note">{t('due.provisional')}</p>}
      {clock.moves.map((move) => (
        <p key={move.kind + move.on + (move.due ?? '')} className="small">
          {t(`due.move.${move.kind}`, {
            on: move.on,
            was: move.was,
            due: move.due,
            reason: move.reason,
            length: text(move.length),
            who: `${move.by.unitName} ${move.by.name}`,
          })}{' '}
          {move.kind !== 'calendar' && <Clause id={move.clause} {...(edition ? { edition } : {})} />}
        </p>
      ))}
    </section>
  );
}

type Clock = Schema<'ClockView'>;

/** A term that must have run is no deadline, and one in hours ends within its day. */
const endKey = ({ floor, dueAt }: Clock): 'due.floor' | 'due.dueAt' | 'due.due' =>
  floor ? 'due.floor' : dueAt ? 'due.dueAt' : 'due.due';

const dayAnd = (dueAt: string | null, due: string, language: string) => ({
  day: longDay(due, language),
  time: dueAt?.slice(11) ?? '',
});

const inDayAndHour = (instant: string | null): string | null => instant?.replace('T', ' ') ?? null;

/** How many weeks are shown before the middle of a long span is folded. */
const FOLD = 8;

/** Days as a small wall calendar: a day off is hatched and says why, a counted one bears its number, the last one is marked. */
export function DayStrip({ days, due }: { readonly days: readonly Day[]; readonly due: string | null }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const [all, setAll] = useState(false);
  const weeks = weeksOf(days);
  const folded = !all && weeks.length > FOLD;
  const names =
    i18n.language === 'en'
      ? ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
      : ['一', '二', '三', '四', '五', '六', '日'];
  const start = days[0]?.date ?? null;
  const lines = (some: readonly Week[]) =>
    some.map((week) => <WeekLine key={week.days.find(Boolean)?.date} week={week} start={start} due={due} />);
  return (
    <>
      <div className="strip">
        <span />
        {names.map((name) => (
          <span key={name} className="weekday">
            {name}
          </span>
        ))}
        {lines(folded ? weeks.slice(0, 3) : weeks)}
        {folded && (
          <span className="between">
            {t('due.hidden', { count: weeks.length - 5 })}{' '}
            <button type="button" className="linklike" onClick={() => setAll(true)}>
              {t('due.hiddenOpen')}
            </button>
          </span>
        )}
        {folded && lines(weeks.slice(-2))}
      </div>
      {notedRuns(days).map(({ from, until, why }) => (
        <p key={from} className="quiet tiny" style={{ margin: 0 }}>
          {t(from === until ? 'due.notedOne' : 'due.noted', { from, until, why: text(why) })}
        </p>
      ))}
    </>
  );
}

function WeekLine({
  week,
  start,
  due,
}: {
  readonly week: Week;
  readonly start: string | null;
  readonly due: string | null;
}) {
  return (
    <>
      <span className="month">{week.month}</span>
      {week.days.map((day, index) =>
        day ? (
          <DayCell key={day.date} day={day} first={day.date === start} last={day.date === due} />
        ) : (
          // the blank days before the first and after the last have no name but their place
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} />
        ),
      )}
    </>
  );
}

function DayCell({ day, first, last }: { readonly day: Day; readonly first: boolean; readonly last: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  const look = last ? 'due' : day.counted === null ? (day.working ? '' : 'off') : 'counted';
  const plain = day.paused ? t('due.still') : day.working ? '·' : t('due.off');
  const note = day.counted === null ? (first ? t('due.from') : plain) : String(day.counted);
  return (
    <span className={`date ${look} ${first ? 'first' : ''}`} title={`${day.date} ${text(day.why)}`}>
      {Number(day.date.slice(8))}
      <small>{note}</small>
    </span>
  );
}
