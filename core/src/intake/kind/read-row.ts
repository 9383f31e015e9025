import { demanded, factsIn, withoutEmpty } from '../../case/index.ts';
import type { SheetField, SheetValue, SheetValues } from '../../policy/index.ts';
import { ask, plain } from '../asked.ts';
import type { Asked } from '../asked.ts';
import { writtenIn } from '../entries.ts';
import type { Entry } from '../entries.ts';
import { question } from '../question.ts';
import type { Wanted } from '../question.ts';
import { readTerm } from '../term.ts';
import type { FilledRow, KindReading } from './context.ts';
import { checked } from './doubt.ts';
import { isAskedOnce, meaningOf, readableFields } from './meanings.ts';
import { readValue } from './read-value.ts';
import { wordsFor } from './words.ts';

type Read = Pick<FilledRow, 'values' | 'number' | 'channel' | 'lacks' | 'texts'>;

/** Reads a row: every cell by the type of its field, then whether what must be there is. */
export function readRow(entry: Entry, reading: KindReading): Asked<Read> {
  const { channels, chosen, facts } = reading;
  const fields = readableFields(reading);
  const row = entry.rows[0] ?? 0;
  const read = fields.map((field) => {
    const written = entry.values[meaningOf(field.id)] ?? [];
    return { field, ...readValue({ field, row, written, must: field.required === true }, reading) };
  });
  const channel = readTerm(
    { id: 'channel', zh: '来源渠道', en: 'Channel' },
    writtenIn(entry, 'channel'),
    channels,
    row,
    reading.given,
  );
  const said = withoutEmpty(Object.fromEntries(read.map(({ field, value }) => [field.id, value])));
  const whole: SheetValues = { ...chosenValues(fields, chosen), ...said };
  const known = factsIn({ facts, sheet: fields }, whole);
  // what is asked about already is not missing as well
  const blank = read.filter(
    ({ field, questions }) => whole[field.id] === undefined && questions.length === 0 && demanded(field, known),
  );
  const missing = blank.map(({ field }) => readMissing(field, row, reading));
  const given = Object.fromEntries(missing.map(({ field, value }) => [field.id, value]));
  const all: Asked<unknown>[] = [...read, channel, ...missing];
  return {
    value: {
      values: withoutEmpty({ ...said, ...given }),
      number: writtenIn(entry, 'number') || null,
      channel: channel.value?.id ?? null,
      lacks: [
        ...missing.flatMap(({ lacks }) => lacks),
        ...(channels.length > 0 && channel.value === null ? ['channel'] : []),
      ],
      texts: textsOf(entry, fields),
    },
    questions: all.flatMap(({ questions }) => questions),
    decisions: all.flatMap(({ decisions }) => decisions),
  };
}

const textsOf = (entry: Entry, fields: readonly SheetField[]): FilledRow['texts'] =>
  Object.fromEntries(
    fields.flatMap(({ id }) => {
      const text = writtenIn(entry, meaningOf(id));
      return text === '' ? [] : [[meaningOf(id), text] as const];
    }),
  );

/** Values chosen for the whole workbook, as the sheet holds them. */
export const chosenValues = (fields: readonly SheetField[], chosen: KindReading['chosen']): SheetValues =>
  Object.fromEntries(
    fields.flatMap(({ id, type }) => {
      const value = chosen[meaningOf(id)];
      return value === undefined ? [] : [[id, type === 'yes-no' ? value === 'yes' : value] as const];
    }),
  );

type Missing = Asked<SheetValue | null> & { readonly field: SheetField; readonly lacks: readonly string[] };

/** What must be there and is not: asked once for the workbook where no column says it, else of this row. */
function readMissing(field: SheetField, row: number, reading: KindReading): Missing {
  const meaning = meaningOf(field.id);
  if (!reading.heads.has(meaning) && isAskedOnce(field)) return { field, lacks: [meaning], ...plain(null) };
  const { zh, en = zh } = field.label;
  const asked = question({
    code: 'value-missing',
    row,
    field: meaning,
    raw: '',
    part: String(row),
    zh: `第${row}行没有写“${zh}”`,
    en: `Row ${row} does not say “${en}”`,
    options: [
      ...(field.type === 'choice'
        ? wordsFor(field).map(({ id, zh: label, en: word }) => ({ id, zh: label, en: word }))
        : []),
      { id: 'set', zh: '补写', en: 'Write it', asks: wantedFor(field) },
    ],
  });
  const read = ask<SheetValue | null>(asked, reading.given, null, ({ choose, value = '' }) => {
    if (choose !== 'set') return choose;
    const cell = { row, raw: value, cell: null, filled: null };
    // read as if it had stood there; what is doubtful about it leaves the question open
    const again = readValue({ field, row, written: [cell], must: true }, { ...reading, given: new Map() });
    if (again.value === null && field.type === 'unit') return unitGiven(value, field, reading);
    return again.value;
  });
  return { field, lacks: [], ...read };
}

function unitGiven(id: string, field: SheetField, reading: KindReading): SheetValue | null {
  const sound = checked({ value: id }, field, reading);
  return 'value' in sound ? sound.value : null;
}

const wantedFor = ({ type }: SheetField): Exclude<Wanted, 'field'> =>
  type === 'day' ? 'date' : type === 'unit' ? 'unit' : 'text';
