import type { Actor } from '@bihuan/core/access';
import { rowErrors, type RowError } from '@bihuan/core/intake';
import { errorWorkbook } from '../../files/workbook.ts';
import type { Services } from '../../services.ts';
import { itemsWith } from '../../store/imports/import-items.ts';
import type { ImportRecord } from '../../store/imports/imports.ts';
import type { Settled } from './outcome.ts';
import { visibleImport } from './seats.ts';
import { understand, workbookOf, type Understood } from './understanding.ts';

/** The office's own workbook with the reasons beside the rows that did not come in, for correcting and sending again. */
export async function importErrors(
  services: Services,
  id: string,
  by: Actor,
): Promise<Settled<{ readonly name: string; readonly bytes: Buffer }>> {
  const record = await visibleImport(services, id, by);
  if (!record) return { missing: true };
  const understood = await understand(services, record);
  const { xlsx } = await workbookOf(services, record);
  const errors = await errorsOf(services, record, understood);
  const headRow = (understood.understanding.head?.last ?? 0) + 1;
  const bytes = await errorWorkbook(xlsx, { sheet: record.sheet, headRow }, errors, { party: record.unit });
  if ('refused' in bytes) return { file: bytes.refused };
  return { done: { name: `${record.name.replace(/\.[^.]+$/, '')}-错误原因.xlsx`, bytes } };
}

/** More rows than a sheet may have. */
const EVERY = 20_001;

async function errorsOf(
  { db, region }: Services,
  { id, state }: ImportRecord,
  { understanding }: Understood,
): Promise<readonly RowError[]> {
  if (state === 'open') return rowErrors(understanding);
  const failed = await itemsWith(db, region, id, ['failed'], { after: 0, limit: EVERY, seats: [] });
  return failed.map(({ rows, reason }) => ({
    row: rows[0] ?? 0,
    reason: reason?.zh ?? '',
    columns: reason?.columns ?? [],
  }));
}
