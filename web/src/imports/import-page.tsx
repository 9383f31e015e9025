import './imports.css';
import './rows.css';
import { Link, useParams } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { paths } from '../paths.ts';
import { UnitName } from '../units/unit-name.tsx';
import { Bring } from './bring.tsx';
import { Discard } from './discard.tsx';
import { HeadPart } from './head-part.tsx';
import { Instant } from './instant.tsx';
import { Outcome } from './outcome.tsx';
import { Piles } from './piles.tsx';
import { Reading } from './reading.tsx';
import { Steps } from './steps.tsx';
import { WholeQuestions } from './whole-questions.tsx';
import type { Part } from './part.ts';
import { useImport, useSettle, type ImportView } from './use-import.ts';

/** One workbook from file to register: four quiet steps on one page, at any of which one may leave and come back. */
export function ImportPage() {
  const { id = '' } = useParams({ strict: false });
  const found = useImport(id);
  const settle = useSettle(id);
  if (found.isPending) return <Skeleton active style={{ padding: 24 }} paragraph={{ rows: 8 }} />;
  if (found.isError) return <Trouble error={found.error} again={() => void found.refetch()} />;
  const part: Part = { view: found.data, settle: (settling) => settle.mutate(settling), busy: settle.isPending };
  return (
    <>
      <Heading view={found.data} />
      <Steps view={found.data} />
      {settle.isError && <Trouble error={settle.error} />}
      <Body {...part} />
    </>
  );
}

function Heading({ view }: Pick<Part, 'view'>) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <div className="page-head">
      <h1 className="filename">{view.name}</h1>
      {view.brings && (
        <Link to={paths.importKind} params={{ kind: view.brings.id }} className="small">
          {t('imports.ofKind', { kind: text(view.brings.title) })}
        </Link>
      )}
      <span className="quiet small">
        <UnitName name={view.unitName} /> {view.person} · <Instant at={view.receivedAt} />
      </span>
    </div>
  );
}

const OPEN: readonly ImportView['state'][] = ['read', 'mapped', 'checked'];

function Body(part: Part) {
  const { t } = useTranslation();
  const { view } = part;
  const [look, setLook] = useState(false);
  if (!OPEN.includes(view.state)) return <Outcome {...part} />;
  const settled = view.questions.every(({ optional }) => optional === true) && view.kind !== 'unreadable';
  const headOpen = look || !settled;
  return (
    <>
      {!view.mayAct && <p className="sheet quiet">{t('imports.onlyLook')}</p>}
      <Reading {...part} headOpen={headOpen} openHead={() => setLook(true)} />
      <WholeQuestions {...part} />
      {headOpen && <HeadPart {...part} />}
      {settled && <Piles {...part} piles={['ask', 'ready', 'skip']} />}
      {settled && <Bring {...part} />}
      <div className="row no-print">
        <span className="grow" />
        <Discard {...part} />
      </div>
    </>
  );
}
