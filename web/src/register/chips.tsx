import { useTranslation } from 'react-i18next';
import { usePlan } from '../api/plan.ts';
import { longDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { Chip } from '../lists/chip.tsx';
import type { Part } from './fact-select.tsx';
import { askedOf, askingFact, type Filters } from './query.ts';

const BROUGHT = ['closedSince', 'edition', 'import'] as const;

/** What narrows the register and stands in no field of the first line: said in words, and put away by its cross. */
export function RegisterChips({ filters, pick }: Part) {
  return (
    <>
      {useSaid(filters).map(({ part, says, rest }) => (
        <Chip key={says} says={says} drop={() => pick(part)(rest)} />
      ))}
      {BROUGHT.filter((part) => filters[part]).map((part) => (
        <Came key={part} part={part} filters={filters} pick={pick} />
      ))}
    </>
  );
}

/** What a link brought along. */
function Came({ part, filters, pick }: Part & { readonly part: (typeof BROUGHT)[number] }) {
  const { t, i18n } = useTranslation();
  const day = longDay(filters.closedSince, i18n.language);
  return <Chip says={t(`register.came.${part}`, { day })} drop={() => pick(part)(undefined)} />;
}

type Said = { readonly part: keyof Filters; readonly says: string; readonly rest?: string | undefined };

/** The conditions of the second line in the plan's own words; `rest` is what stays of that part. */
function useSaid(filters: Filters): readonly Said[] {
  const { t } = useTranslation();
  const text = useText();
  const plan = usePlan();
  const says = (name: string, value: string): string => t('register.says', { name, value });
  const labelled = (values: readonly { id: string; label: { zh: string } }[] | undefined, id: string): string =>
    text(values?.find((value) => value.id === id)?.label) || id;
  if (!plan) return []; // an id is nobody's word for it
  const facts = plan.facts.filter(({ id }) => id !== 'field').slice(1);
  const units = (['township', 'holder'] as const).flatMap((part): Said[] => {
    const id = filters[part];
    const name = plan.units.find((unit) => unit.id === id)?.name ?? id;
    return id ? [{ part, says: says(t(`register.${part}`), name ?? '') }] : [];
  });
  return [
    ...facts.flatMap(({ id, label, values }): Said[] => {
      const value = askedOf(id, filters);
      const rest = askingFact(id, undefined, filters);
      return value ? [{ part: 'fact', says: says(text(label), labelled(values, value)), rest }] : [];
    }),
    ...(filters.field
      ? [{ part: 'field' as const, says: says(t('register.field'), labelled(plan.fields, filters.field)) }]
      : []),
    ...units,
  ];
}
