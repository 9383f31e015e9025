import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { longDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { Clause } from '../api/clause.tsx';

/** The arithmetic of a date: start, each counted and skipped day with its reason, the last day. */
export function DueStrip({ clock, edition }: { readonly clock: Schema<'ClockView'>; readonly edition?: string }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const due = clock.light.due;
  return (
    <div>
      <p style={{ margin: 0 }}>
        <b>{text(clock.title)}</b> {longDay(due, i18n.language)} · {text(clock.term)}{' '}
        <Clause id={clock.clause} {...(edition ? { edition } : {})} />
      </p>
      <DayStrip days={clock.days} due={due} />
      {clock.light.provisional && <p className="small">{t('dossier.provisional')}</p>}
      {clock.moves.map((move) => (
        <p key={move.on + move.due} className="small">
          {t('dossier.moved', move)}
        </p>
      ))}
    </div>
  );
}

/** Days as small cells; a day off is hatched and says why, a counted one bears its number. */
export function DayStrip({
  days,
  due,
}: {
  readonly days: readonly Schema<'CountedDay'>[];
  readonly due: string | null;
}) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <div className="strip">
      {days.map((day, index) => (
        <span
          key={day.date}
          className={`${day.working ? '' : 'off'} ${day.date === due ? 'due' : ''}`}
          title={`${day.date} ${text(day.why)}`}
        >
          {index === 0 || day.date.endsWith('-01') ? day.date.slice(5) : day.date.slice(8)}
          <small>
            {day.counted === null ? (day.working ? '·' : t('dossier.off')) : t('dossier.counted', { n: day.counted })}
          </small>
        </span>
      ))}
    </div>
  );
}
