import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { Clause } from '../api/clause.tsx';
import { useText } from '../i18n/text.ts';
import { useAddress } from '../kinds/address.ts';
import { PaperLink } from '../timeline/paper-link.tsx';

type Made = Schema<'QuestionList'>['rulings'][number];

/** Rulings that were made at work for every dossier of an edition: what, why, by whom, and who went by each. */
export function MadeRulings({ rulings }: { readonly rulings: readonly Made[] }) {
  return (
    <ul className="plain rulings">
      {rulings.map((ruling) => (
        <MadeLine key={`${ruling.id} ${ruling.on} ${ruling.policy}`} ruling={ruling} />
      ))}
    </ul>
  );
}

function MadeLine({ ruling }: { readonly ruling: Made }) {
  const { t } = useTranslation();
  const text = useText();
  const { choices, choice, clauses, policy, endedOn, by, on, document, made } = ruling;
  const title = text(choices.find(({ id }) => id === choice)?.title) || choice;
  return (
    <li className={endedOn ? 'past' : ''}>
      <div className="row">
        <b>{text(ruling.text)}</b>
        {clauses.map((clause) => (
          <Clause key={clause} id={clause} edition={policy} />
        ))}
        <span className="state">{endedOn ? t('questions.ended', { day: endedOn }) : t('questions.inForce')}</span>
      </div>
      <p>
        {t('questions.ruled', { title })} {ruling.reason}
      </p>
      <p className="quiet small">
        {by.unitName} {by.name} · {on} · {policy} {document && <PaperLink paper={document} />}{' '}
        {made && (
          <>
            {t('questions.madeIn')} <Named dossier={made} />
          </>
        )}
      </p>
      <Uses ruling={ruling} />
    </li>
  );
}

/** The dossiers that went by it, as far as they are this person's to read. */
function Uses({ ruling: { uses, used } }: { readonly ruling: Made }) {
  const { t } = useTranslation();
  if (uses === 0) return <p className="quiet small">{t('questions.unused')}</p>;
  return (
    <details className="small">
      <summary>{t('questions.uses', { count: uses })}</summary>
      <ul>
        {used.map((dossier) => (
          <li key={dossier.dossier}>
            <Named dossier={dossier} />
          </li>
        ))}
      </ul>
      {uses > used.length && <p className="quiet">{t('questions.others', { count: uses - used.length })}</p>}
    </details>
  );
}

function Named({ dossier: { dossier, kind, number, subject } }: { readonly dossier: Made['used'][number] }) {
  const address = useAddress();
  return (
    <Link {...address(kind, dossier, { tab: 'questions' })}>
      {number} {subject}
    </Link>
  );
}
