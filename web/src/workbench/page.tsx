import './workbench.css';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { longDay } from '../i18n/day.ts';
import { paths } from '../paths.ts';
import { Copies } from './copies.tsx';
import { Figures, type Figure } from './figures.tsx';
import type { Grouping } from './grouping.ts';
import { Tasks } from './tasks.tsx';

/** 工作台, for whoever holds a post. An administrator has none and begins with the accounts; who holds no post yet is told so. */
export function WorkbenchPage() {
  const { t } = useTranslation();
  const { menu, admin } = useSession();
  if (menu.includes('workbench')) return <Bench />;
  if (admin) return <Navigate to={paths.people} replace />;
  return <p className="sheet nothing">{t('workbench.noPost')}</p>;
}

/** What is mine, how long I have, what hurts first. */
function Bench() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const kind = (search['kind'] ?? 'todo') as Figure; // an unknown word shows the to-dos
  const group = (search['group'] ?? 'none') as Grouping; // as above: not grouped
  const bench = useQuery({
    queryKey: ['workbench'],
    queryFn: () => answered(api.GET('/api/workbench')),
    refetchInterval: 60_000,
  });
  const go = (changed: { kind?: Figure; group?: Grouping }): void => {
    const wanted = { kind, group, ...changed };
    void navigate({
      to: paths.workbench,
      search: {
        ...(wanted.kind === 'todo' ? {} : { kind: wanted.kind }),
        ...(wanted.group === 'none' ? {} : { group: wanted.group }),
      },
    });
  };
  const { installation } = useSession();
  const open = (figure: Figure): void => {
    const closedSince = `${installation.today.slice(0, 7)}-01`;
    if (figure === 'closedThisMonth') void navigate({ to: paths.register, search: { closedSince } });
    else go({ kind: figure });
  };
  const copies = kind === 'unread' ? 'filed' : kind === 'owed' ? 'owed' : null;
  return (
    <>
      <Heading group={group} regroup={(to) => go({ group: to })} />
      {bench.isError && <Trouble error={bench.error} again={() => void bench.refetch()} />}
      <Figures counts={bench.data?.counts} chosen={kind} open={open} />
      <div className="sheet tasks">{copies ? <Copies state={copies} /> : <Tasks kind={kind} group={group} />}</div>
    </>
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
