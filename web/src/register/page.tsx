import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useCoordinator } from '../api/plan.ts';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { useKept } from '../kept/kept.ts';
import type { Density } from '../lists/column-chooser.tsx';
import { LeftOut } from '../lists/left-out.tsx';
import { ListTable } from '../lists/list-table.tsx';
import { Nothing } from '../lists/nothing.tsx';
import { Pager } from '../lists/pager.tsx';
import { SignatureLine } from '../lists/signature-line.tsx';
import { paths } from '../paths.ts';
import { BatchBar } from './batch-bar.tsx';
import { Cards } from './cards.tsx';
import { USUAL } from './column-groups.ts';
import { useColumns, type Row } from './columns.tsx';
import { ProblemDrawer } from './drawer.tsx';
import { FilterLine } from './filters.tsx';
import { queryOf, type Filters } from './query.ts';
import { Tools } from './tools.tsx';

/** 问题台账: the county's problems as a dense table; the query stands in the address. */
export function RegisterPage() {
  const { t } = useTranslation();
  const filters = useSearch({ strict: false }) as Filters; // every page reads its own part of the address
  const navigate = useNavigate();
  const ask = (changed: Filters): void => void navigate({ to: paths.register, search: changed });
  const list = useQuery({
    queryKey: ['problems', filters],
    placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/api/problems', { params: { query: queryOf(filters) } })),
  });
  const [shown, choose] = useKept<readonly string[]>('register.columns', USUAL);
  const [density, space] = useKept<Density>('register.density', 'dense');
  const [chosen, setChosen] = useState<readonly Row[]>([]);
  const [looked, look] = useState<Row | null>(null);
  const columns = useColumns(shown, look);
  const rows = list.data?.rows ?? [];
  const total = list.data
    ? t(list.data.more ? 'register.totalMore' : 'register.total', { total: list.data.total })
    : '';
  const done = (): void => {
    setChosen([]);
    void list.refetch();
  };
  return (
    <div className="list-page">
      <div className="page-head no-print">
        <h1>{t('frame.page.problems')}</h1>
        <span className="quiet small">{total}</span>
        <span className="grow" />
        <Tools filters={filters} ask={ask} look={{ shown, choose, density, space }} done={done} />
      </div>
      <h1 className="print-only">{t('frame.page.problems')}</h1>
      <FilterLine filters={filters} ask={ask} />
      <LeftOut words={list.data?.leftOut} />
      {list.isError ? (
        <Trouble error={list.error} again={() => void list.refetch()} />
      ) : (
        <>
          <BatchBar rows={chosen} clear={() => setChosen([])} done={done} />
          <ListTable
            rows={rows}
            pending={list.isPending}
            columns={columns}
            density={density}
            ticked={{ chosen, choose: setChosen }}
            look={look}
            quiet={looked !== null}
            nothing={<EmptyRegister narrowed={Object.values(filters).some(Boolean)} />}
          />
          <Cards rows={rows} pending={list.isPending} />
          <Pager asked={filters} ask={ask} total={total} page={list.data} />
          <SignatureLine />
        </>
      )}
      <ProblemDrawer row={looked} close={() => look(null)} />
    </div>
  );
}

/** An empty register says who fills it; one that is only narrowed down says how to see more. */
function EmptyRegister({ narrowed }: { readonly narrowed: boolean }) {
  const { t } = useTranslation();
  const { menu } = useSession();
  const office = useCoordinator();
  if (narrowed) return <Nothing says={t('register.empty')} hint={t('register.emptyHint')} />;
  const hint = t(menu.includes('imports') ? 'register.noneMine' : 'register.noneOthers', { office });
  return <Nothing says={t('register.none')} hint={hint} />;
}
