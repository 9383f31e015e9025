import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';
import { Trouble, useComplain } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { useAddress } from '../kinds/address.ts';
import { useShortName } from '../units/short-names.ts';

type Dossier = Schema<'DossierNotifications'>;
type Item = Dossier['items'][number];

/** What I was told, folded by dossier, the latest first; each opens its dossier, which is reading it. */
export function Folded({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const read = useRead();
  const list = useInfiniteQuery({
    queryKey: ['notifications', 'folded'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/notifications', { params: { query: pageParam ? { after: pageParam } : {} } })),
    getNextPageParam: (page) => page.next,
  });
  if (list.isPending) return <Skeleton active title={false} paragraph={{ rows: 6 }} />;
  if (list.isError) return <Trouble error={list.error} again={() => void list.refetch()} />;
  const dossiers = list.data.pages.flatMap((page) => page.dossiers);
  if (dossiers.length === 0) return <p className="nothing">{t('notifications.none')}</p>;
  return (
    <>
      <div className="row kept">
        <span className="quiet tiny">{t('notifications.kept')}</span>
        <Button
          size="small"
          disabled={(list.data.pages[0]?.unread ?? 0) === 0}
          onClick={() => void read(null, latestIn(dossiers))}
        >
          {t('notifications.readAll')}
        </Button>
      </div>
      <ul>
        {dossiers.map((dossier) => (
          <Told
            key={dossier.dossier}
            dossier={dossier}
            opened={() => {
              void read(dossier.dossier);
              close();
            }}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button type="link" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('workbench.more')}
        </Button>
      )}
    </>
  );
}

/** The instant of the latest that stands here: what comes while one reads is not read with it. */
const latestIn = (dossiers: readonly Dossier[]): string | undefined =>
  dossiers
    .flatMap(({ items }) => items.map(({ at }) => at))
    .reduce<string | undefined>((latest, at) => (latest === undefined || at > latest ? at : latest), undefined);

/** Marks as read what was told of a dossier, or of all, up to an instant. */
function useRead(): (dossier: string | null, upTo?: string) => Promise<void> {
  const queries = useQueryClient();
  const complain = useComplain();
  return async (dossier, upTo) => {
    const body = { dossier, ...(upTo === undefined ? {} : { upTo }) };
    try {
      await answered(api.POST('/api/notifications/read', { params: intended(newIntent()), body }));
      await queries.invalidateQueries({ queryKey: ['notifications'] });
    } catch (error) {
      complain(error);
    }
  };
}

function Told({ dossier, opened }: { readonly dossier: Dossier; readonly opened: () => void }) {
  const { t } = useTranslation();
  const address = useAddress();
  const { items, unread, count } = dossier;
  const rest = count - items.length;
  return (
    <li className={unread > 0 ? 'fresh' : ''}>
      <Link {...address(dossier.kind, dossier.dossier)} onClick={opened}>
        {unread > 0 && <b className="new">{t('notifications.new', { count: unread })}</b>}
        {dossier.subject}
      </Link>
      <span className="quiet tiny">{dossier.number}</span>
      <ul className="items">
        {items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
        {rest > 0 && <li className="quiet tiny">{t('notifications.rest', { count: rest })}</li>}
      </ul>
    </li>
  );
}

/** What it was, about which step, by whom and with which words. */
function Line({ item: { occasion, title, at, by, words } }: { readonly item: Item }) {
  const { t } = useTranslation();
  const text = useText();
  const when = useMoment();
  const short = useShortName();
  return (
    <li className="small">
      <span className={`occasion ${occasion}`}>{t(`notifications.occasion.${occasion}`)}</span> {text(title)}
      <div className="quiet tiny">
        {when(at)}
        {by && ` · ${t('notifications.by', { unit: short(by.unitName), name: by.name })}`}
      </div>
      {words && <p className="said">{words}</p>}
    </li>
  );
}

/** Day and minute at the office. */
function useMoment(): (instant: string) => string {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en-GB' : 'zh-CN';
  return (instant) =>
    new Date(instant).toLocaleString(language, {
      timeZone: 'Asia/Shanghai',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
}
