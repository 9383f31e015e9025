import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { Alike } from './alike.tsx';
import type { Part } from './part.ts';
import { Line } from './line.tsx';
import type { Pile } from './use-import.ts';

const SIZE = 50;

/** 逐行核对: the rows in piles, each row as it stands in the sheet beside what was understood. */
export function Piles(part: Part & { readonly piles: readonly Pile[] }) {
  const { t } = useTranslation();
  const { view, piles } = part;
  const fullest = piles.find((pile) => view.counts[pile] > 0) ?? piles[0]!;
  const [chosen, setChosen] = useState<Pile | null>(null);
  const pile = chosen ?? fullest;
  return (
    <section className="sheet">
      <h2>{t('imports.step.rows')}</h2>
      <Tabs
        size="small"
        activeKey={pile}
        onChange={(key) => setChosen(piles.find((known) => known === key) ?? fullest)}
        items={piles.map((key) => ({
          key,
          label: `${t(view.state === 'undone' && key === 'in' ? 'imports.pile.takenBack' : `imports.pile.${key}`)} ${view.counts[key]}`,
        }))}
      />
      {pile === 'ask' && <Alike {...part} />}
      <Lines key={pile} {...part} pile={pile} />
    </section>
  );
}

function Lines(part: Part & { readonly pile: Pile }) {
  const { t } = useTranslation();
  const { view, pile } = part;
  const lines = useInfiniteQuery({
    queryKey: ['import-lines', view.id, pile, view.state, view.decisions],
    placeholderData: keepPreviousData, // an answer must not make the list jump
    initialPageParam: 0,
    queryFn: ({ pageParam: after }) =>
      answered(
        api.GET('/api/imports/{id}/rows', {
          params: { path: { id: view.id }, query: { pile, size: SIZE, ...(after > 0 ? { after } : {}) } },
        }),
      ),
    getNextPageParam: (page) => page.next,
  });
  if (lines.isPending) return <Skeleton active title={false} paragraph={{ rows: 6 }} />;
  if (lines.isError) return <Trouble error={lines.error} again={() => void lines.refetch()} />;
  const rows = lines.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="nothing">{t(`imports.empty.${pile}`)}</p>;
  return (
    <>
      <div className="line-head quiet small wide-only">
        <span>{t('imports.asItIs')}</span>
        <span>{t('imports.asUnderstood')}</span>
      </div>
      <ol className="lines">
        {rows.map((line, index) => (
          // one row of the sheet may hold several problems, which stand one after the other
          // oxlint-disable-next-line react/no-array-index-key
          <Line key={`${line.row}-${index}`} line={line} {...part} />
        ))}
      </ol>
      {lines.hasNextPage && (
        <Button type="link" loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          {t('imports.more', { shown: rows.length, total: lines.data.pages[0]?.total ?? 0 })}
        </Button>
      )}
    </>
  );
}
