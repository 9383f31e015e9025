import { evaluate } from '../../condition.ts';
import type { Facts, Required } from '../../model.ts';

/** Whether what is required by condition is never left empty at any of these facts: a field of a sheet, a part. */
export const mustBeFilled = ({ required }: { readonly required: Required }, facts: readonly Facts[]): boolean =>
  typeof required === 'boolean'
    ? required
    : facts.length > 0 && facts.every((each) => evaluate(required.when, each).holds === 'yes');
