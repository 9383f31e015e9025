import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { answered, api } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { shortDay } from '../i18n/day.ts';
import { useAddress } from '../kinds/address.ts';
import { Acknowledge } from './acknowledge.tsx';
import { useShortName } from '../units/short-names.ts';

/** The most one wish may carry. */
const AT_ONCE = 200;

/** 抄送我: copies filed with my units and not yet read, or copies that are still to be sent to superiors. */
export function Copies({ state }: { readonly state: 'filed' | 'owed' }) {
  const { t } = useTranslation();
  const short = useShortName();
  const address = useAddress();
  const copies = useInfiniteQuery({
    queryKey: ['copies', state],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/copies', { params: { query: { state, ...(pageParam ? { after: pageParam } : {}) } } })),
    getNextPageParam: (page) => page.next,
  });
  if (copies.isPending) return <Skeleton active style={{ padding: 16 }} title={false} />;
  if (copies.isError) return <Trouble error={copies.error} again={() => void copies.refetch()} />;
  const rows = copies.data.pages.flatMap((page) => page.copies);
  const first = rows.slice(0, AT_ONCE);
  if (rows.length === 0) return <p className="nothing">{t('workbench.noCopies')}</p>;
  return (
    <>
      <h2 className="row" style={{ justifyContent: 'space-between' }}>
        {t(state === 'owed' ? 'workbench.copiesOwed' : 'workbench.copies')}
        {state === 'filed' && <Acknowledge copies={first} label={t('workbench.readAll', { count: first.length })} />}
      </h2>
      <ul>
        {rows.map((copy) => (
          <li key={copy.dossier + copy.copy}>
            <span className="quiet small">{shortDay(copy.filedOn)}</span>
            <span className="subject">
              <Link {...address(copy.kind, copy.dossier)}>{copy.subject}</Link>
              <span className="quiet tiny">{copy.number}</span>
            </span>
            <span className="step row small">
              {short(copy.unitName)} <Clause id={copy.clause} />
            </span>
            {state === 'filed' ? <Acknowledge copies={[copy]} label={t('workbench.read')} /> : <span />}
            <Link {...address(copy.kind, copy.dossier)} className="small nowrap">
              {t(state === 'owed' ? 'workbench.send' : 'workbench.look')}
            </Link>
          </li>
        ))}
      </ul>
      {copies.hasNextPage && (
        <Button type="link" loading={copies.isFetchingNextPage} onClick={() => void copies.fetchNextPage()}>
          {t('workbench.more')}
        </Button>
      )}
    </>
  );
}
