import { Select } from '../../choice/select.tsx';
import type { Kind } from '../../kinds/kind.ts';
import type { Asked } from '../../lists/address.ts';
import type { Pick } from '../../lists/filter-bar.tsx';
import { useUnitOptions } from '../../sheet/controls/unit.tsx';
import { later } from '../../windows/later.tsx';
import { filteredBy, partOf } from './filter-words.ts';
import { useFilterName, useFilterOptions, type Option } from './filter-options.ts';

const DaysFilter = later(() => import('./days-filter.tsx'), 'DaysFilter');
const PeriodFilter = later(() => import('./period-filter.tsx'), 'PeriodFilter');

/** What every filter is given: the list's kind, what is asked, and how to ask otherwise. */
export type Part = { readonly kind: Kind; readonly asked: Asked; readonly pick: Pick };

/** A filter by a word of the program or by a field of the sheet. Types that nobody filters by have no field here. */
export function Filter({ filter, kind, asked, pick }: Part & { readonly filter: string }) {
  const by = filteredBy(filter, kind);
  const part = partOf(filter, kind);
  const label = useFilterName(kind)(filter);
  const options = useFilterOptions(kind)(filter);
  if (by === null) return null;
  const value = asked[part];
  const shared = { label, value, pick: pick(part) };
  switch (typeof by === 'object' ? by.type : by) {
    case 'unit':
    case 'units':
    case 'holder':
      return <UnitFilter {...shared} among={typeof by === 'object' ? by.among : undefined} />;
    case 'day':
    case 'opened':
    case 'closed':
      return <DaysFilter label={label} days={value} pick={pick(part)} />;
    case 'period':
      return <PeriodFilter {...shared} kind={kind.id} />;
    default:
      return options.length > 0 ? <Chosen {...shared} many={by === 'stage'} options={options} /> : null;
  }
}

type Shared = { readonly label: string; readonly value: string | undefined; readonly pick: ReturnType<Pick> };

function Chosen({ label, value, many, options, pick }: Shared & { many: boolean; options: readonly Option[] }) {
  return (
    <Select<string | string[]>
      allowClear
      {...(many ? { mode: 'multiple' as const, maxTagCount: 1 } : {})}
      style={{ width: many ? 150 : 120 }}
      popupMatchSelectWidth={false}
      placeholder={label}
      aria-label={label}
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      value={many ? (value?.split(',') ?? []) : (value ?? null)}
      onChange={pick}
      options={[...options]}
    />
  );
}

function UnitFilter({ label, value, among, pick }: Shared & { readonly among: readonly string[] | undefined }) {
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'found' }}
      style={{ width: 130 }}
      popupMatchSelectWidth={false}
      placeholder={label}
      aria-label={label}
      value={value ?? null}
      onChange={pick}
      options={useUnitOptions(among)}
    />
  );
}
