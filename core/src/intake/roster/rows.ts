import { isTelephone } from '../../access/index.ts';
import { pointsTo } from '../ditto.ts';
import type { Head } from '../head.ts';
import { narrow, tidy } from '../normalise.ts';
import { readPeople, type Person } from '../people.ts';
import type { Said } from '../said.ts';
import { cellAt, isBlank } from '../sheet.ts';
import type { Cell, Sheet } from '../sheet.ts';
import { rowSkip } from '../skips.ts';
import { findUnit } from '../unit-directory.ts';
import type { UnitIndex } from '../unit-directory.ts';
import type { RosterColumns, Slot } from './columns.ts';

/** One person as one row names them; nothing is looked up yet. */
export type Named = {
  readonly row: number;
  readonly name: string;
  readonly unclear: boolean;
  readonly unit: string;
  /** The unit stands in a row above, and the cell of this row is blank. */
  readonly above: boolean;
  readonly post: string;
  /** The post that the head of the column names. */
  readonly slotPost: string | null;
  readonly phone: string | null;
  readonly username: string;
  readonly notes: readonly Said[];
};

/** Who the rows below the head name, and the rows that name nobody with the reason. */
export type NamedRows = {
  readonly named: readonly Named[];
  readonly skipped: readonly { readonly row: number; readonly why: Said }[];
};

const NOBODY: Said = { zh: '没有写人', en: 'Names nobody' };

/** Reads the rows one after the other; a merged unit reaches down, a title row that is a unit holds for the rows below it. */
export function namedRows(sheet: Sheet, head: Head, columns: RosterColumns, index: UnitIndex): NamedRows {
  const named: Named[] = [];
  const skipped: { row: number; why: Said }[] = [];
  let unit = '';
  for (let row = head.last + 1; row < sheet.rows.length; row += 1) {
    const reason = rowSkip(sheet, row, head);
    if (reason !== null) {
      if (reason.code === 'section-row') unit = sectionUnit(sheet, row, index) ?? unit;
      if (reason.code !== 'blank-row') skipped.push({ row: row + 1, why: reason });
      continue;
    }
    const own = columns.unit === null ? '' : written(sheet, row, columns.unit);
    const ditto = pointsTo(own) !== null;
    const above = columns.unit !== null && (own === '' || ditto) && unit !== '';
    if (own !== '' && !ditto) unit = own;
    const people = columns.slots.flatMap((slot) => inSlot(sheet, row, slot, columns, { unit, above: above && !ditto }));
    named.push(...people);
    if (people.length === 0) skipped.push({ row: row + 1, why: NOBODY });
  }
  return { named, skipped };
}

function sectionUnit(sheet: Sheet, row: number, index: UnitIndex): string | null {
  const text = tidy((sheet.rows[row] ?? []).find((cell) => !isBlank(cell))?.text ?? '');
  const name = text.replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*/, '');
  return findUnit(index, name).length > 0 ? name : null;
}

const written = (sheet: Sheet, row: number, column: number): string => tidy(cellAt(sheet, row, column).text);

function inSlot(
  sheet: Sheet,
  row: number,
  slot: Slot,
  columns: RosterColumns,
  { unit, above }: Pick<Named, 'unit' | 'above'>,
): readonly Named[] {
  const raw = written(sheet, row, slot.name);
  if (raw === '' || /^[-—/无空缺\s]+$/.test(raw)) return [];
  const read = readPeople(closed(raw));
  const people: readonly Person[] =
    read.people.length > 0 && read.people.every(({ name }) => name !== '')
      ? read.people
      : [{ name: tidy(narrow(raw)) }];
  const phones = slot.phone === null ? [] : phonesIn(cellAt(sheet, row, slot.phone));
  const post = columns.post === null || slot.post !== null ? '' : written(sheet, row, columns.post);
  const username = slot.username === null ? '' : written(sheet, row, slot.username);
  return people.map((person, at) => {
    const phone = person.phone ?? (phones.length === people.length ? phones[at] : phones.join('、')) ?? '';
    const odd = phone !== '' && !isTelephone(phone);
    return {
      row: row + 1,
      name: person.name,
      unclear: read.needsPerson !== undefined,
      unit: unit === '' ? (person.unit ?? '') : unit,
      above,
      post: post === '' ? (person.post ?? '') : post,
      slotPost: slot.post,
      phone: phone === '' || odd ? null : phone,
      username: people.length === 1 ? username : '',
      notes: [...(odd ? [oddPhone(phone)] : []), ...(person.note === undefined ? [] : [bracketed(person.note)])],
    };
  });
}

/** 李 明: two signs that are set apart to be as wide as three are one name. */
const closed = (raw: string): string =>
  narrow(raw).replace(/(^|[、,，;；\n])\s*(\p{Script=Han})[ ]+(\p{Script=Han})\s*(?=$|[、,，;；\n(])/gu, '$1$2$3');

/** Telephones of a cell, one to a person where they are as many; a number that the sheet shortens is written out. */
function phonesIn({ text, number }: Cell): readonly string[] {
  const shown = tidy(narrow(text));
  if (number !== undefined && Number.isSafeInteger(number) && !isTelephone(shown)) return [String(number)];
  return shown
    .split(/[、,，;；\n]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

const oddPhone = (phone: string): Said => ({
  zh: `“${phone}”不是电话号码，没有导入`,
  en: `“${phone}” is no telephone number and was left out`,
});
const bracketed = (note: string): Said => ({
  zh: `括号里的“${note}”没有导入`,
  en: `“${note}” in brackets was left out`,
});
