import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';
import { Copies } from './copies.tsx';
import { grouped, type Grouping } from './grouping.ts';
import { TaskLines } from './task-lines.tsx';

const KINDS = ['todo', 'near', 'overdue', 'watching'] as const;
type Kind = (typeof KINDS)[number];
const SHOWN = ['todo', 'near', 'overdue', 'watching', 'unread', 'owed', 'closedThisMonth'] as const;

/** 工作台: what is mine, how long I have, what hurts first. */
export function WorkbenchPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { kind = 'todo', group = 'none' } = useSearch({ strict: false });
  const bench = useQuery({
    queryKey: ['workbench'],
    queryFn: () => answered(api.GET('/api/workbench')),
    refetchInterval: 60_000,
  });
  const go = (search: Record<string, string>): void =>
    void navigate({ to: paths.workbench, search: { kind, group, ...search } });
  if (bench.isError) return <Trouble error={bench.error} again={() => void bench.refetch()} />;
  const counts = bench.data?.counts;
  return (
    <>
      <div className="page-head">
        <h1>{t('frame.page.workbench')}</h1>
        <span className="grow" />
        <span className="quiet small wide-only">{t('workbench.keys')}</span>
        <Segmented
          size="small"
          value={group}
          options={(['none', 'step', 'unit'] as const).map((value) => ({
            value,
            label: t(`workbench.group.${value}`),
          }))}
          onChange={(value) => go({ group: value })}
        />
      </div>
      <div className="figures">
        {SHOWN.filter((figure) => figure !== 'owed' || (counts?.owed ?? 0) > 0).map((figure) => (
          <button
            key={figure}
            type="button"
            aria-pressed={kind === figure}
            onClick={() =>
              figure === 'closedThisMonth'
                ? void navigate({ to: paths.register, search: { stage: 'closed' } })
                : go({ kind: figure })
            }
          >
            <b>{counts?.[figure] ?? '–'}</b>
            {t(`workbench.${figure}`)}
          </button>
        ))}
      </div>
      <div className="sheet" style={{ padding: 0 }}>
        {kind === 'unread' || kind === 'owed' ? (
          <Copies state={kind === 'owed' ? 'owed' : 'filed'} />
        ) : (
          <Tasks kind={KINDS.find((known) => known === kind) ?? 'todo'} group={group as Grouping} />
        )}
      </div>
      <p className="small">
        <Link to={paths.register} search={{ mine: 'true' }}>
          {t('frame.page.problems')}
        </Link>
      </p>
    </>
  );
}

function Tasks({ kind, group }: { readonly kind: Kind; readonly group: Grouping }) {
  const { t } = useTranslation();
  const tasks = useInfiniteQuery({
    queryKey: ['tasks', kind],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/tasks', { params: { query: { kind, ...(pageParam ? { after: pageParam } : {}) } } })),
    getNextPageParam: (page) => page.next,
  });
  if (tasks.isPending) return <Skeleton active style={{ padding: 16 }} />;
  if (tasks.isError) return <Trouble error={tasks.error} again={() => void tasks.refetch()} />;
  const rows = tasks.data.pages.flatMap((page) => page.tasks);
  if (rows.length === 0)
    return (
      <p className="quiet" style={{ padding: '24px 16px', margin: 0 }}>
        {t(kind === 'todo' ? 'workbench.empty' : 'workbench.emptyKind')}
      </p>
    );
  return (
    <>
      <TaskLines groups={grouped(rows, group)} />
      {tasks.hasNextPage && (
        <Button type="link" loading={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
          {t('workbench.more')}
        </Button>
      )}
    </>
  );
}
