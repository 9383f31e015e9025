import './tabs.css';
import { CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { useText } from '../i18n/text.ts';
import type { Dossier } from './dossier.ts';

/** A letter and a number: the plan itself counts its routes so, and people cite them; other ids say nothing to them. */
const NUMBERED = /^[A-Z]\d+$/;

/** One procedure: its route, its round, and every step with how far it is. */
export function RunLine({ run, edition }: { readonly run: Dossier['runs'][number]; readonly edition: string }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <section className="run">
      <div className="row">
        <b>{text(run.title)}</b>
        {NUMBERED.test(run.route) && <span className="quiet tiny">{run.route}</span>}
        <Clause id={run.clause} edition={edition} />
        {run.ruling && <span className="quiet tiny">{t('dossier.ruling', { id: run.ruling })}</span>}
        {run.round > 1 && <span className="round tiny">{t('dossier.round', { round: run.round })}</span>}
      </div>
      <ol>
        {run.steps.map((step) => (
          <li key={step.id} className={step.state}>
            {step.state === 'done' && <CheckOutlined aria-label={t('dossier.done')} />}
            {text(step.title)}
          </li>
        ))}
      </ol>
    </section>
  );
}
