import { useTranslation } from 'react-i18next';
import { Chip } from '../../lists/chip.tsx';
import { useUnitOptions } from '../../sheet/controls/unit.tsx';
import type { Part } from './filter.tsx';
import { useFilterName, useFilterOptions } from './filter-options.ts';
import { filteredBy, moreFilters, partOf } from './filter-words.ts';

/** What narrows the list and stands in no field of the first line: said in words, and put away by its cross. */
export function CaseChips({ kind, asked, pick }: Part) {
  const { t } = useTranslation();
  const name = useFilterName(kind);
  const said = useSaid(kind);
  const chosen = moreFilters(kind).flatMap((filter) => {
    const [part, value] = [partOf(filter, kind), asked[partOf(filter, kind)]];
    return value ? [{ part, says: t('register.says', { name: name(filter), value: said(filter, value) }) }] : [];
  });
  const brought = (['duty', 'figure'] as const).filter((part) => asked[part]);
  return (
    <>
      {chosen.map(({ part, says }) => (
        <Chip key={part} says={says} drop={() => pick(part)(undefined)} />
      ))}
      {brought.map((part) => (
        <Chip key={part} says={t(`cases.came.${part}`)} drop={() => pick(part)(undefined)} />
      ))}
    </>
  );
}

/** A value of a filter in words: a unit by its name, days as from and to. */
function useSaid(kind: Part['kind']): (filter: string, value: string) => string {
  const { t } = useTranslation();
  const units = useUnitOptions(undefined);
  const options = useFilterOptions(kind);
  const word = (filter: string, value: string): string =>
    [...options(filter), ...units].find((option) => option.value === value)?.label ?? (units.length > 0 ? value : '…');
  return (filter, value) => {
    const by = filteredBy(filter, kind);
    const type = by !== null && typeof by === 'object' ? by.type : by;
    if (type === 'day' || type === 'opened' || type === 'closed') {
      const [from = '', to = from] = value.split('..');
      return t(`cases.days.${from === '' ? 'to' : to === '' ? 'from' : 'both'}`, { from, to });
    }
    return value
      .split(',')
      .map((one) => word(filter, one))
      .join('、');
  };
}
