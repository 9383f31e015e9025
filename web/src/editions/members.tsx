import { Link } from '@tanstack/react-router';
import { Pagination, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../api/plan.ts';
import { paths } from '../paths.ts';
import { UnitName } from '../units/unit-name.tsx';
import { Change } from './change.tsx';
import { MemberCards } from './member-cards.tsx';
import { Now } from './now.tsx';
import type { EditionView, Member } from './use-edition.ts';

const SIZE = 100;

/** The problems of the edition in the words that are agreed to; while it is being formed they may come and go. */
export function Members({ view }: { readonly view: EditionView }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [page, setPage] = useState(1);
  const first = (page - 1) * SIZE;
  const shown = view.members.slice(first, first + SIZE);
  const columns = useColumns(view, first);
  return (
    <section className="sheet members no-print">
      {view.mayChange && <Change view={view} chosen={chosen} clear={() => setChosen([])} />}
      <Table<Member>
        className="wide-only"
        size="small"
        bordered
        rowKey="id"
        columns={columns}
        dataSource={shown}
        pagination={false}
        scroll={{ x: 760 }}
        locale={{ emptyText: t('editions.empty') }}
        {...(view.mayChange
          ? {
              rowSelection: {
                selectedRowKeys: [...chosen],
                preserveSelectedRowKeys: true,
                onChange: (keys) => setChosen(keys.map(String)),
              },
            }
          : {})}
      />
      <MemberCards view={view} members={shown} />
      <Pagination
        style={{ marginTop: 12 }}
        size="small"
        align="end"
        hideOnSinglePage
        showSizeChanger={false}
        pageSize={SIZE}
        total={view.members.length}
        current={page}
        onChange={setPage}
      />
    </section>
  );
}

function useColumns({ policy, row: { stage } }: EditionView, first: number): TableColumnsType<Member> {
  const { t } = useTranslation();
  const { facts, factHeads, field } = useLabels(policy);
  return [
    { title: t('editions.serial'), width: 48, align: 'right', render: (_value, _row, index) => first + index + 1 },
    {
      title: t('register.number'),
      width: 136,
      render: (_value, row) => (
        <Link to={paths.dossier} params={{ id: row.id }}>
          {row.number}
        </Link>
      ),
    },
    {
      title: t('register.title'),
      render: (_value, row) => (
        <>
          {row.title}
          {row.description !== row.title && <div className="quiet tiny">{row.description}</div>}
          {row.place && <div className="quiet tiny">{row.place}</div>}
        </>
      ),
    },
    {
      title: factHeads.join(' · '),
      width: 112,
      render: (_value, row) => facts(row.facts).join(' · '),
    },
    { title: t('register.field'), width: 84, render: (_value, row) => field(row.field) },
    { title: t('register.township'), width: 84, render: (_value, row) => <UnitName name={row.townshipName} /> },
    { title: t('editions.proposed'), width: 100, render: (_value, row) => <UnitName name={row.proposedHolderName} /> },
    ...(stage === 'consented'
      ? [{ title: t('editions.now'), width: 136, render: (_value: unknown, row: Member) => <Now now={row.now} /> }]
      : []),
  ];
}
