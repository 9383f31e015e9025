import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { useText } from '../i18n/text.ts';
import { caseWords, type Edition, type Fault } from './edition.ts';

/** 疑点: what the checker found in the plan, kind by kind: where it stands, on which facts it happens, what was ruled. */
export function Faults({ edition }: { readonly edition: Edition }) {
  const { t } = useTranslation();
  const kinds = [...new Set(edition.faults.map(({ kind }) => kind))];
  const ofKind = (wanted: string) => edition.faults.filter(({ kind }) => kind === wanted);
  if (edition.faults.length === 0) return <p className="nothing">{t('policy.noFaults')}</p>;
  return (
    <>
      <p className="quiet small">{t('policy.faultsMean', { count: edition.faults.length })}</p>
      {kinds.map((kind) => (
        <section key={kind} className="procedure">
          <h2>
            {t(`policy.kind.${kind}`, { defaultValue: kind })}{' '}
            <span className="quiet small">{ofKind(kind).length}</span>
          </h2>
          <ul className="plain">
            {ofKind(kind).map((fault) => (
              <FaultLine key={`${fault.line}${fault.text.zh}`} fault={fault} edition={edition} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function FaultLine({ fault, edition }: { readonly fault: Fault; readonly edition: Edition }) {
  const { t } = useTranslation();
  const text = useText();
  const cases = fault.facts.map((facts) => caseWords(edition, facts, text)).filter(Boolean);
  return (
    <li>
      {text(fault.text)}{' '}
      {fault.clauses.map((clause) => (
        <Clause key={clause} id={clause} edition={edition.policy.edition} />
      ))}
      <div className="quiet small">
        {cases.length > 0 && <>{t('policy.happens', { cases: cases.join('；') })} · </>}
        {fault.ruling ? t('policy.ruledBy', { id: fault.ruling }) : <b>{t('policy.unruled')}</b>}
      </div>
    </li>
  );
}
