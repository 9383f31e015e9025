import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { answered, api, type Schema } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { missingIn, monthsOf, type Month, type YearDay } from './months.ts';

type Choice = { readonly year: number; readonly years: readonly number[]; readonly choose: (year: number) => void };

/** 一年: twelve months, every day off and every working Saturday marked with a sign, with the notice it rests on. */
export function Year({ year, years, choose }: Choice) {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => answered(api.GET('/api/calendar/{year}', { params: { path: { year } } })),
  });
  const [first = year] = years;
  const early = year <= first;
  const choices = [...new Set([...years, year, (years[years.length - 1] ?? year) + 1])].sort((a, b) => a - b);
  return (
    <section className="sheet">
      <div className="row no-print" style={{ marginBottom: 10 }}>
        <Button size="small" disabled={early} onClick={() => choose(year - 1)} aria-label={t('calendar.before')}>
          ‹
        </Button>
        <Select
          size="small"
          value={year}
          aria-label={t('calendar.year')}
          options={choices.map((value) => ({ value, label: String(value) }))}
          onChange={choose}
        />
        <Button size="small" onClick={() => choose(year + 1)} aria-label={t('calendar.after')}>
          ›
        </Button>
        <span className="grow" />
        <Legend />
      </div>
      {found.isPending && <Skeleton active paragraph={{ rows: 10 }} title={false} />}
      {found.isError && <Trouble error={found.error} again={() => void found.refetch()} />}
      {found.data && <Months view={found.data} first={first} />}
    </section>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <span className="legend small quiet">
      <span>
        <b className="sign off">{t('calendar.sign.off')}</b> {t('calendar.holiday')}
      </span>
      <span>
        <b className="sign work">{t('calendar.sign.work')}</b> {t('calendar.makeUp')}
      </span>
      <span>
        <b className="sign local">{t('calendar.sign.local')}</b> {t('calendar.local')}
      </span>
      <span>{t('calendar.weekend')}</span>
    </span>
  );
}

type View = { readonly view: Schema<'CalendarYear'>; readonly first: number };

function Months({ view, first }: View) {
  const { t } = useTranslation();
  const missing = missingIn(view.year, first);
  return (
    <>
      {!view.published && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={t(`calendar.${missing}`, { year: view.year })}
          description={t(`calendar.${missing}Means`)}
        />
      )}
      <div className="months">
        {monthsOf(view.days).map((month) => (
          <MonthGrid key={month.month} month={month} />
        ))}
      </div>
      <Notices notices={view.notices} days={view.days} />
    </>
  );
}

function MonthGrid({ month }: { readonly month: Month }) {
  const { t, i18n } = useTranslation();
  const names =
    i18n.language === 'en' ? ['M', 'T', 'W', 'T', 'F', 'S', 'S'] : ['一', '二', '三', '四', '五', '六', '日'];
  return (
    <section className="month-grid" aria-label={t('calendar.month', { month: month.month })}>
      <h3>{t('calendar.month', { month: month.month })}</h3>
      {names.map((name, index) => (
        // weekdays are told apart by their place: two of them share a letter
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className="weekday">
          {name}
        </span>
      ))}
      {month.cells.map((day, index) =>
        day ? (
          <DayCell key={day.date} day={day} />
        ) : (
          // the blanks before the first have no name but their place
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} />
        ),
      )}
    </section>
  );
}

const SIGNS: Readonly<Record<YearDay['kind'], 'off' | 'work' | 'local' | null>> = {
  working: null,
  weekend: null,
  holiday: 'off',
  'make-up': 'work',
  'local-day-off': 'local',
  'local-working': 'local',
};

function DayCell({ day }: { readonly day: YearDay }) {
  const { t } = useTranslation();
  const text = useText();
  const { installation } = useSession();
  const sign = SIGNS[day.kind];
  const why = `${day.date} ${text(day.why)}`;
  return (
    <span
      className={`day ${day.working ? '' : 'rest'} ${sign ?? ''} ${day.date === installation.today ? 'today' : ''}`}
      title={why}
    >
      {Number(day.date.slice(8))}
      {sign && <small>{t(`calendar.sign.${sign}`)}</small>}
    </span>
  );
}

/** The papers that the year rests on, and how many days each moved. */
function Notices({
  notices,
  days,
}: {
  readonly notices: Schema<'CalendarYear'>['notices'];
  readonly days: readonly YearDay[];
}) {
  const { t } = useTranslation();
  if (notices.length === 0) return null;
  return (
    <>
      <h2 style={{ marginTop: 16 }}>{t('calendar.restsOn')}</h2>
      <ul className="plain">
        {notices.map((notice) => (
          <li key={notice.jurisdiction + (notice.number ?? notice.title)}>
            {notice.title} {notice.number && <b>{notice.number}</b>}{' '}
            <span className="quiet small">
              {t('calendar.issued', { day: notice.issued })} ·{' '}
              {t('calendar.ofDays', { count: days.filter((day) => day.notice === notice.number).length })}
            </span>
            <div className="quiet tiny source">{notice.source}</div>
          </li>
        ))}
      </ul>
    </>
  );
}
