import { listName, listNumber } from './key.ts';
import { squeeze } from './normalise.ts';
import { arabicDates } from './numerals.ts';
import type { Said } from './said.ts';

/** A sheet at a glance: what it is called, the list it holds, until when, and the numbers of its rows. */
export type Issue = {
  readonly name: string;
  readonly list: string;
  readonly asOf: string | null;
  readonly year: number | null;
  readonly numbers: readonly string[];
};

/** Sheets of one workbook that are one list of different months: which is the newest, and what to say of each of the others. */
export type Issues = { readonly newest: ReadonlyMap<string, string>; readonly notes: ReadonlyMap<string, Said> };

type Dated = Issue & { readonly at: number };

const DAY = /(?:(20\d{2})[年.\-/])?(\d{1,2})[月.\-/](?:(\d{1,2})[日号]?)?/;

/** A sheet's day as a number that grows with time; null where neither its title nor its name says one. */
function dayOf({ name, asOf, year }: Issue): number | null {
  for (const text of [asOf ?? '', name]) {
    const words = arabicDates(squeeze(text));
    const [, compactYear, compactMonth] = /(20\d{2})(0[1-9]|1[0-2])(?!\d)/.exec(words) ?? [];
    if (compactYear !== undefined) return Number(compactYear) * 10_000 + Number(compactMonth) * 100;
    const [, own, month, day] = DAY.exec(words) ?? [];
    const quarter = /第?([1-4])季/.exec(words)?.[1];
    const inYear = Number(own ?? year ?? 0) * 10_000;
    if (month !== undefined && Number(month) <= 12) return inYear + Number(month) * 100 + Number(day ?? 0);
    if (quarter !== undefined) return inYear + Number(quarter) * 300;
  }
  return null;
}

const shared = (a: Issue, b: Issue): number => {
  const there = new Set(b.numbers.map(listNumber));
  return new Set(a.numbers.map(listNumber).filter((number) => there.has(number))).size;
};

// One list in two months: it is called alike, or carries the numbers of the other.
function together(a: Issue, b: Issue): boolean {
  const alike = listName(a.list) !== '' && listName(a.list) === listName(b.list);
  const fewest = Math.min(a.numbers.length, b.numbers.length);
  return alike || (fewest > 0 && shared(a, b) * 2 >= fewest);
}

/** Finds the sheets that are one list month by month. Where the days do not tell which is newest, nothing is said. */
export function issuesAmong(sheets: readonly Issue[]): Issues {
  const dated = sheets.flatMap((sheet): Dated[] => {
    const at = dayOf(sheet);
    return at === null ? [] : [{ ...sheet, at }];
  });
  const newest = new Map<string, string>();
  const notes = new Map<string, Said>();
  for (const sheet of dated) {
    const [last] = dated.filter((other) => together(sheet, other)).toSorted((a, b) => b.at - a.at);
    if (last === undefined || last.at === sheet.at) continue;
    newest.set(sheet.name, last.name);
    const count = shared(sheet, last);
    notes.set(sheet.name, {
      zh: `与“${last.name}”是同一份清单的不同时间${count > 0 ? `，有${count}个相同编号` : ''}；导入最新的“${last.name}”即可`,
      en: `The same list as “${last.name}” at another time${count > 0 ? `, with ${count} of the same numbers` : ''}; the newest, “${last.name}”, is enough`,
    });
  }
  return { newest, notes };
}
