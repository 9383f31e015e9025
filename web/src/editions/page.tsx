import './editions.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Skeleton, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schema } from '../api/client.ts';
import { Clause } from '../api/clause.tsx';
import { Trouble } from '../api/trouble.tsx';
import { longDay } from '../i18n/day.ts';
import { paths } from '../paths.ts';
import { useObstacle } from '../verbs/obstacle.ts';
import '../verbs/verbs.css';
import { Share } from './hand-over.tsx';
import { later } from '../windows/later.tsx';

const FormWindow = later(() => import('./form-window.tsx'), 'FormWindow');

type Row = Schema<'EditionRow'>;

/** 一张表: the editions that were formed, newest first, and the way to form the next. */
export function EditionsPage() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const sentence = useObstacle();
  const forming = search['form'] !== undefined || search['import'] !== undefined;
  const list = useQuery({ queryKey: ['editions'], queryFn: () => answered(api.GET('/api/editions')) });
  const editions = list.data?.editions ?? [];
  const obstacle = list.data?.obstacle ?? null;
  const mayForm = list.data !== undefined && obstacle === null;
  const close = (): void => void navigate({ to: paths.editions, search: {} });
  return (
    <>
      <div className="page-head">
        <h1>{t('frame.page.editions')}</h1>
        <span className="quiet small">{t('editions.purpose')}</span>
        <Clause id={list.data?.clause} />
        <span className="grow" />
        <Tooltip title={obstacle && sentence(obstacle)} trigger={['hover', 'focus']}>
          <Button
            type={obstacle ? 'default' : 'primary'}
            aria-disabled={!mayForm}
            className={mayForm ? '' : 'blocked'}
            onClick={() => mayForm && void navigate({ to: paths.editions, search: { form: '1' } })}
          >
            {t('editions.form')}
          </Button>
        </Tooltip>
      </div>
      {forming && obstacle && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('editions.othersForm', { why: sentence(obstacle) })}
        />
      )}
      {list.isError && <Trouble error={list.error} again={() => void list.refetch()} />}
      <section className="sheet">
        {list.isPending && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
        {list.data && editions.length === 0 && (
          <p className="nothing">
            {t(mayForm ? 'editions.none' : 'editions.noneYet')} {obstacle && sentence(obstacle)}
          </p>
        )}
        <ul className="edition-list">
          {editions.map((edition) => (
            <Line key={edition.id} edition={edition} />
          ))}
        </ul>
      </section>
      {forming && mayForm && list.data && (
        <FormWindow no={(editions[0]?.no ?? 0) + 1} fromImport={search['import'] ?? null} close={close} />
      )}
    </>
  );
}

function Line({ edition }: { readonly edition: Row }) {
  const { t, i18n } = useTranslation();
  const { consentedOn, formedOn } = edition;
  return (
    <li>
      <span className="no nowrap">{t('editions.no', { no: edition.no })}</span>
      <Link to={paths.edition} params={{ id: edition.id }}>
        {edition.title}
      </Link>
      <Link className="size small nowrap" to={paths.edition} params={{ id: edition.id }}>
        {t('editions.size', { count: edition.size })}
      </Link>
      <span className={`state ${edition.stage}`}>{t(`editions.stage.${edition.stage}`)}</span>
      <span className="handed">
        {edition.stage === 'consented' && (
          <Link to={paths.register} search={{ edition: edition.id }}>
            <Share done={edition.handedOver} of={edition.size} />
          </Link>
        )}
      </span>
      <span className="day quiet small nowrap">
        {consentedOn
          ? t('editions.consentedOn', { day: longDay(consentedOn, i18n.language) })
          : t('editions.formedOn', { day: longDay(formedOn, i18n.language) })}
      </span>
    </li>
  );
}
