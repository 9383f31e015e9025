import './timeline.css';
import { useQuery } from '@tanstack/react-query';
import { Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../api/plan.ts';
import { Trouble } from '../api/trouble.tsx';
import { listed } from '../i18n/listed.ts';
import { useText } from '../i18n/text.ts';
import { useShortName } from '../units/short-names.ts';
import { EntryLine } from './entry-line.tsx';
import type { Names } from './entry.ts';
import type { recordQuery } from './record.ts';
import { clocksNamed, isAct, takenBack } from './story.ts';

type Record = {
  /** Where the log of this dossier is asked for. */
  readonly record: ReturnType<typeof recordQuery>;
  readonly edition: string;
  /** What the fields of its sheet are called, where it has one. */
  readonly fields?: Names['fields'];
};

/** 时间线: the record of a dossier, newest first; what people did, or on request every entry there is. */
export function Timeline({ record: log, edition, fields }: Record) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const record = useQuery(log);
  const names = { ...useNames(edition), ...(fields ? { fields } : {}) };
  if (record.isError) return <Trouble error={record.error} again={() => void record.refetch()} />;
  const gone = takenBack(record.data ?? []);
  const entries = clocksNamed(record.data ?? [])
    .filter((entry) => all || isAct(entry))
    .reverse();
  return (
    <section aria-label={t('timeline.title')}>
      <div className="row" style={{ marginBottom: 10, justifyContent: 'space-between' }}>
        <h2 style={{ margin: 0 }}>{t('timeline.title')}</h2>
        <Segmented
          size="small"
          value={all ? 'all' : 'main'}
          options={(['main', 'all'] as const).map((value) => ({ value, label: t(`timeline.${value}`) }))}
          onChange={(value) => setAll(value === 'all')}
        />
      </div>
      {record.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      <ol className="timeline">
        {entries.map((entry, index) => (
          <EntryLine
            key={entry.version}
            entry={entry}
            gone={gone.has(entry.version)}
            names={names}
            edition={edition}
            year={yearAbove(entries[index - 1]?.on, entry.on)}
          />
        ))}
      </ol>
    </section>
  );
}

/** The year is said once, where it changes. */
function yearAbove(above: string | undefined, day: string): string | null {
  return above?.slice(0, 4) === day.slice(0, 4) ? null : day.slice(0, 4);
}

/** What the screen calls what logs name by code; without an edition, in the words of the one in force. */
export function useNames(edition?: string): Names {
  const text = useText();
  const unit = useShortName();
  const { t } = useTranslation();
  const { fact, evidence } = useLabels(edition);
  const length = (units: string, of: string): string => t('timeline.length', { units, unit: t(`field.unit.${of}`) });
  return { unit, text, fact, evidence, length, listed: (words) => listed(words, t), fields: (ids) => ids };
}
