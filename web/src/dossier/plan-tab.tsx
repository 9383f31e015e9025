import { useTranslation } from 'react-i18next';
import { UnitName } from '../units/unit-name.tsx';
import { LaterThanListed } from '../verbs/later-than-listed.tsx';
import { Deadline } from './deadline.tsx';
import type { Dossier } from './dossier.ts';
import { RunActs } from './run-acts.tsx';
import { RunLine } from './run-line.tsx';

/** 整改方案: target, deadline, measures, and the way of the plan to its approval. */
export function PlanTab({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { plan, runs } = dossier;
  const run = runs.find((one) => one.id === 'plan');
  return (
    <>
      {run && <RunLine run={run} edition={dossier.policy} />}
      {plan ? (
        <section className="part">
          <dl className="facts">
            <dt>{t('dossier.target')}</dt>
            <dd>{plan.target}</dd>
            <dt>{t('dossier.deadline')}</dt>
            <dd>
              <Deadline deadline={plan.deadline} />
              <LaterThanListed later={plan.later} />
            </dd>
            <dt>{t('dossier.effect')}</dt>
            <dd>{plan.inForce ? t('dossier.inForce', { day: plan.inForce }) : t('dossier.notInForce')}</dd>
          </dl>
          <Measures dossier={dossier} />
        </section>
      ) : (
        <p className="nothing">{t('dossier.noPlan')}</p>
      )}
      {run && <RunActs run={run} edition={dossier.policy} />}
    </>
  );
}

function Measures({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  return (
    <section className="part">
      <h2>{t('dossier.measures')}</h2>
      <table className="lines ruled">
        <thead>
          <tr>
            <th scope="col">{t('dossier.no')}</th>
            <th scope="col">{t('dossier.measure')}</th>
            <th scope="col">{t('dossier.deadline')}</th>
            <th scope="col">{t('dossier.answerable')}</th>
          </tr>
        </thead>
        <tbody>
          {dossier.measures.map((measure, index) => (
            <tr key={measure.id}>
              <td>{index + 1}</td>
              <td>{measure.text}</td>
              <td>
                {measure.deadline ? (
                  <Deadline deadline={measure.deadline} />
                ) : (
                  <span className="quiet">{t('dossier.sameDeadline')}</span>
                )}
              </td>
              <td>
                <UnitName name={measure.unitName} /> {measure.person}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
