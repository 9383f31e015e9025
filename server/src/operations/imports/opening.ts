import { openFields } from '@bihuan/core/case';
import { chosenValues, type FilledRow } from '@bihuan/core/intake';
import type { SheetValues } from '@bihuan/core/policy';
import type { Parts } from '@bihuan/core/procedure';
import type { Services } from '../../services.ts';
import type { ImportRecord } from '../../store/imports/imports.ts';
import { chosenFor, chosenParts } from './asked-once.ts';
import { kindOfImport } from './seats.ts';

/** What a row opens: a dossier of this kind, with these values, by this channel. */
export type Opening = {
  readonly kind: string;
  readonly values: SheetValues;
  readonly from: string | null;
  readonly sheet: string;
  /** Who plays which part in it, as it was named for all rows; absent: it was started before that was asked. */
  readonly parts?: Parts;
};

/** A row with what was chosen for the whole workbook where it says nothing itself. */
export function opening(services: Services, row: FilledRow, record: ImportRecord): Opening {
  const kind = kindOfImport(services, record)!; // the guard let nobody through without one
  const chosen = chosenFor(record);
  const fields = openFields(kind, services.law().policy);
  return {
    kind: kind.id,
    values: { ...chosenValues(fields, chosen), ...row.values },
    from: row.channel ?? chosen['channel'] ?? null,
    sheet: record.sheet,
    parts: chosenParts(chosen),
  };
}
