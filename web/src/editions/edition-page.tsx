import './editions.css';
import { PrinterOutlined } from '@ant-design/icons';
import { useParams } from '@tanstack/react-router';
import { Button, Skeleton, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { Trouble } from '../api/trouble.tsx';
import { RunLine } from '../dossier/run-line.tsx';
import { longDay } from '../i18n/day.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { EditionBar } from './edition-bar.tsx';
import { HandOver } from './hand-over.tsx';
import { Members } from './members.tsx';
import { useEdition, type EditionView } from './use-edition.ts';

/** One edition of 一张表: what stands in it, how far it is, and what was or will be agreed to. */
export function EditionPage() {
  const { id = '' } = useParams({ strict: false });
  const found = useEdition(id);
  if (found.isPending) return <Skeleton active style={{ padding: 24 }} paragraph={{ rows: 8 }} />;
  if (found.isError) return <Trouble error={found.error} again={() => void found.refetch()} />;
  const view = found.data;
  return (
    <div className="edition">
      <Heading view={view} />
      <div className="sheet no-print">
        {view.run && <RunLine run={view.run} edition={view.policy} />}
        <Digest view={view} />
        {view.row.stage === 'consented' && <HandOver view={view} />}
      </div>
      <div className="edition-body">
        <Members view={view} />
        <aside className="sheet no-print">
          <Timeline id={id} edition={view.policy} />
        </aside>
      </div>
      <EditionBar view={view} />
    </div>
  );
}

function Heading({ view }: { readonly view: EditionView }) {
  const { t, i18n } = useTranslation();
  const { no, title, stage, size, formedOn, consentedOn } = view.row;
  const day = consentedOn ?? formedOn;
  return (
    <div className="page-head">
      <h1>
        {t('editions.no', { no })} {title}
      </h1>
      <span className={`state ${stage}`}>{t(`editions.stage.${stage}`)}</span>
      <span className="quiet small">
        {t('editions.size', { count: size })} ·{' '}
        {t(consentedOn ? 'editions.consentedOn' : 'editions.formedOn', { day: longDay(day, i18n.language) })}
      </span>
      <Clause id="一(二).2" edition={view.policy} />
      <span className="grow" />
      <Button className="no-print" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        {t('editions.print')}
      </Button>
    </div>
  );
}

/** Consent is to exactly these words: the digest says which. */
function Digest({ view }: { readonly view: EditionView }) {
  const { t } = useTranslation();
  return (
    <p className="small digest">
      <span className="quiet">{t('editions.digest')}</span>{' '}
      <Tooltip title={view.digest}>
        <code>{view.digest.slice(0, 16)}…</code>
      </Tooltip>{' '}
      <span className="quiet">{t(`editions.digest.${view.row.stage}`)}</span>
    </p>
  );
}
