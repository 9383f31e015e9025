import type { SheetField, SheetValue } from '../../policy/index.ts';
import { plain } from '../asked.ts';
import type { Asked } from '../asked.ts';
import { hasPlaceholder } from '../deadline.ts';
import { tidy } from '../normalise.ts';
import type { Cell } from '../sheet.ts';
import type { KindReading } from './context.ts';
import { parseDay, parseInstant } from './days.ts';
import { checked, settle } from './doubt.ts';
import type { CellAt } from './doubt.ts';
import { parseMoney, parseNumber } from './figures.ts';
import { meaningOf } from './meanings.ts';
import { doubts, says } from './parsed.ts';
import type { Offer, Parsed } from './parsed.ts';
import { readUnitsIn } from './read-units.ts';
import { parseChoice, parseChoices, parseNamedPerson, parsePerson, parseReference, parseYesNo } from './words.ts';

const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/i;
/** Reads one field of a row by its type. What is doubtful comes back as a question, and the field stays empty until it is answered. */
export function readValue(at: CellAt, reading: KindReading): Asked<SheetValue | null> {
  const raw = [...new Set(at.written.map((value) => tidy(value.raw)).filter(Boolean))].join('\n');
  if (raw === '') return plain(null);
  const cell = at.written[0]?.cell ?? null;
  if (at.field.type === 'unit' || at.field.type === 'units') return readUnitsIn(raw, at, reading);
  const reread = (given: string): Parsed => parse(given, null, at.field, reading);
  return settle(raw, checked(parse(raw, cell, at.field, reading), at.field, reading), at, reading, reread);
}

function parse(raw: string, cell: Cell | null, field: SheetField, reading: KindReading): Parsed {
  if (FORMULA_ERROR.test(raw)) return doubts({ zh: '是出错的公式', en: 'it is a formula that failed' }, 'text');
  switch (field.type) {
    case 'number':
      return parseNumber(raw, field);
    case 'money':
      return parseMoney(raw, reading.heads.get(meaningOf(field.id)) ?? '');
    case 'day':
      return parseDay(raw, cell, reading.year);
    case 'instant':
      return parseInstant(raw, cell, reading.year);
    case 'yes-no':
      return parseYesNo(raw);
    case 'choice':
      return parseChoice(raw, field);
    case 'choices':
      return parseChoices(raw, field);
    case 'person':
      return parsePerson(raw, field, reading);
    case 'named-person':
      return parseNamedPerson(raw);
    case 'reference':
      return parseReference(raw, field, reading);
    case 'place':
      return unfilled(raw, { words: raw.replace(/\s*\n\s*/g, '，') });
    default:
      return unfilled(raw, raw);
  }
}

// a form sent on before it was filled in must not become a dossier by itself
function unfilled(raw: string, value: SheetValue): Parsed {
  if (!hasPlaceholder(raw)) return says(value);
  const keep: Offer = { id: 'keep', zh: '照原文导入', en: 'Take it as written', value };
  return doubts({ zh: '还留着没有填写的空格', en: 'it still holds a blank to be filled in' }, 'text', [keep]);
}
