import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { useText } from '../i18n/text.ts';
import type { Edition } from './edition.ts';
import { listed } from '../i18n/listed.ts';

/** Fields with the department in charge, parts people play, and what the plan says nothing about. */
export function Fields({ edition }: { readonly edition: Edition }) {
  const { t } = useTranslation();
  const text = useText();
  const { fields, caseRoles, evidenceKinds, topics, edition: id } = edition.policy;
  return (
    <div className="columns">
      <section>
        <h2>{t('policy.fields')}</h2>
        <table className="plain-table">
          <tbody>
            {fields.map((field) => (
              <tr key={field.id}>
                <th scope="row">{text(field.label)}</th>
                <td>{text(field.inCharge)}</td>
                <td>
                  <Clause id={field.clause} edition={id} />{' '}
                  {field.ruling && <span className="quiet small">{t('policy.byRuling', { id: field.ruling })}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h2>{t('policy.parts')}</h2>
        <table className="plain-table">
          <tbody>
            {caseRoles.map((role) => (
              <tr key={role.id}>
                <th scope="row">{text(role.label)}</th>
                <td className="quiet">{t(role.required ? 'policy.required' : 'policy.asNeeded')}</td>
                <td>
                  <Clause id={role.clause} edition={id} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <h2 style={{ marginTop: 16 }}>{t('policy.evidence')}</h2>
        <p>
          {listed(
            evidenceKinds.map((kind) => text(kind.label)),
            t,
          )}
        </p>
        <Silent topics={topics} />
      </section>
    </div>
  );
}

/** What the plan says nothing about, each with the ruling that stands in for it. */
function Silent({ topics }: Pick<Edition['policy'], 'topics'>) {
  const { t } = useTranslation();
  const silent = topics.filter((topic) => topic.silent);
  if (silent.length === 0) return null;
  const named = silent.map(
    ({ topic, ruling }) => `${t(`policy.topic.${topic}`, { defaultValue: topic })}${ruling ? `（${ruling}）` : ''}`,
  );
  return (
    <>
      <h2 style={{ marginTop: 16 }}>{t('policy.silent')}</h2>
      <p className="quiet small">{t('policy.silentMeans')}</p>
      <p>{listed(named, t)}</p>
    </>
  );
}
