import './duties.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { answered, api, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { DayStrip } from '../due/strip.tsx';
import { longDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { Draw } from './draw.tsx';
import { Late } from './duty-card.tsx';
import { isWaiting, STATES, StateOf, type CellState } from './state.tsx';
import { UrgeWindow } from './urge-window.tsx';
import { WallPaper } from './wall-paper.tsx';
import { WallTable } from './wall-table.tsx';

type Wall = Schema<'DutyWall'>;

/** 填报情况: who owes what in one period and who has filed it. */
export function WallPage() {
  const { duty = '', period = '' } = useParams({ strict: false });
  const wall = useQuery({
    queryKey: ['duties', duty, period],
    queryFn: () => answered(api.GET('/api/duties/{duty}/{period}', { params: { path: { duty, period } } })),
  });
  if (wall.isError) return <Trouble error={wall.error} again={() => void wall.refetch()} />;
  if (!wall.data) return <Skeleton active paragraph={{ rows: 8 }} />;
  return <Shown wall={wall.data} />;
}

function Shown({ wall }: { readonly wall: Wall }) {
  const states = useStates();
  return (
    <>
      <Head wall={wall} />
      <Tools wall={wall} states={states} />
      <section className="sheet wall-sheet">
        <WallTable wall={wall} states={states.chosen} />
      </section>
      {wall.period.drawn !== null && <Draw duty={wall.duty.id} period={wall.period.id} />}
      <Arithmetic wall={wall} />
      <WallPaper wall={wall} states={states.chosen} />
    </>
  );
}

function Head({ wall: { duty, period } }: { readonly wall: Wall }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  return (
    <div className="page-head">
      <h1>
        {text(duty.title)} <span className="nowrap">{period.id}</span>
      </h1>
      <Clause id={duty.clause} edition={period.policy} />
      <span className="small">{t('duties.dueOn', { day: longDay(period.due, i18n.language) })}</span>
      {period.openedLate && <Late period={period} />}
      {period.gathering && (
        <Link className="small" to={paths.case} params={{ id: period.gathering.id }}>
          {period.gathering.number}{' '}
          {period.gathering.frozenOn ? t('duties.frozenOn', { day: period.gathering.frozenOn }) : t('duties.notFrozen')}
        </Link>
      )}
      <span className="grow" />
      <Link className="small" to={paths.duties}>
        {t('duties.back')}
      </Link>
      {period.text && <p className="said small">{period.text}</p>}
    </div>
  );
}

type States = {
  readonly chosen: readonly CellState[];
  readonly toggle: (state: CellState) => void;
  readonly reset: () => void;
};

/** The states that the wall is narrowed to stand in the address. */
function useStates(): States {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = (search['state'] ?? '').split(',');
  const chosen = STATES.filter((state) => asked.includes(state));
  const go = (states: readonly CellState[]): void =>
    void navigate({ to: '.', search: states.length > 0 ? { state: states.join(',') } : {}, replace: true });
  return {
    chosen,
    toggle: (state) => go(chosen.includes(state) ? chosen.filter((each) => each !== state) : [...chosen, state]),
    reset: () => go([]),
  };
}

function Tools({ wall, states: { chosen, toggle, reset } }: { readonly wall: Wall; readonly states: States }) {
  const { t } = useTranslation();
  const [urging, urge] = useState(false);
  const { counts, duty, period } = wall;
  const waiting = STATES.filter(isWaiting).reduce((sum, state) => sum + counts[state], 0);
  const query = chosen.map((state) => `state=${state}`).join('&');
  const address = `/api/duties/${duty.id}/${period.id}/wall.xlsx${query && `?${query}`}`;
  return (
    <div className="row wall-tools no-print">
      <fieldset className="row chips" aria-label={t('duties.state')}>
        <button type="button" className="chip" aria-pressed={chosen.length === 0} onClick={reset}>
          {t('duties.all')} {period.counts.owed}
        </button>
        {STATES.filter((state) => counts[state] > 0 || chosen.includes(state)).map((state) => (
          <button
            type="button"
            key={state}
            className="chip"
            aria-pressed={chosen.includes(state)}
            onClick={() => toggle(state)}
          >
            <StateOf state={state} /> {counts[state]}
          </button>
        ))}
      </fieldset>
      <span className="grow" />
      {duty.oversees && (
        <Button type="primary" disabled={waiting === 0} onClick={() => urge(true)}>
          {waiting === 0 ? t('duties.nobodyToUrge') : t('duties.urgeAll', { count: waiting })}
        </Button>
      )}
      <Button href={address}>{t('duties.export')}</Button>
      <Button className="wide-only" onClick={() => window.print()}>
        {t('duties.print')}
      </Button>
      {urging && <UrgeWindow wall={wall} count={waiting} close={() => urge(false)} />}
    </div>
  );
}

function Arithmetic({ wall: { arithmetic, period } }: { readonly wall: Wall }) {
  const { t } = useTranslation();
  const text = useText();
  if (!arithmetic) return null;
  return (
    <section className="sheet no-print">
      <h2>{t('duties.arithmetic')}</h2>
      <p className="small">
        {text(arithmetic.term)}
        {arithmetic.provisional && <span className="provisional">{t('duties.provisional')}</span>}
      </p>
      <DayStrip days={arithmetic.days} due={period.due} />
    </section>
  );
}
