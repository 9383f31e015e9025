import { FullscreenOutlined, PrinterOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Empty, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { Light } from '../light/light.tsx';
import { paths } from '../paths.ts';
import { BatchBar } from './batch-bar.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { OPTIONAL, useColumns, type Optional, type Row } from './columns.tsx';
import { ProblemDrawer } from './drawer.tsx';
import { FilterLine } from './filters.tsx';
import { useKept } from './kept.ts';
import { exportAddress, queryOf, type Filters } from './query.ts';
import { RegisterForm } from './register-form.tsx';
import { SavedQueries } from './saved-queries.tsx';

const DEFAULT: readonly Optional[] = OPTIONAL.filter((column) => column !== 'registered' && column !== 'edition');

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
  const [shown, setShown] = useKept<readonly Optional[]>('register.columns', DEFAULT);
  const [chosen, setChosen] = useState<readonly Row[]>([]);
  const [looked, setLooked] = useState<Row | null>(null);
  const openPage = (row: Row): void => void navigate({ to: paths.dossier, params: { id: row.id } });
  const columns = useColumns(shown, openPage);
  const total = list.data
    ? t(list.data.more ? 'register.totalMore' : 'register.total', { total: list.data.total })
    : '';
  return (
    <>
      <div className="page-head no-print">
        <h1>{t('frame.page.problems')}</h1>
        <span className="quiet">{total}</span>
        <span className="grow" />
        <SavedQueries filters={filters} ask={ask} />
        <ColumnChooser shown={shown} choose={setShown} />
        <Button
          icon={<FullscreenOutlined />}
          className="wide-only"
          onClick={() => void document.getElementById('page')?.requestFullscreen()}
          title={t('register.fullScreen')}
          aria-label={t('register.fullScreen')}
        />
        <Button
          icon={<PrinterOutlined />}
          className="wide-only"
          onClick={() => print()}
          title={t('register.print')}
          aria-label={t('register.print')}
        />
        <Button href={exportAddress(filters)}>{t('register.exportSome')}</Button>
        <RegisterForm done={() => void list.refetch()} />
      </div>
      <FilterLine key={JSON.stringify(filters)} filters={filters} ask={ask} />
      {list.isError && <Trouble error={list.error} again={() => void list.refetch()} />}
      <BatchBar
        rows={chosen}
        done={() => {
          setChosen([]);
          void list.refetch();
        }}
      />
      <Table<Row>
        className="register wide-only"
        size="small"
        rowKey="id"
        bordered
        loading={list.isPending}
        columns={columns}
        dataSource={list.data?.rows ?? []}
        pagination={false}
        scroll={{ x: 'max-content', y: 'calc(100vh - 292px)' }}
        sticky
        rowSelection={{
          selectedRowKeys: chosen.map((row) => row.id),
          onChange: (_keys, rows) => setChosen(rows),
          columnWidth: 36,
        }}
        onRow={(row) => ({
          onClick: () => setLooked(row),
          tabIndex: 0,
          onKeyDown: (event) => {
            if (event.key === 'Enter') setLooked(row);
          },
        })}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={
                <>
                  {t('register.empty')}
                  <br />
                  <span className="quiet">{t('register.emptyHint')}</span>
                </>
              }
            />
          ),
        }}
      />
      <Cards rows={list.data?.rows ?? []} open={openPage} />
      <div className="tools" style={{ marginTop: 8 }}>
        <span className="quiet">{total}</span>
        <span className="grow" />
        <Button
          size="small"
          onClick={() => ask({ ...filters, after: undefined, sort: filters.sort === 'due' ? undefined : 'due' })}
        >
          {t(filters.sort === 'due' ? 'register.byNumber' : 'register.near')}
        </Button>
        {filters.after && (
          <Button size="small" onClick={() => ask({ ...filters, after: undefined })}>
            {t('register.first')}
          </Button>
        )}
        {list.data?.next && (
          <Button size="small" onClick={() => ask({ ...filters, after: list.data.next ?? undefined })}>
            {t('register.next')}
          </Button>
        )}
      </div>
      <ProblemDrawer row={looked} close={() => setLooked(null)} open={openPage} />
    </>
  );
}

/** The same rows for a phone. */
function Cards({ rows, open }: { readonly rows: readonly Row[]; readonly open: (row: Row) => void }) {
  const { t } = useTranslation();
  return (
    <div className="cards">
      {rows.map((row) => (
        <button key={row.id} type="button" className="card" onClick={() => open(row)}>
          <div className="quiet small">
            {row.number} · {t(`register.stage.${row.stage}`)}
          </div>
          <div>{row.title}</div>
          <div className="small">
            <Light light={row.light} closed={row.closedOn !== null} /> <span className="quiet">{row.holderName}</span>
          </div>
        </button>
      ))}
    </div>
  );
}
