import './feedback.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Refused } from '../api/refused.ts';
import { Trouble } from '../api/trouble.tsx';
import { Instant } from '../imports/instant.tsx';
import { UnitName } from '../units/unit-name.tsx';
import { FeedbackForm } from './feedback-form.tsx';

/** 意见建议: anybody who is signed in says what is missing or wrong; those who keep the system read it here. */
export function FeedbackPage() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false });
  return (
    <>
      <div className="page-head">
        <h1>{t('frame.page.feedback')}</h1>
        <span className="quiet small">{t('feedback.purpose')}</span>
      </div>
      <FeedbackForm about={search['about'] ?? ''} />
      <Given />
    </>
  );
}

function Given() {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['feedback'],
    initialPageParam: '',
    retry: false,
    queryFn: ({ pageParam: after }) =>
      answered(api.GET('/api/feedback', { params: { query: after ? { after } : {} } })),
    getNextPageParam: (page) => page.next,
  });
  // who may not read it has written all the same; nothing is missing on this page
  if (list.error instanceof Refused && list.error.document.status === 403)
    return <p className="quiet small">{t('feedback.whoReads')}</p>;
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section className="sheet">
      <h2>{t('feedback.given')}</h2>
      {list.isPending && <Skeleton active title={false} />}
      {list.isError && <Trouble error={list.error} again={() => void list.refetch()} />}
      {list.data && entries.length === 0 && <p className="nothing">{t('feedback.none')}</p>}
      <ul className="feedback">
        {entries.map((entry) => (
          <li key={entry.id}>
            <p className="text">{entry.text}</p>
            <p className="quiet small">
              <UnitName name={entry.unitName} /> {entry.name} · <Instant at={entry.at} /> · {entry.page}
            </p>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button type="link" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('workbench.more')}
        </Button>
      )}
    </section>
  );
}
