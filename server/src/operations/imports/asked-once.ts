import { isAskedOnce, meaningOf, wordsFor } from '@bihuan/core/intake';
import { unitName, unitsInRole } from '@bihuan/core/access';
import { openFields } from '@bihuan/core/case';
import type { Facts, Kind, SheetField, Text } from '@bihuan/core/policy';
import { factsGiven } from '@bihuan/core/problem';
import type { AnyRow } from '../../files/task.ts';
import type { Services } from '../../services.ts';
import type { ImportRecord } from '../../store/imports/imports.ts';
import { kindOfImport } from './seats.ts';

/** What is asked once for a whole workbook: how many rows do not say it themselves, and what it may be. */
export type AskedOnce = {
  readonly id: string;
  readonly label: Text;
  readonly chosen: string | null;
  /** Rows for which nobody has said it. */
  readonly lacking: number;
  readonly options: readonly { readonly id: string; readonly title: Text }[];
};

type Asks = Pick<AskedOnce, 'id' | 'label' | 'options'> & { readonly lackedBy: (row: AnyRow) => boolean };
type Around = Pick<Services, 'law' | 'today'>;

/** What was chosen for the whole workbook so far. */
export const chosenFor = ({ chosen }: Pick<ImportRecord, 'chosen'>): Facts => chosen as Facts; // `settleImport` put ids of known values there

/** What the edition asks of every registration or opening and a list may leave out, in the order of the plan. */
export function askedOnce(
  services: Around,
  record: Pick<ImportRecord, 'chosen' | 'kind'>,
  rows: readonly AnyRow[],
): readonly AskedOnce[] {
  const chosen = chosenFor(record);
  const kind = kindOfImport(services, record);
  const asks = kind ? ofKind(services, kind) : record.kind === null ? ofProblems(services) : [];
  return asks.map(({ lackedBy, ...asked }) => ({
    ...asked,
    chosen: chosen[asked.id] ?? null,
    lacking: rows.filter(lackedBy).length,
  }));
}

const ofProblems = ({ law }: Around): readonly Asks[] =>
  factsGiven(law())
    .filter(({ needed }) => needed)
    .map(({ id, label, values }) => ({
      id,
      label,
      options: values.map((value) => ({ id: value.id, title: value.label })),
      lackedBy: (row) => 'facts' in row && row.facts[id] === undefined,
    }));

const lacks =
  (id: string) =>
  (row: AnyRow): boolean =>
    'lacks' in row && row.lacks.includes(id);

function ofKind(services: Around, kind: Kind): readonly Asks[] {
  const from = kind.opens?.from ?? [];
  const channel: Asks = {
    id: 'channel',
    label: { zh: '来源渠道', en: 'Channel' },
    options: from.map(({ id, label }) => ({ id, title: label })),
    lackedBy: lacks('channel'),
  };
  const fields = openFields(kind, services.law().policy).filter((field) => isAskedOnce(field) && !field.personal);
  return [
    ...(from.length > 0 ? [channel] : []),
    ...fields.map((field) => ({
      id: meaningOf(field.id),
      label: field.label,
      options: optionsOf(services, field),
      lackedBy: lacks(meaningOf(field.id)),
    })),
  ];
}

function optionsOf({ law, today }: Around, field: SheetField): AskedOnce['options'] {
  if (field.type === 'choice') return wordsFor(field).map(({ id, zh, en }) => ({ id, title: { zh, en } }));
  if (field.type === 'yes-no')
    return [
      { id: 'yes', title: { zh: '是', en: 'Yes' } },
      { id: 'no', title: { zh: '否', en: 'No' } },
    ];
  const { units } = law();
  const may = field.among ? field.among.flatMap((role) => unitsInRole(units, role, today())) : units;
  return [...new Set(may.map(({ id }) => id))].map((id) => ({ id, title: { zh: unitName(units, id, today()) } }));
}
