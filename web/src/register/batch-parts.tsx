import { useTranslation } from 'react-i18next';
import { usePlan } from '../api/plan.ts';
import { useProblemKind } from '../kinds/use-kinds.ts';
import { isNeeded } from '../verbs/part-needed.ts';
import { PartInputs, PartName, PartsField } from '../verbs/parts-field.tsx';
import type { BatchRow } from './batch-wishes.ts';

type Shown = { readonly edition: string; readonly rows: readonly BatchRow[] };

/** 移交的责任分工: a table with a line for each problem, its own proposed units and people in it; what only helps is named once for all. */
export function BatchParts({ edition, rows }: Shown) {
  const { t } = useTranslation();
  const plan = usePlan(edition);
  const kind = useProblemKind();
  const roles = (plan?.caseRoles ?? []).filter(({ id }) => kind?.parts.includes(id));
  const own = roles.filter((role) => rows.some(({ facts }) => isNeeded(role, facts)));
  const shared = roles.filter((role) => !own.includes(role)).map(({ id }) => id);
  return (
    <>
      <div className="batch-parts">
        <table className="plain">
          <thead>
            <tr>
              <th>{t('register.title')}</th>
              {own.map((role) => (
                <th key={role.id}>
                  <PartName role={role} must />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.number}
                  <div className="quiet">{row.title}</div>
                </th>
                {own.map((role) => (
                  <td key={role.id}>
                    <PartInputs
                      under={['rows', row.id, 'parts']}
                      role={role}
                      edition={edition}
                      must={isNeeded(role, row.facts)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet small">{t('register.peopleAsked')}</p>
      {shared.length > 0 && (
        <details style={{ marginBottom: 12 }}>
          <summary>{t('register.sharedParts')}</summary>
          <PartsField edition={edition} roles={shared} facts={[]} short />
        </details>
      )}
    </>
  );
}
