import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { useText } from '../i18n/text.ts';
import { StepLine } from '../route/step-line.tsx';
import type { Edition, Route } from './edition.ts';

/** Every procedure with its routes in sentences: on which facts, who, by when, with what, told to whom. */
export function Routes({ edition }: { readonly edition: Edition }) {
  const text = useText();
  return edition.procedures.map((procedure) => (
    <section key={procedure.id} className="procedure">
      <h2>
        {text(procedure.title)} <Clause id={procedure.clause} edition={edition.policy.edition} />
      </h2>
      {procedure.routes.map((route) => (
        <RouteSheet key={route.id} route={route} edition={edition} alone={procedure.routes.length === 1} />
      ))}
    </section>
  ));
}

type Sheet = { readonly route: Route; readonly edition: Edition; readonly alone: boolean };

function RouteSheet({ route, edition, alone }: Sheet) {
  const { t } = useTranslation();
  const text = useText();
  const id = edition.policy.edition;
  return (
    <details open={alone}>
      <summary>
        {text(route.title)} <Clause id={route.clause} edition={id} />{' '}
        <span className="quiet small">{text(route.when)}</span>
        {route.ruling && <span className="quiet small"> {t('policy.byRuling', { id: route.ruling })}</span>}
      </summary>
      <ol className="steps">
        {route.steps.map((step) => (
          <StepLine key={step.id} step={step} edition={id} />
        ))}
      </ol>
    </details>
  );
}
