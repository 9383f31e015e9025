import type { Understanding } from '@bihuan/core/intake';
import type { Facts, Text } from '@bihuan/core/policy';
import { factsGiven } from '@bihuan/core/problem';
import type { Services } from '../../services.ts';
import type { ImportRecord } from '../../store/imports/imports.ts';

/** What is asked once for a whole workbook: how many rows do not say it themselves, and what it may be. */
export type AskedOnce = {
  readonly id: string;
  readonly label: Text;
  readonly chosen: string | null;
  /** Rows for which nobody has said it. */
  readonly lacking: number;
  readonly options: readonly { readonly id: string; readonly title: Text }[];
};

/** What was chosen for the whole workbook so far. */
export const chosenFor = ({ chosen }: Pick<ImportRecord, 'chosen'>): Facts => chosen as Facts; // `settleImport` put ids of known values there

/** What the edition asks of every registration and a list may leave out, in the order of the plan. */
export function askedOnce(
  { law }: Pick<Services, 'law'>,
  record: Pick<ImportRecord, 'chosen'>,
  rows: readonly Pick<Understanding['rows'][number], 'facts'>[],
): readonly AskedOnce[] {
  const chosen = chosenFor(record);
  return factsGiven(law())
    .filter(({ needed }) => needed)
    .map(({ id, label, values }) => ({
      id,
      label,
      chosen: chosen[id] ?? null,
      lacking: rows.filter(({ facts }) => facts[id] === undefined).length,
      options: values.map((value) => ({ id: value.id, title: value.label })),
    }));
}
