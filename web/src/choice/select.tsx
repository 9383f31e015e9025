import { Select as Plain, type SelectProps } from 'antd';
import type { DefaultOptionType } from 'antd/es/select';
import { NOT_YET } from '../i18n/not-yet.ts';
import { holds } from './holds.ts';

const nameOf: NonNullable<SelectProps['labelRender']> = ({ label }) =>
  label ?? <span className="quiet">{NOT_YET}</span>;

type Searching<V, O extends DefaultOptionType> = Exclude<SelectProps<V, O>['showSearch'], boolean | undefined>;

/** How the list is narrowed by what is typed: by what stands on the screen, wide and narrow signs alike, unless the page asks a server. */
function searching<V, O extends DefaultOptionType>({ showSearch, mode }: SelectProps<V, O>): Searching<V, O> | boolean {
  if (showSearch === false || (showSearch === undefined && mode === undefined)) return false;
  const given: Searching<V, O> = typeof showSearch === 'object' ? showSearch : {};
  if (given.filterOption !== undefined) return given;
  const found = [given.optionFilterProp ?? 'label'].flat();
  const fits = (words: string, option: O | undefined): boolean =>
    found.some((property) => holds(String(option?.[property] ?? ''), words));
  return { ...given, filterOption: fits };
}

/**
 * A list to choose from. What is chosen stands there by its name: the library would show the bare value, an id, for as long
 * as the names are not here. A test holds that lists of the page are this one.
 */
export function Select<V, O extends DefaultOptionType = DefaultOptionType>(given: SelectProps<V, O>) {
  return <Plain<V, O> labelRender={nameOf} {...given} showSearch={searching(given)} />;
}
