import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { UnitName } from '../units/unit-name.tsx';
import { Instant } from './instant.tsx';
import { isMoving } from './use-import.ts';

type Row = Schema<'ImportRow'>;

const POLL_MS = 2_000;

/** What was brought before: everything, or what became dossiers of one kind. */
export function Before({ kind }: { readonly kind?: string }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['imports', kind ?? ''],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/imports', {
          params: { query: { ...(pageParam ? { after: pageParam } : {}), ...(kind === undefined ? {} : { kind }) } },
        }),
      ),
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.imports.some(isMoving)) ? POLL_MS : false),
  });
  if (list.isPending) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  if (list.isError) return <Trouble error={list.error} again={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap((page) => page.imports);
  const refused = list.data.pages.flatMap((page) => page.refused);
  if (rows.length === 0 && refused.length === 0)
    return <p className="nothing">{t(kind === undefined ? 'imports.none' : 'imports.noneOfKind')}</p>;
  return (
    <>
      <ul className="import-list">
        {rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button type="link" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('workbench.more')}
        </Button>
      )}
      {refused.length > 0 && <Refused files={refused} />}
    </>
  );
}

/** Files that were not taken in, each with whose it was and why. */
function Refused({ files }: { readonly files: readonly Schema<'ImportRefusal'>[] }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <>
      <h3>{t('importsLeft.refused')}</h3>
      <ul className="import-list">
        {files.map(({ id, reason, digest, person, at }) => (
          <li key={id}>
            <span className="small" title={digest === null ? undefined : t('importsLeft.digest', { digest })}>
              {text(reason)}
            </span>
            <span className="quiet small nowrap">
              {person} · <Instant at={at} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ row }: { readonly row: Row }) {
  const { t } = useTranslation();
  const text = useText();
  const { counts, state, progress, brings } = row;
  return (
    <li>
      <Link to={paths.import} params={{ id: row.id }} className="name">
        {row.name}
      </Link>
      <span className="sheet-name quiet small">
        {brings && `${text(brings.title)} · `}
        {row.sheet}
      </span>
      <span className={`state small ${state}`}>{t(`imports.state.${state}`)}</span>
      <span className="counts small">
        {isMoving(row)
          ? t('imports.progress', { ...progress })
          : state !== 'undone' &&
            state !== 'discarded' &&
            t(state === 'done' ? 'imports.countsAfter' : 'imports.countsBefore', { ...counts })}
      </span>
      <span className="quiet small nowrap">
        <UnitName name={row.unitName} /> {row.person} · <Instant at={row.receivedAt} />
      </span>
    </li>
  );
}
