import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { Errands, useSeatName } from './errands.tsx';
import { grouped, type Grouping } from './grouping.ts';
import { TaskLines } from './task-lines.tsx';

const KINDS = ['todo', 'near', 'overdue', 'watching', 'vacant'] as const;

/** To-dos of one kind, what hurts first at the top, more on request. */
export function Tasks({ kind: asked, group }: { readonly kind: string; readonly group: Grouping }) {
  const { t } = useTranslation();
  const kind = KINDS.find((known) => known === asked) ?? 'todo';
  const seat = useVacantSeat(kind);
  const seatName = useSeatName();
  const tasks = useInfiniteQuery({
    queryKey: ['tasks', kind, seat],
    initialPageParam: '',
    // whoever works on a dossier for a while comes back to the same pages
    gcTime: 30 * 60_000,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/tasks', { params: { query: { kind, ...seat, ...(pageParam ? { after: pageParam } : {}) } } }),
      ),
    getNextPageParam: (page) => page.next,
  });
  if (tasks.isPending) return <Skeleton active style={{ padding: 16 }} paragraph={{ rows: 6 }} title={false} />;
  if (tasks.isError) return <Trouble error={tasks.error} again={() => void tasks.refetch()} />;
  const rows = tasks.data.pages.flatMap((page) => page.tasks);
  const errands = tasks.data.pages.flatMap((page) => page.errands);
  if (rows.length + errands.length === 0) return <p className="nothing">{t(`workbench.empty.${kind}`)}</p>;
  return (
    <>
      <Errands errands={errands} />
      {kind === 'vacant' && (
        <h2>{t('workbench.vacantRows', { seat: seatName(rows[0]?.unitName ?? null, seat.post ?? null) })}</h2>
      )}
      <TaskLines groups={grouped(rows, group)} whose={kind === 'watching' || kind === 'vacant'} />
      {tasks.hasNextPage && (
        <Button type="link" loading={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
          {t('workbench.more')}
        </Button>
      )}
    </>
  );
}

/** Of which post that nobody holds, as the address says; nothing where the lines of other kinds are asked for. */
function useVacantSeat(kind: string): { readonly unit?: string; readonly post?: string } {
  const { unit, post } = useSearch({ strict: false });
  return kind === 'vacant' && unit !== undefined && post !== undefined ? { unit, post } : {};
}
