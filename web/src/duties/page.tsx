import './duties.css';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { DutyCard } from './duty-card.tsx';
import { OrderWindow } from './order-window.tsx';

type Duty = Schema<'DutyList'>['duties'][number];

/** What falls due again and again: what my unit owes, what I see to, and how far each period is. */
export function DutiesPage() {
  const { t } = useTranslation();
  const [ordering, order] = useState<Duty | null>(null);
  const list = useQuery({ queryKey: ['duties'], queryFn: () => answered(api.GET('/api/duties')) });
  const duties = list.data?.duties ?? [];
  const groups = [
    { title: 'mine', duties: duties.filter(({ owes }) => owes) },
    { title: 'overseen', duties: duties.filter(({ owes, oversees }) => !owes && oversees) },
    { title: 'others', duties: duties.filter(({ owes, oversees }) => !owes && !oversees) },
  ] as const;
  return (
    <>
      <div className="page-head">
        <h1>{t('frame.page.duties')}</h1>
        <span className="quiet small">{t('duties.purpose')}</span>
      </div>
      {list.isError && <Trouble error={list.error} again={() => void list.refetch()} />}
      {list.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {list.data && duties.length === 0 && <p className="sheet nothing">{t('duties.none')}</p>}
      {groups.map(
        ({ title, duties: these }) =>
          these.length > 0 && (
            <section key={title} className="duty-group">
              <h2>{t(`duties.${title}`)}</h2>
              {these.map((duty) => (
                <DutyCard key={duty.id} duty={duty} order={() => order(duty)} />
              ))}
            </section>
          ),
      )}
      {ordering && list.data && <OrderWindow duty={ordering} today={list.data.today} close={() => order(null)} />}
    </>
  );
}
