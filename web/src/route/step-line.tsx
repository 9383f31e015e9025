import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { useText } from '../i18n/text.ts';
import type { Step } from './explanation.ts';
import { listed } from '../i18n/listed.ts';

type Words = Step['title'];

/** One step of a route: who, by which clause, how long, what it needs, whom it tells. */
export function StepLine({ step, edition }: { readonly step: Step; readonly edition: string }) {
  const { t } = useTranslation();
  const text = useText();
  const only = (name: Words, when: Words | null): string =>
    when ? t('route.needsWhen', { what: text(name), when: text(when) }) : text(name);
  const asides = [
    ...step.limits.flatMap(({ words, extension, pause }) => [words, extension, pause].map(text).filter(Boolean)),
    ...(step.limits.length === 0 && step.silent ? [t('route.silent')] : []),
    ...(step.evidence.length > 0
      ? [
          t('route.needs', {
            what: listed(
              step.evidence.map(({ label, when }) => only(label, when)),
              t,
            ),
          }),
        ]
      : []),
    ...step.copies.map(({ who, when, addressed }) =>
      t(addressed ? 'route.addressed' : 'route.copy', { who: only(who, when) }),
    ),
    ...step.also.map(text),
    ...(step.external ? [t('route.external')] : []),
    ...(step.closes ? [t('route.closes')] : []),
  ];
  const who = step.seats.map((seat) =>
    seat.part === 'co-sign' ? `${text(seat.who)}（${t('route.coSign')}）` : text(seat.who),
  );
  return (
    <li>
      {text(step.title)} <Clause id={step.clause} edition={edition} />
      <div className="quiet tiny">{who.join(t('list.between')) /* each names its post after a comma */}</div>
      {asides.length > 0 && <div className="quiet tiny">{asides.join(' · ')}</div>}
    </li>
  );
}
