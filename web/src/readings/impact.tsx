import './readings.css';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoordinator } from '../api/plan.ts';
import { Trouble } from '../api/trouble.tsx';
import type { Edition } from '../policy/edition.ts';
import { AdoptWindow } from './adopt-window.tsx';
import { ImpactRow } from './impact-row.tsx';
import { useImpact, weightOf, type ImpactLine, type Weight } from './use-impact.ts';
import type { Result } from './use-adopt.ts';

/** 影响清单: every open dossier under an earlier reading, with what this one would mean for it; whoever leads brings them over. */
export function Impact({ edition }: { readonly edition: Edition }) {
  const { t } = useTranslation();
  const office = useCoordinator();
  const { found, lines } = useImpact(edition.policy.edition);
  return (
    <>
      <p className="quiet small">
        {t('readings.impactHint')}
        {!edition.confirms && ` ${t('readings.leads', { office })}`} {t('readings.onlyYours')}
      </p>
      {found.isError && <Trouble error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {found.hasNextPage && <output>{t('readings.looking', { count: lines.length })}</output>}
      {found.data && lines.length === 0 && <p className="nothing">{t('readings.nothing')}</p>}
      {lines.length > 0 && <List lines={lines} edition={edition} />}
    </>
  );
}

/** So many are drawn at first, and again each time more are asked for. */
const DRAWN = 50;

const SHOWS = ['all', 'changes', 'same', 'misfit'] as const;

function List({ lines, edition }: { readonly lines: readonly ImpactLine[]; readonly edition: Edition }) {
  const { t } = useTranslation();
  const [show, setShow] = useState<(typeof SHOWS)[number]>('all');
  const [drawn, setDrawn] = useState(DRAWN);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const of = (wanted: Weight) => lines.filter((line) => weightOf(line) === wanted);
  const shown = show === 'all' ? [...of('misfit'), ...of('changes'), ...of('same')] : of(show);
  const counts = (each: (typeof SHOWS)[number]) => (each === 'all' ? lines : of(each)).length;
  const choose = (dossier: string, yes: boolean): void =>
    setChosen((before) => new Set(yes ? [...before, dossier] : [...before].filter((other) => other !== dossier)));
  return (
    <>
      <Segmented
        size="small"
        className="no-print"
        value={show}
        onChange={setShow}
        options={SHOWS.map((value) => ({ value, label: t(`readings.show.${value}`, { count: counts(value) }) }))}
      />
      <ul className="plain impact-lines">
        {shown.slice(0, drawn).map((line) => (
          <ImpactRow
            key={line.dossier}
            line={line}
            chosen={chosen.has(line.dossier)}
            result={results.get(line.dossier) ?? null}
            {...(edition.confirms ? { choose } : {})}
          />
        ))}
      </ul>
      {shown.length > drawn && (
        <Button size="small" className="no-print" onClick={() => setDrawn(drawn + DRAWN)}>
          {t('readings.more', { count: Math.min(DRAWN, shown.length - drawn) })}
        </Button>
      )}
      {edition.confirms && (
        <Bar
          edition={edition}
          lines={lines.filter((line) => weightOf(line) !== 'misfit')}
          chosen={chosen}
          choose={setChosen}
          came={(came) =>
            setResults((before) => new Map([...before, ...came.map((one) => [one.dossier, one] as const)]))
          }
        />
      )}
    </>
  );
}

type Choosing = {
  readonly edition: Edition;
  /** Those that can be brought over. */
  readonly lines: readonly ImpactLine[];
  readonly chosen: ReadonlySet<string>;
  readonly choose: (chosen: ReadonlySet<string>) => void;
  readonly came: (results: readonly Result[]) => void;
};

function Bar({ edition, lines, chosen, choose, came }: Choosing) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const wanted = lines.filter(({ dossier }) => chosen.has(dossier));
  const no = edition.revision?.no ?? 1;
  const close = (results: readonly Result[]): void => {
    setOpen(false);
    if (results.length === 0) return;
    came(results);
    choose(new Set());
    void queries.invalidateQueries();
  };
  return (
    <div className="row impact-bar">
      <Button
        size="small"
        onClick={() => choose(new Set(chosen.size === lines.length ? [] : lines.map(({ dossier }) => dossier)))}
      >
        {chosen.size === lines.length && lines.length > 0
          ? t('readings.chooseNone')
          : t('readings.chooseAll', { count: lines.length })}
      </Button>
      <span className="grow" />
      <Button type="primary" disabled={wanted.length === 0} onClick={() => setOpen(true)}>
        {t('readings.adopt', { no, count: wanted.length })}
      </Button>
      {open && <AdoptWindow edition={edition.policy.edition} no={no} chosen={wanted} close={close} />}
    </div>
  );
}
