import './workbench.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { SkipToWork } from '../frame/skip.tsx';
import { longDay } from '../i18n/day.ts';
import { paths } from '../paths.ts';
import { later } from '../windows/later.tsx';
import { Copies } from './copies.tsx';
import { Figures, type Figure } from './figures.tsx';
import type { Grouping } from './grouping.ts';
import { Tasks } from './tasks.tsx';
import { Dossiers, VIEWS, type View } from './views.tsx';

const KeeperFirst = later(() => import('../first-hours/page.tsx'), 'KeeperFirst');
const Missing = later(() => import('../first-hours/missing.tsx'), 'Missing');

/** A card of figures, or a view beside them. */
type Turned = Figure | View | 'vacant';

/** 工作台, for whoever holds a post. An administrator has none and begins with what is missing; who holds no post yet is told so. */
export function WorkbenchPage() {
  const { t } = useTranslation();
  const { menu, admin } = useSession();
  if (menu.includes('workbench')) return <Bench />;
  if (admin) return <KeeperFirst />;
  return <p className="sheet nothing">{t('workbench.noPost')}</p>;
}

/** What is mine, how long I have, what hurts first. */
function Bench() {
  const { t } = useTranslation();
  const lines = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const kind = (search['kind'] ?? 'todo') as Turned; // an unknown word shows the to-dos
  const group = (search['group'] ?? 'none') as Grouping; // as above: not grouped
  const bench = useQuery({
    queryKey: ['workbench'],
    queryFn: () => answered(api.GET('/api/workbench')),
    refetchInterval: 60_000,
  });
  const go = (changed: { kind?: Turned; group?: Grouping }): void => {
    const wanted = { kind, group, ...changed };
    void navigate({
      to: paths.workbench,
      search: {
        ...(wanted.kind === 'todo' ? {} : { kind: wanted.kind }),
        ...(wanted.kind === 'vacant' ? { unit: search['unit'], post: search['post'] } : {}),
        ...(wanted.group === 'none' ? {} : { group: wanted.group }),
      },
    });
  };
  const { installation, menu } = useSession();
  const open = (figure: Figure): void => {
    const closedSince = `${installation.today.slice(0, 7)}-01`;
    const mine = bench.data?.wide === true ? {} : { mine: 'true' };
    if (figure === 'closedThisMonth') void navigate({ to: paths.register, search: { closedSince, ...mine } });
    else go({ kind: figure });
  };
  return (
    <>
      <Heading group={group} regroup={(to) => go({ group: to })} />
      {bench.data?.wide === true && <Missing />}
      {bench.isError && <Trouble error={bench.error} again={() => void bench.refetch()} />}
      <Figures counts={bench.data?.counts} hasRegister={menu.includes('problems')} chosen={kind} open={open} />
      <ViewSwitch kind={kind} turn={(to) => go({ kind: to })} />
      <SkipToWork says={t('workbench.skip')} within={lines} />
      <div className="sheet tasks" ref={lines}>
        <Opened kind={kind} group={group} />
      </div>
    </>
  );
}

/** The lines of the card or view that is turned to. */
function Opened({ kind, group }: { readonly kind: Turned; readonly group: Grouping }) {
  const view = VIEWS.find((known) => known === kind);
  if (view) return <Dossiers view={view} />;
  if (kind === 'unread' || kind === 'owed') return <Copies state={kind === 'unread' ? 'filed' : 'owed'} />;
  return <Tasks kind={kind} group={group} />;
}

/** Beside what is to be done: what my unit holds, where we have a part, what I did. */
function ViewSwitch({ kind, turn }: { readonly kind: Turned; readonly turn: (to: Turned) => void }) {
  const { t } = useTranslation();
  const view = VIEWS.find((known) => known === kind);
  return (
    <Segmented<Turned>
      className="views"
      value={view ?? 'todo'}
      aria-label={t('workbench.views')}
      options={(['todo', ...VIEWS] as const).map((value) => ({ value, label: t(`workbench.view.${value}`) }))}
      onChange={(to) => turn(to)}
    />
  );
}

function Heading({ group, regroup }: { readonly group: Grouping; readonly regroup: (to: Grouping) => void }) {
  const { t, i18n } = useTranslation();
  const { installation } = useSession();
  return (
    <div className="page-head">
      <h1>{t('frame.page.workbench')}</h1>
      <span className="quiet small">{longDay(installation.today, i18n.language)}</span>
      <span className="grow" />
      <span className="quiet tiny wide-only">
        <kbd>j</kbd> <kbd>k</kbd> {t('workbench.move')} <kbd>Enter</kbd> {t('workbench.handle')}
      </span>
      <Segmented
        size="small"
        value={group}
        aria-label={t('workbench.group')}
        options={(['none', 'step', 'unit'] as const).map((value) => ({ value, label: t(`workbench.group.${value}`) }))}
        onChange={regroup}
      />
    </div>
  );
}
