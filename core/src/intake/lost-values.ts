import type { Value } from './entries.ts';
import { squeeze, tidy } from './normalise.ts';
import { question } from './question.ts';
import type { Said } from './said.ts';
import { fieldAt, partAt, writtenInstead } from './value-doubts.ts';
import type { Place, ValueDoubt } from './value-doubts.ts';

/** Behind the fifteenth digit a spreadsheet puts zeros, whatever was typed. */
const EXACT = 1e15;
const SHORTENED = /^\d(?:\.\d+)?e\+?\d{2,}$/;
const IDENTITY: readonly Place[] = ['number', 'phone', 'person'];

/** What a spreadsheet has lost of a number: the digits behind the fifteenth, or all of “1-2”, which it made a day of. What was typed is asked for. */
export function digitsLost(at: Place, values: readonly Value[], nameOf: (at: Place) => Said): ValueDoubt | null {
  const lost = values.find(
    ({ raw, cell }) =>
      (cell?.number !== undefined && Math.abs(cell.number) >= EXACT) ||
      (IDENTITY.includes(at) && SHORTENED.test(squeeze(raw))),
  );
  const dated = at === 'number' ? values.find(({ cell }) => cell?.date !== undefined) : undefined;
  if (lost !== undefined) return lostValue(at, values, lost, tooLong(nameOf(at), lost));
  return dated === undefined ? null : lostValue(at, values, dated, madeADay(nameOf(at), dated));
}

const tooLong = ({ zh, en }: Said, { row, raw }: Value): Said => ({
  zh: `第${row}行“${zh}”（${tidy(raw)}）超过15位，表格软件只存前15位，后面的数字已丢失`,
  en: `“${en}” in row ${row} (${tidy(raw)}) has more than 15 digits; a spreadsheet keeps no more, and the rest is lost`,
});

const madeADay = ({ zh, en }: Said, { row, raw }: Value): Said => ({
  zh: `第${row}行“${zh}”在文件里是日期（${tidy(raw)}），像是“1-2”这样的编号被表格软件改成了日期`,
  en: `“${en}” in row ${row} is a day in the file (${tidy(raw)}); a spreadsheet may have made it of a number like “1-2”`,
});

function lostValue(at: Place, values: readonly Value[], lost: Value, { zh, en }: Said): ValueDoubt {
  const asked = question({
    code: 'digits-lost',
    row: lost.row,
    field: fieldAt(at),
    raw: lost.raw,
    ...partAt(at, lost.row),
    zh,
    en,
    options: [
      { id: 'set', zh: '补写完整的号码', en: 'Write the whole number', asks: 'text' },
      { id: 'keep', zh: '就是这个号码', en: 'This is the number' },
    ],
  });
  const kept = values.map((value): Value => (value === lost ? { ...value, cell: null } : value));
  return {
    asked,
    meanwhile: values,
    use: ({ choose, value = '' }) => (choose === 'keep' ? kept : writtenInstead(lost, value)),
  };
}

/** A formula whose result the file does not hold is no blank: what it says is asked for. A number in line is not missed. */
export function resultMissing(at: Place, values: readonly Value[], nameOf: (at: Place) => Said): ValueDoubt | null {
  const missing = values.find(({ raw, cell }) => cell?.noResult === true && raw.trim() === '');
  if (missing === undefined || at === 'serial') return null;
  const { zh, en } = nameOf(at);
  const asked = question({
    code: 'formula-empty',
    row: missing.row,
    field: fieldAt(at),
    raw: '',
    ...(fieldAt(at) === null ? { part: at } : {}),
    zh: `第${missing.row}行“${zh}”是公式，文件里没有存下它的结果（用 WPS 或 Excel 打开、保存后再上传，就会有结果）`,
    en: `“${en}” in row ${missing.row} is a formula whose result is not in the file (opening and saving it in WPS or Excel brings it)`,
    options: [
      { id: 'set', zh: '补写', en: 'Write it', asks: 'text' },
      { id: 'none', zh: '按空白', en: 'Take it as a blank' },
    ],
  });
  const others = values.filter((value) => value !== missing);
  return {
    asked,
    meanwhile: values,
    use: ({ choose, value = '' }) => (choose === 'none' ? others : [...others, ...writtenInstead(missing, value)]),
  };
}
