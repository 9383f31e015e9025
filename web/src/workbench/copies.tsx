import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { paths } from '../paths.ts';

/** 抄送我: copies filed with my units and not yet read, or copies that are still to be sent to superiors. */
export function Copies({ state }: { readonly state: 'filed' | 'owed' }) {
  const { t } = useTranslation();
  const copies = useQuery({
    queryKey: ['copies', state],
    queryFn: () => answered(api.GET('/api/copies', { params: { query: { state } } })),
  });
  if (copies.isPending) return <Skeleton active style={{ padding: 16 }} />;
  if (copies.isError) return <Trouble error={copies.error} again={() => void copies.refetch()} />;
  if (copies.data.copies.length === 0)
    return (
      <p className="quiet" style={{ padding: '24px 16px', margin: 0 }}>
        {t('workbench.noCopies')}
      </p>
    );
  return (
    <>
      <h2 style={{ padding: '10px 12px 0' }}>{t(state === 'owed' ? 'workbench.copiesOwed' : 'workbench.copies')}</h2>
      <ul className="rows">
        {copies.data.copies.map((copy) => (
          <li key={`${copy.dossier}${copy.copy}`}>
            <span>{copy.filedOn}</span>
            <span className="subject">
              <span className="quiet">{copy.number}</span> {copy.subject}
            </span>
            <span className="small">
              {copy.unitName} <span className="clause">{copy.clause}</span>
            </span>
            <Link to={paths.dossier} params={{ id: copy.dossier }}>
              {t(state === 'owed' ? 'workbench.send' : 'workbench.handle')}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
