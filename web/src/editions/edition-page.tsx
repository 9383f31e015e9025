import './editions.css';
import { PrinterOutlined } from '@ant-design/icons';
import { useParams } from '@tanstack/react-router';
import { Button, Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { Trouble } from '../api/trouble.tsx';
import { RunLine } from '../dossier/run-line.tsx';
import { longDay } from '../i18n/day.ts';
import { Awaited } from '../questions/awaited.tsx';
import { QuestionsList } from '../questions/list.tsx';
import { recordQuery } from '../timeline/record.ts';
import { UnderReading } from '../readings/under.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { EditionBar } from './edition-bar.tsx';
import { HandOver } from './hand-over.tsx';
import { Members } from './members.tsx';
import { Paper } from './paper.tsx';
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
        <Standing view={view} />
        <Awaited questions={view.questions} />
        <QuestionsList dossier={view} />
      </div>
      <div className="edition-body">
        <Members view={view} />
        <aside className="sheet no-print">
          <Timeline record={recordQuery('problem', id)} edition={view.policy} />
        </aside>
      </div>
      <Paper view={view} />
      <EditionBar view={view} />
    </div>
  );
}

function Heading({ view }: { readonly view: EditionView }) {
  const { t, i18n } = useTranslation();
  const { no, title, stage, size, formedOn } = view.row;
  return (
    <div className="page-head no-print">
      <h1>
        {t('editions.no', { no })} {title}
      </h1>
      <span className={`state ${stage}`}>{t(`editions.stage.${stage}`)}</span>
      <span className="quiet small">
        {t('editions.size', { count: size })} · {t('editions.formedOn', { day: longDay(formedOn, i18n.language) })}
      </span>
      <Clause id={view.clause} edition={view.policy} />
      <span className="quiet small">
        <UnderReading policy={view.policy} />
      </span>
      <span className="grow" />
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        {t('editions.print')}
      </Button>
    </div>
  );
}

/** Which words are agreed to, by which paper they were, and how far they are handed over. */
function Standing({ view }: { readonly view: EditionView }) {
  const { t, i18n } = useTranslation();
  const { row, agreedUnder, digest } = view;
  return (
    <dl className="facts small standing">
      {row.consentedOn && (
        <>
          <dt>{t('editions.agreement')}</dt>
          <dd>
            {t('editions.agreed', { day: longDay(row.consentedOn, i18n.language) })}{' '}
            {agreedUnder ? agreedUnder.number : <span className="quiet">{t('editions.withoutPaper')}</span>}
          </dd>
        </>
      )}
      <dt>{t('editions.digest')}</dt>
      <dd>
        <Typography.Text code copyable={{ text: digest }} title={digest}>
          {digest.slice(0, 16)}…
        </Typography.Text>{' '}
        <span className="quiet">{t(`editions.digest.${row.stage}`)}</span>
      </dd>
      {row.stage === 'consented' && (
        <>
          <dt>{t('editions.handOver')}</dt>
          <dd>
            <HandOver view={view} />
          </dd>
        </>
      )}
    </dl>
  );
}
