import './head.css';
import { QuestionCircleOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../api/plan.ts';
import { shortDay } from '../i18n/day.ts';
import { listed } from '../i18n/listed.ts';
import { UnderReading } from '../readings/under.tsx';
import { RouteDrawer } from '../route/route-drawer.tsx';
import { Awaited } from '../questions/awaited.tsx';
import { ReturnedNotes } from '../returned/note.tsx';
import { useShortName } from '../units/short-names.ts';
import type { Dossier } from './dossier.ts';
import { DueButton } from './due-button.tsx';
import { Holding } from './holding.tsx';
import { MergedNote } from '../doubles/merged-note.tsx';
import { Stages } from './stages.tsx';
import { StaleNote } from './stale-note.tsx';

/** Number, light, who has it, what comes next: the answer before anything is opened. */
export function Head({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { row } = dossier;
  return (
    <header className="dossier-head">
      <div className="row" style={{ alignItems: 'flex-start', flexWrap: 'nowrap' }}>
        <div style={{ flex: 1, minWidth: 0 }}>
          <div className="row tiny quiet">
            <span>{row.number}</span>
            <Kinds dossier={dossier} />
            <UnderReading policy={dossier.policy} />
          </div>
          <h1>{row.title}</h1>
        </div>
        {/* what goes on in another dossier has its limits there */}
        {!dossier.merged && <DueButton dossier={dossier} />}
      </div>
      <Standing dossier={dossier} />
      {dossier.contested && (
        <Alert
          type="warning"
          showIcon
          title={t('dossier.contested', { reason: dossier.contested.reason, clause: dossier.contested.becauseOf })}
          style={{ marginTop: 8 }}
        />
      )}
      <MergedNote merged={dossier.merged} kind={dossier.kind.id} />
      <ReturnedNotes returned={dossier.returned} />
      <StaleNote stale={dossier.stale} />
      <Awaited questions={dossier.questions} />
      {!dossier.merged && <Stages dossier={dossier} />}
    </header>
  );
}

function Kinds({ dossier: { row, policy } }: { readonly dossier: Dossier }) {
  const { facts, field } = useLabels(policy);
  const kinds = [...facts(row.facts), field(row.field)].filter(Boolean);
  return <span>{kinds.join(' · ')}</span>;
}

/** 现由谁持有，何日移交，下一步. */
function Standing({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const [explaining, setExplaining] = useState(false);
  const whoWorks = useWhoWorks();
  const { row, openWith } = dossier;
  return (
    <div className="row small" style={{ marginTop: 4 }}>
      <Holding {...dossier} closedOn={row.closedOn} otherwise={whoWorks(dossier)} />
      {row.handedOverOn && !row.closedOn && (
        <span className="quiet">{t('dossier.handedOver', { day: shortDay(row.handedOverOn) })}</span>
      )}
      <Button
        type="link"
        size="small"
        icon={<QuestionCircleOutlined aria-hidden />}
        onClick={() => setExplaining(true)}
        style={{ padding: 0 }}
      >
        {t('dossier.why')}
      </Button>
      {openWith.length > 0 && <span className="presence">{t('dossier.openWith', { names: listed(openWith, t) })}</span>}
      <RouteDrawer dossier={dossier} open={explaining} close={() => setExplaining(false)} />
    </div>
  );
}

/** Who is at work on it while no step is open. */
function useWhoWorks(): (dossier: Dossier) => string {
  const { t } = useTranslation();
  const short = useShortName();
  return ({ parts, kind, merged }) => {
    if (merged) return t('dossier.mergedInto', { number: merged.into.number });
    const holder = parts[kind.holder ?? '']?.[0];
    const who = holder && `${short(holder.unitName)}${holder.person ? `（${holder.person.name}）` : ''}`;
    return who ? t('dossier.works', { who }) : t('dossier.holdsNobody');
  };
}
