import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schema } from '../api/client.ts';
import { useLabels } from '../api/plan.ts';
import { Trouble, useComplain } from '../api/trouble.tsx';
import { LeftOut } from '../lists/left-out.tsx';
import { UnitName } from '../units/unit-name.tsx';
import { everyProblem, problemsQuery, type Wanted } from './registered.ts';

type Row = Schema<'ProblemRow'>;
type Choice = {
  readonly fromImport: string | null;
  readonly chosen: readonly string[];
  readonly choose: (problems: readonly string[]) => void;
};

/** Registered problems to choose from: what is ticked stays ticked while one searches and leafs on. */
export function Picker({ fromImport, chosen, choose }: Choice) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [only, setOnly] = useState(fromImport !== null);
  const [after, setAfter] = useState<readonly string[]>([]);
  const wanted: Wanted = { q: words, from: only ? fromImport : null };
  const list = useQuery({
    queryKey: ['registered', wanted, after[after.length - 1] ?? ''],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(api.GET('/api/problems', { params: { query: problemsQuery(wanted, after[after.length - 1]) } })),
  });
  const search = (text: string): void => {
    setWords(text);
    setAfter([]);
  };
  return (
    <>
      <div className="row" style={{ marginBottom: 8 }}>
        <Input.Search
          allowClear
          style={{ width: 260 }}
          placeholder={t('register.words')}
          aria-label={t('register.words')}
          onSearch={search}
        />
        {fromImport !== null && (
          <Checkbox checked={only} onChange={(event) => setOnly(event.target.checked)}>
            {t('editions.onlyImport')}
          </Checkbox>
        )}
        <span className="grow" />
        <AllOfThem wanted={wanted} total={list.data?.total ?? 0} more={list.data?.more ?? false} choose={choose} />
        <span className="small">{t('register.selected', { count: chosen.length })}</span>
      </div>
      <LeftOut words={list.data?.leftOut} />
      {list.isError && <Trouble error={list.error} again={() => void list.refetch()} />}
      <Table<Row>
        size="small"
        rowKey="id"
        columns={useColumns()}
        dataSource={[...(list.data?.rows ?? [])]}
        loading={list.isFetching}
        pagination={false}
        scroll={{ x: 640, y: 320 }}
        locale={{ emptyText: t('editions.nothingRegistered') }}
        rowSelection={{
          selectedRowKeys: [...chosen],
          preserveSelectedRowKeys: true,
          onChange: (keys) => choose(keys.map(String)),
        }}
      />
      <Leaves after={after} next={list.data?.next ?? null} leaf={setAfter} />
    </>
  );
}

type Way = {
  readonly after: readonly string[];
  readonly next: string | null;
  readonly leaf: (after: readonly string[]) => void;
};

function Leaves({ after, next, leaf }: Way) {
  const { t } = useTranslation();
  return (
    <div className="row" style={{ marginTop: 8, justifyContent: 'flex-end' }}>
      <Button size="small" disabled={after.length === 0} onClick={() => leaf(after.slice(0, -1))}>
        {t('editions.previous')}
      </Button>
      <Button size="small" disabled={next === null} onClick={() => next !== null && leaf([...after, next])}>
        {t('editions.next')}
      </Button>
    </div>
  );
}

function AllOfThem({
  wanted,
  total,
  more,
  choose,
}: {
  readonly wanted: Wanted;
  readonly total: number;
  /** Counting stopped at `total`. */
  readonly more: boolean;
  readonly choose: Choice['choose'];
}) {
  const { t } = useTranslation();
  const complain = useComplain();
  const [busy, setBusy] = useState(false);
  const all = async (): Promise<void> => {
    setBusy(true);
    try {
      choose(await everyProblem(wanted));
    } catch (error) {
      complain(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="small" type="link" loading={busy} disabled={total === 0} onClick={() => void all()}>
      {t(more ? 'editions.chooseAllMore' : 'editions.chooseAll', { count: total })}
    </Button>
  );
}

function useColumns(): TableColumnsType<Row> {
  const { t } = useTranslation();
  const { facts, factHeads, field } = useLabels();
  return [
    { title: t('register.number'), dataIndex: 'number', width: 150 },
    { title: t('register.title'), dataIndex: 'title' },
    { title: factHeads.join(' · '), width: 130, render: (_value, row) => facts(row.facts).join(' · ') },
    { title: t('register.field'), width: 100, render: (_value, row) => field(row.field) },
    { title: t('register.township'), width: 110, render: (_value, row) => <UnitName name={row.townshipName} /> },
  ];
}
