import './feedback.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCoordinator } from '../api/plan.ts';
import { answered, api, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { Instant } from '../imports/instant.tsx';
import { paths } from '../paths.ts';
import { UnitName } from '../units/unit-name.tsx';
import { pageOf } from './about.ts';
import { FeedbackForm } from './feedback-form.tsx';
import { PageLink } from './page-link.tsx';

/** 意见建议: anybody who is signed in says what is missing or wrong; those who keep the system read it here. */
export function FeedbackPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { about = '' } = useSearch({ strict: false });
  const known = pageOf(about) === null ? '' : about;
  return (
    <>
      <div className="page-head">
        <h1>{t('frame.page.feedback')}</h1>
        <span className="quiet small">{t('feedback.purpose')}</span>
      </div>
      <FeedbackForm about={known} forget={() => void navigate({ to: paths.feedback, search: {} })} />
      <Given />
    </>
  );
}

function Given() {
  const { t } = useTranslation();
  const office = useCoordinator();
  const list = useInfiniteQuery({
    queryKey: ['feedback'],
    initialPageParam: '',
    queryFn: ({ pageParam: after }) =>
      answered(api.GET('/api/feedback', { params: { query: after ? { after } : {} } })),
    getNextPageParam: (page) => page.next,
  });
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  const everybody = list.data?.pages[0]?.everybody ?? false;
  return (
    <section className="sheet">
      <h2>
        {t(everybody ? 'feedback.given' : 'feedback.own')}{' '}
        <span className="quiet small">{t('feedback.whoReads', { office })}</span>
      </h2>
      {list.isPending && <Skeleton active title={false} />}
      {list.isError && <Trouble error={list.error} again={() => void list.refetch()} />}
      {list.data && entries.length === 0 && (
        <p className="nothing">{t(everybody ? 'feedback.none' : 'feedback.noneOwn')}</p>
      )}
      <ul className="feedback">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button type="link" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('feedback.more')}
        </Button>
      )}
    </section>
  );
}

function Entry({ entry }: { readonly entry: Schema<'FeedbackList'>['entries'][number] }) {
  return (
    <li>
      <p className="text">{entry.text}</p>
      <p className="row quiet small">
        <span>
          <UnitName name={entry.unitName} /> {entry.name}
        </span>
        <Instant at={entry.at} />
        <PageLink address={entry.page} />
      </p>
    </li>
  );
}
