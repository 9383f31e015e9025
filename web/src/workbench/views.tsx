import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { shortDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { useAddress } from '../kinds/address.ts';
import { useProblemKind } from '../kinds/use-kinds.ts';
import { Light } from '../light/light.tsx';
import { storyOf } from '../timeline/story.ts';
import { useNames } from '../timeline/timeline.tsx';
import { useShortName } from '../units/short-names.ts';
import { Since } from './since.tsx';

/** Views of the desk beside the to-dos, in their order. */
export const VIEWS = ['held', 'part', 'done'] as const;
export type View = (typeof VIEWS)[number];

/** 在办, 我参与的, 已办: dossiers a page at a time. */
export function Dossiers({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['tasks', view],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/desk', { params: { query: { view, ...(pageParam ? { after: pageParam } : {}) } } })),
    getNextPageParam: (page) => page.next,
  });
  if (list.isPending) return <Skeleton active style={{ padding: 16 }} paragraph={{ rows: 6 }} title={false} />;
  if (list.isError) return <Trouble error={list.error} again={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap((page) => page.dossiers);
  if (rows.length === 0) return <p className="nothing">{t(`workbench.empty.${view}`)}</p>;
  return (
    <>
      <ul aria-label={t(`workbench.view.${view}`)}>
        {rows.map((row) => (
          <Line key={row.dossier} row={row} />
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

type Row = Schema<'DeskDossier'>;

function Line({ row }: { readonly row: Row }) {
  const { t } = useTranslation();
  const text = useText();
  const address = useAddress();
  const problems = useProblemKind();
  const to = address(row.kind, row.dossier);
  return (
    <li>
      <Light
        light={row.light}
        closed={row.closedOn !== null}
        over={row.kind === problems?.id ? undefined : text(row.stageTitle)}
      />
      <span className="subject">
        <Link {...to} title={row.subject}>
          {row.subject}
        </Link>
        <span className="quiet tiny">{row.number}</span>
      </span>
      {row.did ? <Did row={row} did={row.did} /> : <Standing row={row} />}
      <Since
        day={row.did ? shortDay(row.did.on) : t('workbench.since', { day: shortDay(row.since) })}
        waited={row.waited}
      />
      <Link {...to} className="small nowrap">
        {t('workbench.look')}
      </Link>
    </li>
  );
}

/** Where it is, and who holds it. */
function Standing({ row: { step, stageTitle, holderName } }: { readonly row: Row }) {
  const text = useText();
  const short = useShortName();
  return (
    <span className="step">
      <div title={text(step ?? stageTitle)}>{text(step ?? stageTitle)}</div>
      <div className="tiny quiet">{[step ? text(stageTitle) : '', short(holderName)].filter(Boolean).join(' · ')}</div>
    </span>
  );
}

/** What I did, and where it is now. */
function Did({ row: { step, stageTitle }, did }: { readonly row: Row; readonly did: NonNullable<Row['did']> }) {
  const { t } = useTranslation();
  const text = useText();
  const story = storyOf(did, useNames());
  const said = t(`timeline.${story.key}`, story.fill);
  return (
    <span className="step">
      <div title={said}>{said}</div>
      <div className="tiny quiet">{t('workbench.nowAt', { where: text(step ?? stageTitle) })}</div>
    </span>
  );
}
