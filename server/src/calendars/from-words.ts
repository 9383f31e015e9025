import { readNoticeWords, type Doubt } from '@bihuan/core/calendar-amendment';
import { daysBetween, NATION, type PlainDate } from '@bihuan/core/time';

/** A calendar file made from a notice's own words, and what somebody should compare with the paper. */
export type FileFromWords = { readonly yaml: string; readonly doubts: readonly Doubt[] };

/** Writes the calendar file for a State Council notice that was pasted whole; null where the text is no such notice. */
export function fileFromWords(text: string): FileFromWords | null {
  const read = readNoticeWords(text);
  if (!read) return null;
  const { year, title, number, issued, occasions, doubts } = read;
  const lines = [
    `jurisdiction: ${NATION}`,
    `year: ${year}`,
    'notices:',
    `  - title: ${title}`,
    `    number: ${number ?? 'null'}`,
    `    issued: ${issued ?? `${year - 1}-11-…`}`,
    '    source: 由通知原文读出',
    '    occasions:',
    ...occasions.flatMap(({ name, off, working }) => [
      `      - name: { zh: ${name.zh}, en: ${name.en} }`,
      ...(off.length > 0 ? [`        off: [${spans(off).join(', ')}]`] : []),
      ...(working.length > 0 ? [`        working: [${working.join(', ')}]`] : []),
    ]),
  ];
  return { yaml: `${lines.join('\n')}\n`, doubts };
}

/** Days in a row as `from..to`. */
function spans(days: readonly PlainDate[]): string[] {
  const runs: PlainDate[][] = [];
  for (const day of [...days].sort()) {
    const last = runs.at(-1)?.at(-1);
    if (last && daysBetween(last, day) === 1) runs.at(-1)!.push(day);
    else runs.push([day]);
  }
  return runs.map((run) => (run.length === 1 ? run[0]! : `${run[0]}..${run.at(-1)}`));
}
