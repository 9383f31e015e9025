import { Select } from '../../choice/select.tsx';
import type { Control } from '../field.ts';
import { textIn, wordsIn } from '../narrow.ts';
import { namesOf, useUnitsAmong } from '../units.ts';

/** A unit of the plan, found by any name it goes by. */
export function UnitControl({ field, value, onChange, id }: Control) {
  return (
    <Select
      id={id}
      allowClear
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'found' }}
      value={textIn(value) ?? null}
      onChange={(chosen) => onChange?.(chosen ?? undefined)}
      options={useUnitOptions(field.among)}
    />
  );
}

/** Several units. */
export function UnitsControl({ field, value, onChange, id }: Control) {
  return (
    <Select
      id={id}
      allowClear
      mode="multiple"
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'found' }}
      value={[...wordsIn(value)]}
      onChange={(chosen: string[]) => onChange?.(chosen.length > 0 ? chosen : undefined)}
      options={useUnitOptions(field.among)}
    />
  );
}

export function useUnitOptions(among: readonly string[] | undefined) {
  return useUnitsAmong(among).map((unit) => ({ value: unit.id, label: unit.name, found: namesOf(unit).join(' ') }));
}
