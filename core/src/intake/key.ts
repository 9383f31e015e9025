import { isSigned } from './captions.ts';
import { bare, squeeze } from './normalise.ts';

/** What makes a row the same row when the file comes again. */
export type Identity = {
  readonly list: string;
  readonly number: string | null;
  readonly problem: string;
  readonly place: string | null;
};

const NUMBERED = /^附(?:件|表)(?:\d|[一二三四五六七八九十])*[:：、.]?/;
const LABEL = /^[^:]{1,8}:/;

/**
 * The title line that names the list. 附件1 alone, 填报单位：… and 截至… name none: taken for the name, they would make one
 * list of all that carry them.
 */
export function titleAmong(titles: readonly string[]): string | null {
  const named = titles.find((title) => {
    const text = squeeze(title).replace(NUMBERED, '');
    return !LABEL.test(text) && !isSigned(text) && listName(text).length > 1;
  });
  return named ?? null;
}

/** A list's name without what changes from month to month: 截至…, dates, 第几期, brackets, 附件1. */
export function listName(title: string): string {
  return squeeze(title)
    .replace(NUMBERED, '')
    .replace(/\(.*?\)|\(.*$/g, '')
    .replace(/(?:数据)?截[至止](?:日期|时间)?:?到?(?:目前|[\d〇零一二三四五六七八九十年月日号.\-/底末止]*)/g, '')
    .replace(
      /20\d{2}[-./]\d{1,2}(?:[-./]\d{1,2})?|二[〇零○0].{2}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?/g,
      '',
    )
    .replace(/20\d{2}年?\d{1,2}月(?:\d{1,2}日)?|第?\d+期|\d{1,2}月份?/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** `第 ７ 项`, `编号7` and `7` are one number of a list; D3YN202405280050 stays what it is. */
export function listNumber(raw: string): string {
  const text = squeeze(raw)
    .replace(/^(?:第|编号|问题编号|序号|no\.?)+:?/, '')
    .replace(/(?:项|号|条|件|个)$/, '');
  return text.replace(/^0+(?=\d)/, '').toUpperCase();
}

/**
 * A stable name for a row, without digest: its list and its number there, or, where the list has no numbers,
 * what it says and where. Correcting any other cell and uploading again gives the same name.
 */
export function rowKey({ list, number, problem, place }: Identity): string {
  const within = listName(list);
  if (number !== null && listNumber(number) !== '') return `${within}|no|${listNumber(number)}`;
  return `${within}|text|${bare(problem)}|${bare(place ?? '')}`;
}
