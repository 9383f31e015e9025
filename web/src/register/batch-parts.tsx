import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlan } from '../api/plan.ts';
import { useProblemKind } from '../kinds/use-kinds.ts';
import { isNeeded } from '../verbs/part-needed.ts';
import { PartsField } from '../verbs/parts-field.tsx';
import type { BatchRow } from './batch-wishes.ts';

type Shown = { readonly edition: string; readonly rows: readonly BatchRow[] };

/** 移交的责任分工: a table with a line for each problem, its own proposed units and people in it; what only helps is named once for all. */
export function BatchParts({ edition, rows }: Shown) {
  const { t } = useTranslation();
  const plan = usePlan(edition);
  const kind = useProblemKind();
  const roles = (plan?.caseRoles ?? []).filter(({ id }) => kind?.parts.includes(id));
  const own = roles.filter((role) => rows.some(({ facts }) => isNeeded(role, facts))).map(({ id }) => id);
  const shared = roles.map(({ id }) => id).filter((id) => !own.includes(id));
  return (
    <>
      <div className="batch-parts">
        {rows.map((row) => (
          <fieldset key={row.id}>
            <legend>
              {row.number} {row.title}
            </legend>
            <PartsField edition={edition} roles={own} facts={[row.facts]} under={['rows', row.id, 'parts']} short />
          </fieldset>
        ))}
      </div>
      {shared.length > 0 && (
        <Fragment>
          <h3>{t('register.sharedParts')}</h3>
          <PartsField edition={edition} roles={shared} facts={[]} short />
        </Fragment>
      )}
    </>
  );
}
