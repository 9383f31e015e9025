import { numberFor, seriesOf } from '@bihuan/core/case';
import { badInput } from '@bihuan/core/access';
import type { SheetValues } from '@bihuan/core/policy';
import { kindIn } from '@bihuan/core/procedure';
import { comingNumber } from '../../store/dossiers/dossiers.ts';
import { findFile } from '../../store/files.ts';
import { decideCaseAsk } from '../cases/command.ts';
import { givenValues } from '../cases/given.ts';
import type { BringingIn } from './bring-in.ts';
import type { Kept } from './brought.ts';
import { NO_FIELDS } from './why.ts';
import type { Doing } from './work.ts';

/** What the row says, with the pictures that it brings in the fields that were chosen for them. */
function withPictures({ values, pictures: brought = [] }: Doing<'open'>['act'], kept: Kept): SheetValues {
  const fields = Map.groupBy(brought, ({ as }) => as);
  const filled = [...fields].map(([field, some]) => {
    const files = some.flatMap(({ file }) => kept.get(file.part) ?? []);
    return [field, [...new Set(files.map(({ id }) => id))].map((id) => ({ id }))] as const;
  });
  // by their ids alone, as a form names files: what else is known of them is put beside
  return { ...values, ...Object.fromEntries(filled.filter(([, files]) => files.length > 0)) };
}

/** Rows that become dossiers of a plain kind: each opened as one is by hand, with the row of the workbook that it came from. */
export const opening: BringingIn<'open'> = {
  names: ({ services }, { act }) => {
    const sheet = kindIn(services.law(), act.kind)?.sheet ?? [];
    const named = sheet.map(({ id, label: { zh, en = zh } }) => [`values.${id}`, { zh, en }] as const);
    return { ...NO_FIELDS, ...Object.fromEntries(named) };
  },
  prepare: async ({ services, tx, record, by, pictures }) => {
    const within = { ...services, db: tx };
    const file = await findFile(tx, services.region, record.file);
    return async ({ act, rows }, dossier) => {
      const kind = kindIn(services.law(), act.kind);
      if (!kind) return badInput([{ field: 'kind', code: 'unknown' }]);
      const filled = await givenValues(within, kind, withPictures(act, pictures), by, {
        law: services.law(),
        dossier,
        present: {},
      });
      if ('refused' in filled) return filled;
      const series = seriesOf(kind, services.today());
      // a number is taken by the statement that writes the dossier: a row that is refused uses none up
      const no = await comingNumber(tx, services.region, series);
      const ask = {
        type: 'OpenCase',
        kind: kind.id,
        number: numberFor(kind, services.today(), no),
        values: filled.values,
        ...(act.parts ? { parts: act.parts } : {}),
        ...(act.from === null ? {} : { from: act.from }),
        imported: {
          import: record.id,
          workbook: record.name,
          digest: file?.digest ?? '',
          sheet: act.sheet,
          rows,
        },
      } as const;
      return decideCaseAsk(
        within,
        { dossier, by, ask, apart: filled.apart, import: record.id, takes: { series, no } },
        null,
      );
    };
  },
};
