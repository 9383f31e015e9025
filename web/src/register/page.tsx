import './register.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { useKept } from '../kept/kept.ts';
import { paths } from '../paths.ts';
import { BatchBar } from './batch-bar.tsx';
import { Cards } from './cards.tsx';
import type { Density } from './column-chooser.tsx';
import { USUAL, type Optional } from './column-groups.ts';
import type { Row } from './columns.tsx';
import { ProblemDrawer } from './drawer.tsx';
import { FilterLine } from './filters.tsx';
import { Pager } from './pager.tsx';
import { queryOf, type Filters } from './query.ts';
import { RegisterTable } from './register-table.tsx';
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
  const [shown, choose] = useKept<readonly Optional[]>('register.columns', USUAL);
  const [density, space] = useKept<Density>('register.density', 'dense');
  const [chosen, setChosen] = useState<readonly Row[]>([]);
  const [looked, look] = useState<Row | null>(null);
  const rows = list.data?.rows ?? [];
  const total = list.data
    ? t(list.data.more ? 'register.totalMore' : 'register.total', { total: list.data.total })
    : '';
  const done = (): void => {
    setChosen([]);
    void list.refetch();
  };
  return (
    <div className="register-page">
      <div className="page-head no-print">
        <h1>{t('frame.page.problems')}</h1>
        <span className="quiet small">{total}</span>
        <span className="grow" />
        <Tools filters={filters} ask={ask} look={{ shown, choose, density, space }} done={done} />
      </div>
      <h1 className="print-only">{t('frame.page.problems')}</h1>
      <FilterLine key={JSON.stringify(filters)} filters={filters} ask={ask} />
      {list.isError ? (
        <Trouble error={list.error} again={() => void list.refetch()} />
      ) : (
        <>
          <BatchBar rows={chosen} clear={() => setChosen([])} done={done} />
          <RegisterTable
            rows={rows}
            pending={list.isPending}
            shown={shown}
            density={density}
            chosen={chosen}
            choose={setChosen}
            look={look}
            quiet={looked !== null}
          />
          <Cards rows={rows} pending={list.isPending} />
          <Pager filters={filters} ask={ask} total={total} page={list.data} />
          <SignatureLine />
        </>
      )}
      <ProblemDrawer row={looked} close={() => look(null)} />
    </div>
  );
}

/** On paper: room for the seal of the unit and for those who answer for the list. */
function SignatureLine() {
  const { t } = useTranslation();
  return (
    <p className="signatures print-only">
      <span>{t('editions.office')}</span>
      <span>{t('editions.checked')}</span>
      <span>{t('editions.filled')}</span>
      <span>{t('editions.signedOn')}</span>
    </p>
  );
}
