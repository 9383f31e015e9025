import './policy.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Skeleton, Tabs, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { answered, api } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { longDay } from '../i18n/day.ts';
import { useEditionName } from '../i18n/edition.ts';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { Impact } from '../readings/impact.tsx';
import { policiesQuery } from '../readings/query.ts';
import { Reading } from '../readings/reading.tsx';
import { openRulings, type Edition } from './edition.ts';
import { Faults } from './faults.tsx';
import { Diagrams } from './diagrams.tsx';
import { Fields } from './fields.tsx';
import { Clauses, Kinds } from './kinds.tsx';
import { Routes } from './routes.tsx';
import { Rulings } from './rulings.tsx';
import { Successors } from './successors.tsx';
import { Try } from './try.tsx';

const PARTS = [
  'reading',
  'impact',
  'routes',
  'kinds',
  'clauses',
  'diagrams',
  'fields',
  'rulings',
  'faults',
  'try',
] as const;
type Part = (typeof PARTS)[number];

/** 规则: the plan as the program keeps it: every duty with its clause, every question with its ruling, and a place to try. */
export function RulesPage() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const editionName = useEditionName();
  const list = useQuery(policiesQuery);
  const policies = list.data?.policies ?? [];
  const edition = search['edition'] ?? (policies.find(({ current }) => current) ?? policies[0])?.edition ?? '';
  const found = useQuery({
    queryKey: ['policy', edition],
    enabled: edition !== '',
    queryFn: () => answered(api.GET('/api/policies/{edition}', { params: { path: { edition } } })),
  });
  const go = (changed: Record<string, string>): void =>
    void navigate({ to: paths.rules, search: { ...search, ...changed } });
  return (
    <>
      <div className="page-head">
        <h1>{t('frame.page.rules')}</h1>
        <Select
          size="small"
          value={edition}
          aria-label={t('policy.edition')}
          options={policies.map((one) => ({ value: one.edition, label: `${editionName(one.edition)} ${one.title}` }))}
          onChange={(chosen: string) => go({ edition: chosen })}
          style={{ minWidth: 240 }}
        />
      </div>
      {list.isError && <Trouble error={list.error} again={() => void list.refetch()} />}
      {list.data && policies.length === 0 && <p className="sheet nothing">{t('policy.none')}</p>}
      {found.isPending && edition !== '' && <Skeleton active paragraph={{ rows: 10 }} title={false} />}
      {found.isError && <Trouble error={found.error} again={() => void found.refetch()} />}
      {found.data && (
        <>
          <About edition={found.data} />
          <Successors edition={found.data} />
          <Parts edition={found.data} wanted={search['part']} go={go} />
        </>
      )}
    </>
  );
}

function About({ edition }: { readonly edition: Edition }) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const { policy, digest, publishedOn, revision, readings } = edition;
  return (
    <p className="small about">
      <b>{text(policy.title)}</b>{' '}
      <span className="quiet">
        {t(policy.source.title === policy.title.zh ? 'policy.source.same' : 'policy.source', { ...policy.source })} ·{' '}
        {readings.length > 1 && `${t('readings.no', { no: revision?.no ?? 1 })} · `}
        {t('policy.inForce', { day: longDay(policy.inForceFrom, i18n.language) })} ·{' '}
        {t('policy.published', { day: publishedOn })} ·{' '}
        <Tooltip title={digest}>
          <span>{t('policy.digest', { digest: digest.slice(0, 12) })}</span>
        </Tooltip>{' '}
        · {t('policy.immutable')}
      </span>
    </p>
  );
}

type Choice = {
  readonly edition: Edition;
  readonly wanted: string | undefined;
  readonly go: (changed: Record<string, string>) => void;
};

function Parts({ edition, wanted, go }: Choice) {
  const { t } = useTranslation();
  const parts = PARTS.filter((each) => isThere(each, edition));
  const part = parts.find((known) => known === wanted) ?? 'routes';
  const counts: Partial<Record<Part, number>> = {
    rulings: openRulings(edition).length,
    faults: edition.faults.length,
  };
  return (
    <section className="sheet rules">
      <Tabs
        activeKey={part}
        onChange={(chosen) => go({ part: chosen })}
        items={parts.map((key) => ({
          key,
          label: `${t(`policy.part.${key}`)}${counts[key] ? ` ${counts[key]}` : ''}`,
        }))}
      />
      {part === 'reading' && <Reading edition={edition} />}
      {part === 'impact' && <Impact key={edition.policy.edition} edition={edition} />}
      {part === 'routes' && <Routes edition={edition} />}
      {part === 'kinds' && <Kinds edition={edition.policy.edition} />}
      {part === 'clauses' && <Clauses edition={edition.policy.edition} />}
      {part === 'diagrams' && <Diagrams edition={edition} />}
      {part === 'fields' && <Fields edition={edition} />}
      {part === 'rulings' && <Rulings edition={edition} />}
      {part === 'faults' && <Faults edition={edition} />}
      {part === 'try' && <Try edition={edition} go={go} />}
    </section>
  );
}

/** An edition that was read once has nothing to compare, and the first reading has none that anybody would be brought over from. */
function isThere(part: Part, { before, readings, revision }: Edition): boolean {
  if (part === 'impact') return before !== null;
  return part !== 'reading' || revision !== null || readings.length > 1;
}
