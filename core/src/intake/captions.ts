import { squeeze, tidy } from './normalise.ts';
import { arabicDates } from './numerals.ts';
import type { Sheet } from './sheet.ts';

/** What the cells above a head say of the whole list. */
export type Captions = {
  readonly titles: readonly string[];
  /** 截至… as written in a title or the sheet's name. */
  readonly asOf: string | null;
  /** The year of the list where a title names one; only used to suggest. */
  readonly year: number | null;
};

const DATE = '20\\d{2}(?:年\\d{1,2}月(?:\\d{1,2}[日号]?|[底末])?|[-./]\\d{1,2}(?:[-./]\\d{1,2})?)';
/** 截至2024年5月31日, 截止到2024年6月底, 截至5月底. */
const AS_OF = /截[至止](?!日期|时间|日:?\d)到?[^)\n]*?[日号底末月](?=$|[^\d底末日号])/m;
/** The same where the day has no sign of a day, or stands behind a label or in the next cell: 截至日期：…, 数据截至2026.11.20. */
const AS_OF_DAY = new RegExp(`截[至止](?:日期|时间|日)?(?:到|:)?(${DATE})`);
/** A day in a caption that says when the list was filled in. */
const FILLED_ON = new RegExp(`(?:填报|填表|统计|制表|更新|报送|上报|编制|数据)?(?:时间|日期|截止):?(${DATE})`);
const NOTHING_BUT_A_DATE = new RegExp(`^\\(?(${DATE})\\)?$`);
const SIGNED = /^(?:填报|填表|填写|制表|报送|上报|编制|统计|审核|主管|联系)(?:单位|部门|科室|人|时间|日期|电话)./;

/** Whether the text says who made the list or how he is reached, label and answer together; `text` is squeezed. */
export const isSigned = (text: string): boolean => SIGNED.test(text);

/** Whether this cell says something of the whole list and is no head: 填报单位：甲局 on the left, 2026年11月20日 on the right. */
export function isCaption(text: string): boolean {
  const words = arabicDates(squeeze(text));
  return (
    /[:：]|^附[件表]|^截[至止]|^第.{1,4}页|^密级|^\(?单位|20\d{2}年\d{1,2}月/.test(words) ||
    isSigned(words) ||
    NOTHING_BUT_A_DATE.test(words)
  );
}

/** Reads what stands above the head, which begins at row `first`. */
export function above(sheet: Sheet, first: number): Captions {
  const rows = sheet.rows
    .slice(0, first)
    .map((row) => [...new Set(row.map(({ text }) => tidy(text)).filter((text) => text !== ''))]);
  const titles = rows.map((cells) => cells.join(' ')).filter((text) => text !== '');
  const lines = [...titles, sheet.name].map((text) => arabicDates(squeeze(text)));
  const said = asOfIn(lines, rows.flat());
  const year = /(20\d{2})(?=年|[.\-/])/.exec(said ?? '') ?? /(20\d{2})年/.exec(lines.join('\n'));
  return { titles, asOf: said, year: year ? Number(year[1]) : null };
}

// what a title says outright goes before a label and its day, and both before a day that stands alone
function asOfIn(lines: readonly string[], cells: readonly string[]): string | null {
  const all = lines.join('\n');
  const outright = AS_OF.exec(all)?.[0];
  if (outright !== undefined) return outright;
  const alone = cells.flatMap((cell) => NOTHING_BUT_A_DATE.exec(arabicDates(squeeze(cell)))?.[1] ?? []);
  const day = AS_OF_DAY.exec(all)?.[1] ?? FILLED_ON.exec(all)?.[1] ?? alone[0];
  return day === undefined ? null : `截至${day}`;
}
