import './first-hours.css';
import { CheckCircleFilled, RightCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schema } from '../api/client.ts';
import { Clause } from '../api/clause.tsx';
import { useCoordinator } from '../api/plan.ts';
import { useSession } from '../api/session.ts';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { useShortName } from '../units/short-names.ts';

type FirstHours = Schema<'FirstHours'>;
type Step = FirstHours['steps'][number];
type Seat = FirstHours['seats'][number];

/** What is missing before work goes on by itself, asked for anew whenever somebody comes back to it. */
export function useFirstHours() {
  return useQuery({ queryKey: ['first-hours'], queryFn: () => answered(api.GET('/api/first-hours')) });
}

/** 开始使用: what an installation still lacks, in order, each ticked from what is there; gone when all is done. */
export function FirstSteps({ hours }: { readonly hours: FirstHours }) {
  const { t } = useTranslation();
  if (hours.steps.length === 0) return null;
  return (
    <section className="sheet first-hours" aria-label={t('firstHours.title')}>
      <h2>{t('firstHours.title')}</h2>
      <p className="quiet small">{t('firstHours.hint')}</p>
      <ol>
        {hours.steps.map((step) => (
          <One key={step.id} step={step} hours={hours} />
        ))}
      </ol>
    </section>
  );
}

function One({ step, hours }: { readonly step: Step; readonly hours: FirstHours }) {
  const { t } = useTranslation();
  const { id, done, have, of } = step;
  return (
    <li className={done ? 'done' : 'open'}>
      <span className="mark">
        {done ? <CheckCircleFilled aria-hidden /> : <RightCircleOutlined aria-hidden />}
        <span className="unseen">{t(done ? 'firstHours.done' : 'firstHours.open')}</span>
      </span>
      <div>
        <b>{t(`firstHours.${id}`, { year: hours.year })}</b>{' '}
        {have !== null && of !== null && <span className="quiet small">{t('firstHours.of', { have, of })}</span>}
        {!done && (
          <>
            <p className="small">{t(`firstHours.${id}.hint`)}</p>
            {id === 'posts' && <Seats seats={hours.seats} />}
            <p>
              <Way id={id} />
            </p>
          </>
        )}
      </div>
    </li>
  );
}

/** Where it is done; what is another's to do says whose. */
function Way({ id }: { readonly id: Step['id'] }): ReactNode {
  const { t } = useTranslation();
  const { admin, menu } = useSession();
  const office = useOffice();
  if (id === 'posts' || id === 'people') {
    if (!admin) return t('firstHours.byKeeper');
    return id === 'people' ? (
      <>
        <Link to={paths.roster}>{t('roster.title')}</Link>
        {t('list.between')}
        <Link to={paths.people}>{t('firstHours.oneByOne')}</Link>
      </>
    ) : (
      <Link to={paths.people} search={{ empty: '1' }}>
        {t('firstHours.vacancies')}
      </Link>
    );
  }
  if (id === 'calendar') return <Link to={paths.calendar}>{t('firstHours.toCalendar')}</Link>;
  if (!menu.includes('imports')) return t('firstHours.byOffice', { office });
  return <Link to={paths.imports}>{t('firstHours.toImports')}</Link>;
}

const useOffice = (): string => useShortName()(useCoordinator());

/** Posts in the order in which they are needed, with what waits for them; each opens its unit. */
function Seats({ seats }: { readonly seats: readonly Seat[] }) {
  const { t } = useTranslation();
  const text = useText();
  const short = useShortName();
  return (
    <ul className="needed">
      {seats.map(({ unit, unitName, posts, why, step, clause, held }) => (
        <li key={`${unit} ${posts.map(({ post }) => post).join(' ')}`} className={held ? 'done' : 'open'}>
          <span className="mark">
            {held ? <CheckCircleFilled aria-hidden /> : <RightCircleOutlined aria-hidden />}
            <span className="unseen">{t(held ? 'firstHours.done' : 'firstHours.open')}</span>
          </span>
          <Link to={paths.people} search={{ unit }} title={unitName}>
            {short(unitName)} · {posts.map(({ postName }) => text(postName)).join(t('firstHours.or'))}
          </Link>
          <span className="quiet small">{t(`firstHours.why.${why}`, { step: text(step) })}</span>
          {clause !== null && <Clause id={clause} />}
        </li>
      ))}
    </ul>
  );
}
