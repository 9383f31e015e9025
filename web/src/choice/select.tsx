import { Select as Plain, type SelectProps } from 'antd';
import type { DefaultOptionType } from 'antd/es/select';
import { NOT_YET } from '../i18n/not-yet.ts';

const nameOf: NonNullable<SelectProps['labelRender']> = ({ label }) =>
  label ?? <span className="quiet">{NOT_YET}</span>;

/**
 * A list to choose from. What is chosen stands there by its name: the library would show the bare value, an id, for as long
 * as the names are not here. A test holds that lists of the page are this one.
 */
export function Select<V, O extends DefaultOptionType = DefaultOptionType>(given: SelectProps<V, O>) {
  return <Plain<V, O> labelRender={nameOf} {...given} />;
}
