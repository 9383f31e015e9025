import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../api/plan.ts';
import { longDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import type { Unit } from './seats.ts';
import type { Book } from './use-book.ts';

/** What the plan says of a unit: its names now and before, what it is, which parts it has and may be given. */
export function UnitFacts({ unit, book }: { readonly unit: Unit; readonly book: Book }) {
  const { t } = useTranslation();
  const text = useText();
  const { plan } = useLabels();
  const comma = t('list.comma');
  const may = plan?.caseRoles.filter((role) => role.units.includes(unit.id)).map((role) => text(role.label)) ?? [];
  const nature = `${t(`unit.level.${unit.level}`)} · ${t(`unit.kind.${unit.kind}`, { defaultValue: unit.kind })}`;
  const facts = [
    { of: 'fullName', said: useFullName(unit) },
    { of: 'shortNames', said: unit.shortNames.join(comma) },
    { of: 'formerNames', said: useFormerNames(unit, book.today).join('\n') },
    { of: 'nature', said: nature },
    { of: 'within', said: book.units.find((one) => one.id === unit.within)?.name ?? '' },
    { of: 'code', said: unit.code ?? '' },
    { of: 'roles', said: useRoles(unit).join(comma) },
    { of: 'may', said: may.join(comma) },
  ].filter(({ said }) => said !== '');
  return (
    <dl className="facts" style={{ marginBottom: 16 }}>
      {facts.map(({ of, said }) => (
        <div key={of} style={{ display: 'contents' }}>
          <dt>{t(`people.${of}`)}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}

function useFullName(unit: Unit): string {
  const { i18n } = useTranslation();
  const english = unit.names.find((one) => one.until === null)?.name.en;
  return english && i18n.language === 'en' ? `${unit.name} ${english}` : unit.name;
}

/** Names that ended, each with its days. */
function useFormerNames(unit: Unit, today: string): readonly string[] {
  const { t, i18n } = useTranslation();
  const text = useText();
  return unit.names
    .filter(({ until }) => until !== null && until <= today)
    .map(({ name, ...span }) => t('people.formerSpan', { name: text(name), ...days(span, i18n.language, t) }));
}

/** The parts that the plan gives this unit itself, with the days where they began or ended. */
function useRoles(unit: Unit): readonly string[] {
  const { t, i18n } = useTranslation();
  const { office } = useLabels();
  return unit.roles.map(({ role, ...span }) => {
    const name = office(role);
    return span.from === null && span.until === null
      ? name
      : t('people.roleSpan', { role: name, ...days(span, i18n.language, t) });
  });
}

const days = (
  { from, until }: { readonly from: string | null; readonly until: string | null },
  language: string,
  t: TFunction,
) => ({
  from: longDay(from, language) || t('people.untold'),
  until: longDay(until, language) || t('people.untold'),
});
