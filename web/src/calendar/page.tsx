import './calendar.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';
import { Entered } from './entered.tsx';
import { Year } from './year.tsx';
import { later } from '../windows/later.tsx';

const Ask = later(() => import('./ask.tsx'), 'Ask');
const NoticeDesk = later(() => import('./notice-desk.tsx'), 'NoticeDesk');

const PARTS = ['year', 'ask', 'notice'] as const;
type Part = (typeof PARTS)[number];

/** 日历: the days that terms are counted by, the clock that anybody may ask, and the way a new notice comes in. */
export function CalendarPage() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { installation } = useSession();
  const part = PARTS.find((known) => known === search['part']) ?? 'year';
  const year = /^\d{4}$/.test(search['year'] ?? '') ? Number(search['year']) : Number(installation.today.slice(0, 4));
  const list = useQuery({ queryKey: ['calendars'], queryFn: () => answered(api.GET('/api/calendar')) });
  const go = (changed: Record<string, string>): void =>
    void navigate({ to: paths.calendar, search: { part, year: String(year), ...changed } });
  return (
    <>
      <div className="page-head">
        <h1>{t('frame.page.calendar')}</h1>
        <span className="quiet small">{t('calendar.purpose')}</span>
        <span className="grow" />
        <Segmented<Part>
          value={part}
          options={PARTS.map((value) => ({ value, label: t(`calendar.part.${value}`) }))}
          onChange={(value) => go({ part: value })}
        />
      </div>
      {list.isError && <Trouble error={list.error} again={() => void list.refetch()} />}
      {part === 'year' && (
        <Year year={year} years={list.data?.years ?? []} choose={(chosen) => go({ year: String(chosen) })} />
      )}
      {part === 'ask' && <Ask />}
      {part === 'notice' && (
        <>
          <NoticeDesk waiting={list.data?.waiting ?? []} />
          <Entered amendments={list.data?.amendments ?? []} undone={list.data?.undone ?? []} />
        </>
      )}
    </>
  );
}
