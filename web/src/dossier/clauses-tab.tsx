import { useTranslation } from 'react-i18next';
import { useLabels } from '../api/plan.ts';
import { useText } from '../i18n/text.ts';
import { citedBy, type Citing } from './cited.ts';
import type { Dossier } from './dossier.ts';
import { listed } from '../i18n/listed.ts';

/** 依据条款: each clause in our own words, and what of this dossier rests on it. */
export function ClausesTab({ dossier }: { readonly dossier: Citing & Pick<Dossier, 'policy'> }) {
  const { t } = useTranslation();
  const text = useText();
  const { clause } = useLabels(dossier.policy);
  return (
    <table className="lines ruled">
      <thead>
        <tr>
          <th scope="col">{t('dossier.clause')}</th>
          <th scope="col">{t('dossier.says')}</th>
          <th scope="col">{t('dossier.clauseUse')}</th>
        </tr>
      </thead>
      <tbody>
        {citedBy(dossier).map((cited) => (
          <tr key={cited.clause}>
            <td className="nowrap">{cited.clause}</td>
            <td>{clause(cited.clause)}</td>
            <td className="quiet">
              {listed(
                cited.for.map((title) => text(title)),
                t,
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
