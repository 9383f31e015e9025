import './people.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';
import { AddWindow } from './add-window.tsx';
import { UnitSheet } from './unit-sheet.tsx';
import { found, LEVELS, type Unit } from './units.ts';

/** 单位与人员: which unit plays which part in the plan, and who holds which post, from when. */
export function PeoplePage() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { admin } = useSession();
  const [words, setWords] = useState('');
  const [adding, setAdding] = useState(false);
  const units = useQuery({ queryKey: ['units'], queryFn: () => answered(api.GET('/api/units')) });
  const shown = found(units.data?.units ?? [], words);
  const chosen = units.data?.units.find((unit) => unit.id === search['unit']) ?? shown[0] ?? null;
  const choose = (unit: Unit): void => void navigate({ to: paths.people, search: { unit: unit.id } });
  return (
    <>
      <div className="page-head">
        <h1>{t('frame.page.people')}</h1>
        <span className="quiet small">{t('people.purpose')}</span>
        <span className="grow" />
        {admin && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        )}
      </div>
      {units.isError && <Trouble error={units.error} again={() => void units.refetch()} />}
      {units.isPending && <Skeleton active paragraph={{ rows: 8 }} title={false} />}
      <div className="people-body">
        <nav className="sheet" aria-label={t('people.units')}>
          <Input
            allowClear
            placeholder={t('people.find')}
            aria-label={t('people.find')}
            onChange={(event) => setWords(event.target.value)}
          />
          <UnitList units={shown} chosen={chosen} choose={choose} />
        </nav>
        {chosen && <UnitSheet key={chosen.id} unit={chosen} />}
      </div>
      {adding && <AddWindow units={units.data?.units ?? []} close={() => setAdding(false)} />}
    </>
  );
}

type List = { readonly units: readonly Unit[]; readonly chosen: Unit | null; readonly choose: (unit: Unit) => void };

function UnitList({ units, chosen, choose }: List) {
  const { t } = useTranslation();
  if (units.length === 0) return <p className="nothing">{t('people.noUnit')}</p>;
  return LEVELS.map((level) => {
    const here = units.filter((unit) => unit.level === level);
    return here.length === 0 ? null : (
      <section key={level}>
        <h3>{t(`people.level.${level}`)}</h3>
        {here.map((unit) => (
          <button
            key={unit.id}
            type="button"
            className="unit"
            aria-current={unit.id === chosen?.id}
            onClick={() => choose(unit)}
          >
            {unit.name}
            {unit.external && <span className="quiet tiny"> {t('people.external')}</span>}
          </button>
        ))}
      </section>
    );
  });
}
