import './route.css';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { useEditionName } from '../i18n/edition.ts';
import { useText } from '../i18n/text.ts';
import type { Change, Explanation, NoRoute, NotTaken, Route, Ruling } from './explanation.ts';
import { StepLine } from './step-line.tsx';

/** An explanation as people read it: two routes, one for the plan and one for acceptance. Also used to try facts out. */
export function Explained({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useTranslation();
  const editionName = useEditionName();
  return (
    <>
      {(['plan', 'acceptance'] as const).map((run) => (
        <section key={run}>
          <h2>{t(`route.${run}`)}</h2>
          <RouteReasons route={explanation[run]} edition={explanation.edition} />
        </section>
      ))}
      <Changes changes={explanation.wouldChange} />
      <p className="quiet tiny">{t('route.edition', { edition: editionName(explanation.edition) })}</p>
    </>
  );
}

function RouteReasons({ route, edition }: { readonly route: Route | NoRoute; readonly edition: string }) {
  const { t } = useTranslation();
  const text = useText();
  if (!('steps' in route)) return <p className="provisional-note">{text(route.why)}</p>;
  return (
    <dl className="reasons">
      <dt>{t('route.facts')}</dt>
      <dd className="route-facts">
        {route.matched.facts.map((fact) => (
          <span key={fact.fact}>{text(fact.words)}</span>
        ))}
      </dd>
      <dt>{t('route.rule')}</dt>
      <dd>
        <b>{text(route.title)}</b> <Clause id={route.clause} edition={edition} />
        <div className="quiet">{text(route.matched.condition)}</div>
        {route.ruling && <RulingNote ruling={route.ruling} edition={edition} />}
        {route.losing.length > 0 && <Given heading={t('route.losing')} routes={route.losing} open />}
        {route.others.length > 0 && (
          <Given heading={t('route.others', { count: route.others.length })} routes={route.others} />
        )}
      </dd>
      <dt>{t('route.steps')}</dt>
      <dd>
        <ol>
          {route.steps.map((step) => (
            <StepLine key={step.id} step={step} edition={edition} />
          ))}
        </ol>
      </dd>
    </dl>
  );
}

/** A ruling in use: who made it, why, and whether anybody has confirmed it. */
function RulingNote({ ruling, edition }: { readonly ruling: Ruling; readonly edition: string }) {
  const { t } = useTranslation();
  const text = useText();
  const confirmed = ruling.status === 'confirmed';
  return (
    <div className={`ruling ${confirmed ? 'confirmed' : ''}`}>
      <div className="row">
        <b>{t('route.ruling', { id: ruling.id, title: text(ruling.title) })}</b>
        <span className="provisional">{t(confirmed ? 'route.confirmed' : 'route.pending')}</span>
      </div>
      <div>{text(ruling.reason)}</div>
      <div className="row tiny">
        <span className="quiet">{t('route.rulingBy', { by: ruling.by, on: ruling.on })}</span>
        {ruling.clauses.map((clause) => (
          <Clause key={clause} id={clause} edition={edition} />
        ))}
      </div>
    </div>
  );
}

function Given({
  heading,
  routes,
  open = false,
}: {
  readonly heading: string;
  readonly routes: readonly NotTaken[];
  readonly open?: boolean;
}) {
  const text = useText();
  return (
    <details open={open} style={{ marginTop: 6 }}>
      <summary>{heading}</summary>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {routes.map((route) => (
          <li key={route.id}>
            {text(route.title)} <span className="clause">{route.clause}</span>
            <div className="quiet">{text(route.why)}</div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation();
  const text = useText();
  if (changes.length === 0) return null;
  const named = (id: string | null): string => id ?? t('route.none');
  return (
    <section>
      <h2>{t('route.change')}</h2>
      <ul className="changes">
        {changes.map((change) => (
          <li key={change.fact + change.value}>
            {t('route.changeTo', {
              fact: text(change.words),
              plan: named(change.plan),
              acceptance: named(change.acceptance),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
