import { Link } from '@tanstack/react-router';
import { Button, Popconfirm, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../api/plan.ts';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';
import { UnitName } from '../units/unit-name.tsx';
import { AddWindow } from './add-window.tsx';
import { useEditionAct, type EditionView } from './use-edition.ts';

type Member = EditionView['members'][number];

/** The problems of the edition in the words that are agreed to; while it is being formed they may come and go. */
export function Members({ view }: { readonly view: EditionView }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const columns = useColumns(view);
  return (
    <section className="sheet members">
      {view.mayChange && <Change view={view} chosen={chosen} clear={() => setChosen([])} />}
      <Table<Member>
        size="small"
        bordered
        rowKey="id"
        columns={columns}
        dataSource={[...view.members]}
        pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 760 }}
        locale={{ emptyText: t('editions.empty') }}
        {...(view.mayChange
          ? { rowSelection: { selectedRowKeys: [...chosen], onChange: (keys) => setChosen(keys.map(String)) } }
          : {})}
      />
    </section>
  );
}

function Change({
  view,
  chosen,
  clear,
}: {
  readonly view: EditionView;
  readonly chosen: readonly string[];
  readonly clear: () => void;
}) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const { act, busy, trouble } = useEditionAct(view);
  const remove = async (): Promise<void> => {
    if (await act({ type: 'ChangeProblems', add: [], remove: [...chosen] })) clear();
  };
  return (
    <div className="row no-print" style={{ marginBottom: 8 }}>
      <Button size="small" onClick={() => setAdding(true)}>
        {t('editions.add')}
      </Button>
      <Popconfirm
        title={t('editions.removeAsked', { count: chosen.length })}
        onConfirm={() => void remove()}
        disabled={chosen.length === 0}
      >
        <Button size="small" disabled={chosen.length === 0} loading={busy}>
          {t('editions.remove', { count: chosen.length })}
        </Button>
      </Popconfirm>
      <span className="quiet small">{t('editions.mayChange')}</span>
      {trouble !== null && <Trouble error={trouble} />}
      {adding && <AddWindow view={view} close={() => setAdding(false)} />}
    </div>
  );
}

function useColumns({ policy }: EditionView): TableColumnsType<Member> {
  const { t } = useTranslation();
  const { fact, field } = useLabels(policy);
  return [
    { title: t('editions.serial'), width: 48, align: 'right', render: (_value, _row, index) => index + 1 },
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
          {row.place && <div className="quiet tiny">{row.place}</div>}
        </>
      ),
    },
    {
      title: t('editions.originAndGrade'),
      width: 92,
      render: (_value, row) => [fact('origin', row.origin), fact('grade', row.grade)].filter(Boolean).join(' · '),
    },
    { title: t('register.field'), width: 84, render: (_value, row) => field(row.field) },
    { title: t('register.township'), width: 84, render: (_value, row) => <UnitName name={row.townshipName} /> },
    { title: t('editions.proposed'), width: 100, render: (_value, row) => <UnitName name={row.proposedHolderName} /> },
  ];
}
