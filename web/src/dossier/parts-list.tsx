import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { useLabels } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { UnitName } from '../units/unit-name.tsx';
import { isNeeded } from '../verbs/part-needed.ts';
import type { Dossier } from './dossier.ts';

type Answerable = {
  readonly dossier: Pick<Dossier, 'parts' | 'policy' | 'facts'>;
  /** Parts that dossiers of this kind have. */
  readonly roles: readonly string[];
  /** Only those that must be played or are. */
  readonly played?: boolean;
};

/** 责任分工: units and people; a part that the plan requires and nobody plays says so. */
export function PartsList({ dossier, roles, played = false }: Answerable) {
  const { t } = useTranslation();
  const text = useText();
  const { plan } = useLabels(dossier.policy);
  const shown = (plan?.caseRoles ?? []).filter(
    (role) => roles.includes(role.id) && (!played || isNeeded(role, dossier.facts) || dossier.parts[role.id]?.length),
  );
  if (shown.length === 0) return null;
  return (
    <section className="part">
      <h2>{t('dossier.parts')}</h2>
      <table className="lines">
        <tbody>
          {shown.map((role) => (
            <tr key={role.id}>
              <th scope="row">{text(role.label)}</th>
              <td>
                {dossier.parts[role.id]?.map((part) => (
                  <div key={part.unit}>
                    <UnitName name={part.unitName} />
                  </div>
                )) ?? <span className="quiet">{t('dossier.nobody')}</span>}
              </td>
              <td>
                {dossier.parts[role.id]?.map((part) => (
                  <div key={part.unit}>
                    {part.person?.name ?? <span className="quiet">{t('dossier.noPerson')}</span>}
                  </div>
                ))}
              </td>
              <td className="end">
                <Clause id={role.clause} edition={dossier.policy} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
