import { isMonthDay, parsePlainDate, type PlainDate } from '../../time/index.ts';
import { isRecord, misread, needed, object, optional, otherwise, quoted, type Field, type Read } from './read.ts';
import type { ClauseId, RoleId, Seat, Text } from '../model.ts';

/** A text of at least one character. */
export const word: Read<string> = (raw, at) => {
  if (typeof raw === 'string' && raw.trim() !== '') return raw;
  return misread(at, quoted(raw), {
    zh: `这里应是文字，却是“${quoted(raw)}”`,
    en: `expected words here, found "${quoted(raw)}"`,
  });
};

/** A clause; one that is left out is reported by the checker, together with everything else. */
export const cited: Field<ClauseId> = otherwise(word, '');

/** `true` or `false`, nothing that looks like it. */
export const flag: Read<boolean> = (raw, at) => {
  if (typeof raw === 'boolean') return raw;
  return misread(at, quoted(raw), {
    zh: `这里只能是 true 或 false，却是“${quoted(raw)}”`,
    en: `must be true or false, found "${quoted(raw)}"`,
  });
};

/** A whole number from 1. */
export const count: Read<number> = (raw, at) => {
  if (typeof raw === 'number' && Number.isInteger(raw) && raw >= 1) return raw;
  return misread(at, quoted(raw), {
    zh: `这里应是不小于1的整数，却是“${quoted(raw)}”`,
    en: `must be a whole number from 1, found "${quoted(raw)}"`,
  });
};

/** A whole number in these bounds. */
export const wholeNumber =
  (least: number, most: number): Read<number> =>
  (raw, at) => {
    if (typeof raw === 'number' && Number.isInteger(raw) && raw >= least && raw <= most) return raw;
    return misread(at, quoted(raw), {
      zh: `这里应是 ${least} 至 ${most} 的整数，却是“${quoted(raw)}”`,
      en: `must be a whole number from ${least} to ${most}, found "${quoted(raw)}"`,
    });
  };

/** A calendar day, `2023-05-17`. */
export const day: Read<PlainDate> = (raw, at) => {
  const date = typeof raw === 'string' ? parsePlainDate(raw) : null;
  return (
    date ??
    misread(at, quoted(raw), {
      zh: `“${quoted(raw)}”不是日期（如 2023-05-17）`,
      en: `"${quoted(raw)}" is not a day (such as 2023-05-17)`,
    })
  );
};

/** A day of every year, `--05-06`. */
export const monthDay: Read<string> = (raw, at) => {
  if (typeof raw === 'string' && isMonthDay(raw)) return raw;
  return misread(at, quoted(raw), {
    zh: `“${quoted(raw)}”不是每年的日子（如 --05-06）`,
    en: `"${quoted(raw)}" is not a day of every year (such as --05-06)`,
  });
};

/** One of these words. */
export function oneOf<const W extends string>(...words: readonly W[]): Read<W> {
  return (raw, at) => {
    const found = words.find((candidate) => candidate === raw);
    if (found !== undefined) return found;
    const may = words.join('、');
    return misread(at, quoted(raw), {
      zh: `不认识“${quoted(raw)}”；可以写：${may}`,
      en: `"${quoted(raw)}" is not known here; known are: ${words.join(', ')}`,
    });
  };
}

/** A text that must fit a form; `like` is an example of it. */
export function shaped(form: RegExp, like: string): Read<string> {
  return (raw, at) => {
    if (typeof raw === 'string' && form.test(raw)) return raw;
    return misread(at, quoted(raw), {
      zh: `“${quoted(raw)}”写法不对，应如 ${like}`,
      en: `"${quoted(raw)}" is not written as it must be: ${like}`,
    });
  };
}

/** An id: lower-case words with hyphens; routes may carry the plan's capitals, `P1-county`. */
export const id = shaped(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'self-check');

/** A field of a sheet: lower-case words with hyphens, as patterns, addresses and workbooks write it. */
export const fieldId = shaped(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'found-on');

/** An office of the plan, `club.office`, or a part in a dossier, `case.crew`. */
export const role: Read<RoleId> = shaped(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/, 'club.office');

const both = object<Text>({ zh: needed(word), en: optional(word) });

/** Wording: `{zh, en}`, or a bare text, which is Chinese. */
export const text: Read<Text> = (raw, at) => {
  if (isRecord(raw)) return both(raw, at);
  const zh = word(raw, at);
  return zh === null ? null : { zh };
};

const seatForm = /^(\*|[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*)(?:\/(\*|[a-z][a-z0-9-]*))?$/;

/** `club.board/head`. Without a post any post of the unit will do: the plan names the unit alone. */
export const seat: Read<Seat> = (raw, at) => {
  const found = typeof raw === 'string' ? seatForm.exec(raw) : null;
  const [, office, post = '*'] = found ?? [];
  if (office !== undefined) return { role: office, post };
  return misread(at, quoted(raw), {
    zh: `“${quoted(raw)}”不是“单位角色/岗位”，应如 club.board/head`,
    en: `"${quoted(raw)}" is not a role and post such as club.board/head`,
  });
};
