import { unitName, type Actor } from '@bihuan/core/access';
import { openFields } from '@bihuan/core/case';
import { whyNoColumn } from '@bihuan/core/intake';
import type { Kind, SheetField } from '@bihuan/core/policy';
import { kindIn } from '@bihuan/core/procedure';
import { parsePlainDate, plainDate } from '@bihuan/core/time';
import type { RegisterColumn, RegisterValue } from '../../files/register-column.ts';
import { emptyRegister } from '../../files/empty-register.ts';
import { writeRegister } from '../../files/register.ts';
import { headOf } from '../appearance/appearance.ts';
import type { Services } from '../../services.ts';
import type { CaseLine } from '../../store/cases.ts';
import { asText, channelIn, wordIn } from './cells.ts';
import { kindsFor, owedByPeriod } from './kinds.ts';
import { linesFor, type CaseQuery } from './list.ts';
import { stageTitle } from '../dossiers/stage-title.ts';
import { cellsIn } from './shown.ts';

type Column = RegisterColumn & { readonly value: (line: CaseLine) => RegisterValue };

const day = (text: string | null): RegisterValue => (text === null ? null : { day: plainDate(text) });

/** The kind of the edition in force that this person may have as a workbook; null where there is none of his. */
export const kindToExport = (services: Services, id: string, by: Actor): Kind | null =>
  kindsFor(services, by).some((kind) => kind.id === id) ? kindIn(services.law(), id) : null;

/** Writes the lines of a query of one kind as a workbook: any number of them in bounded memory. */
export async function exportCases(
  services: Services,
  kind: Kind,
  query: CaseQuery,
  by: Actor,
  stream: NodeJS.WritableStream,
): Promise<void> {
  const columns = columnsOf(services, kind);
  async function* rows() {
    for await (const line of linesFor(services, { ...query, kind: kind.id }, by))
      yield columns.map((column) => column.value(line));
  }
  await writeRegister(rows(), columns, stream, {
    title: await headOf(services, kind.title.zh),
    sheet: kind.title.zh,
  });
}

/** An empty workbook with a column for every field that whoever opens a dossier of the kind can fill in there, and what belongs in it. */
export function emptySheet({ law }: Services, kind: Kind): Promise<Buffer> {
  const columns = openFields(kind, law().policy)
    .filter((field) => !field.personal && whyNoColumn(field, {}) === null)
    .map((field) => ({ head: field.label.zh, width: widthOf(field), ...(field.help ? { help: field.help.zh } : {}) }));
  return emptyRegister(columns, kind.title.zh);
}

/** What lists know of every dossier, and between it each field of the sheet that is not personal. */
function columnsOf(services: Services, kind: Kind): readonly Column[] {
  const fields = kind.sheet.filter(({ personal }) => !personal);
  const channels = kind.opens?.from ?? [];
  const cameBy = ({ facets }: CaseLine) => channels.find(({ id }) => id === channelIn(facets))?.label.zh ?? null;
  const owed = owedByPeriod(kind, services.law().policy);
  return [
    { head: '编号', width: 20, value: (line) => line.number },
    ...fields.map((field): Column => {
      const value = (line: CaseLine) => cellOf(services, field, cellsIn(line)[field.id]);
      return { head: field.label.zh, width: widthOf(field), value };
    }),
    { head: '阶段', width: 14, value: (line) => stageTitle(kind, line.stage).zh },
    { head: '承办单位', width: 22, value: (line) => line.holder_name },
    { head: '环节', width: 18, value: (line) => line.step_zh },
    { head: '时限', width: 12, value: (line) => (line.paused ? '暂停' : day(line.due)) },
    ...(channels.length > 0 ? [{ head: '来源渠道', width: 14, value: cameBy }] : []),
    ...(owed ? [{ head: '期次', width: 12, value: (line: CaseLine) => line.period }] : []),
    { head: '发起日期', width: 12, value: (line) => day(line.opened_on) },
    { head: '办结日期', width: 12, value: (line) => day(line.closed_on) },
  ];
}

/** How wide a column of a field is, in signs. */
export const widthOf = ({ type, longest = 0 }: SheetField): number =>
  type === 'text' && longest > 100 ? 40 : type === 'text' || type === 'place' ? 24 : 14;

/** A value in the words of a workbook: money in yuan, a day as a date. */
export function cellOf(
  { today, law }: Pick<Services, 'today' | 'law'>,
  field: SheetField,
  value: unknown,
): RegisterValue {
  const labelled = (id: unknown): string => field.values?.find((known) => known.id === id)?.label.zh ?? asText(id);
  const named = (id: unknown): string => unitName(law().units, asText(id), today());
  const words = (one: (item: unknown) => string): string =>
    Array.isArray(value) ? value.map(one).join('、') : one(value);
  if (value === undefined || value === null) return null;
  switch (field.type) {
    // a form that is still being filled in may hold words where a figure belongs: they go out as they are
    case 'money':
      return typeof value === 'number' ? value / 100 : asText(value);
    case 'day':
      return parsePlainDate(asText(value)) ? day(asText(value)) : asText(value);
    case 'yes-no':
      return value === true ? '是' : '否';
    case 'choice':
    case 'choices':
      return words(labelled);
    case 'unit':
    case 'units':
      return words(named);
    default:
      return typeof value === 'number' ? value : inWords(value);
  }
}

/** Of a place its words, of a person the name, of another dossier its number. */
function inWords(value: unknown): string {
  return wordIn(value, 'words') ?? wordIn(value, 'name') ?? wordIn(value, 'number') ?? asText(value);
}
