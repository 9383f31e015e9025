import '../../dossier/head.css';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Clause } from '../../api/clause.tsx';
import { MergedNote } from '../../doubles/merged-note.tsx';
import { DueButton } from '../../dossier/due-button.tsx';
import { Holding } from '../../dossier/holding.tsx';
import { Stages } from '../../dossier/stages.tsx';
import { StaleNote } from '../../dossier/stale-note.tsx';
import { listed } from '../../i18n/listed.ts';
import { useText } from '../../i18n/text.ts';
import { paths } from '../../paths.ts';
import { Awaited } from '../../questions/awaited.tsx';
import { UnderReading } from '../../readings/under.tsx';
import { ReturnedNotes } from '../../returned/note.tsx';
import { useShortName } from '../../units/short-names.ts';
import type { Case } from './case.ts';

/** Number, light, who has it, what comes next: the answer before anything is opened. */
export function Head({ dossier }: { readonly dossier: Case }) {
  const { row } = dossier;
  const text = useText();
  return (
    <header className="dossier-head">
      <div className="row" style={{ alignItems: 'flex-start', flexWrap: 'nowrap' }}>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Particulars dossier={dossier} />
          <h1>{row.title || row.number}</h1>
        </div>
        <DueButton dossier={dossier} over={text(row.stageTitle)} />
      </div>
      <Standing dossier={dossier} />
      <MergedNote merged={dossier.merged} kind={row.kind} />
      <ReturnedNotes returned={dossier.returned} />
      <StaleNote stale={dossier.stale} />
      <Awaited questions={dossier.questions} />
      {!dossier.merged && <Stages dossier={dossier} />}
    </header>
  );
}

/** Its kind, its number, by which channel it came, the period it is filed for. */
function Particulars({ dossier: { row, kind, policy, from, owed, nil } }: { readonly dossier: Case }) {
  const { t } = useTranslation();
  const text = useText();
  const channel = kind.from.find(({ id }) => id === from);
  const said = [channel && text(channel.label), nil && t('cases.nil')].filter(Boolean);
  return (
    <div className="row tiny quiet">
      <Link to={paths.kind} params={{ kind: row.kind }}>
        {text(kind.title)}
      </Link>
      <span>{row.number}</span>
      {owed && (
        <Link to={paths.wall} params={{ duty: owed.duty, period: owed.period }}>
          {t('cases.period', { period: owed.period })}
        </Link>
      )}
      {said.length > 0 && <span>{said.join(' · ')}</span>}
      <Clause id={kind.clause} edition={policy} />
      <UnderReading policy={policy} />
    </div>
  );
}

function Standing({ dossier }: { readonly dossier: Case }) {
  const { t } = useTranslation();
  const text = useText();
  const short = useShortName();
  const { row, openWith } = dossier;
  const otherwise = row.holderName
    ? t('cases.heldBy', { who: short(row.holderName), stage: text(row.stageTitle) })
    : t('cases.standsAt', { stage: text(row.stageTitle) });
  return (
    <div className="row small" style={{ marginTop: 4 }}>
      <Holding
        {...dossier}
        closedOn={null}
        otherwise={row.closedOn ? t('cases.closedOn', { day: row.closedOn }) : otherwise}
      />
      {openWith.length > 0 && <span className="presence">{t('dossier.openWith', { names: listed(openWith, t) })}</span>}
    </div>
  );
}
