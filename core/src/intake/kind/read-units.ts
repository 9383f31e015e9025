import type { SheetField, SheetValue } from '../../policy/index.ts';
import { together } from '../asked.ts';
import type { Asked } from '../asked.ts';
import { settleMention } from '../unit-questions.ts';
import { resolveUnits } from '../units.ts';
import type { KindReading } from './context.ts';
import { checked, EMPTY, settle } from './doubt.ts';
import type { CellAt } from './doubt.ts';
import { meaningOf } from './meanings.ts';
import { doubts, says } from './parsed.ts';
import type { Offer, Parsed } from './parsed.ts';
import { unitsAllowed } from './words.ts';

/** Offers shown for a unit; any other is chosen from the directory. */
const OFFERED = 8;

/** The unit or units of a cell: each name by the directory first, then whether the field may hold them. */
export function readUnitsIn(raw: string, at: CellAt, reading: KindReading): Asked<SheetValue | null> {
  const { field, row } = at;
  const named = { id: meaningOf(field.id), zh: field.label.zh, en: field.label.en ?? field.label.zh };
  const around = { units: reading.directory, given: reading.given, ...(reading.told ? { told: reading.told } : {}) };
  const found = together(
    resolveUnits(raw, reading.directory, 'holder').map((mention) => settleMention(mention, named, row, around)),
  );
  if (found.questions.length > 0) return { ...found, value: null };
  const ids = [...new Set(found.value.flatMap(({ unit }) => unit ?? []))];
  const settled = settle(raw, placed(ids, field, reading), at, reading, (id) => placed([id], field, reading));
  return { ...settled, decisions: [...found.decisions, ...settled.decisions] };
}

function placed(ids: readonly string[], field: SheetField, reading: KindReading): Parsed {
  const one = field.type === 'unit';
  const valueOf = (chosen: readonly string[]): SheetValue => (one ? (chosen[0] ?? EMPTY) : chosen);
  const allowed = unitsAllowed(field, reading).map((offer): Offer => ({ ...offer, value: valueOf([offer.id]) }));
  const may = (id: string): boolean => allowed.some((offer) => offer.id === id);
  if (ids.length === 0) return says(EMPTY);
  if (!ids.every(may))
    return doubts(
      { zh: '这一项不能填这个单位', en: 'this unit may not be named here' },
      'unit',
      allowed.slice(0, OFFERED),
    );
  if (one && ids.length > 1)
    return doubts(
      { zh: '写了几个单位，这里只填一个', en: 'several units are named where one is wanted' },
      'unit',
      allowed.filter(({ id }) => ids.includes(id)),
    );
  return checked(says(valueOf(ids)), field, reading);
}
