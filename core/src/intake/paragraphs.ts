import type { Entry, Value, Values } from './entries.ts';
import type { Field } from './field.ts';
import { narrow, tidy } from './normalise.ts';
import { exactField } from './recognise.ts';
import { isBlank, isRepeated } from './sheet.ts';
import type { Sheet } from './sheet.ts';

const LABELLED = /^(?:(?:[(（]?[一二三四五六七八九十\d]+[)）]?)[、.．]?\s*)?([^\s:：]{2,10})\s*[:：]\s*([\s\S]*)$/;

type Line = { readonly row: number; readonly text: string };

/** Lines of a sheet written like a letter: cells of a row joined, so that a label in A and its text in B read as one line. */
function linesOf(sheet: Sheet): readonly Line[] {
  return sheet.rows.flatMap((row, at) => {
    const own = row
      .filter((cell, column) => !isBlank(cell) && !isRepeated(cell, at, column))
      .map(({ text }) => tidy(text));
    const [first, ...rest] = own;
    if (first === undefined) return [];
    const label = exactField(first.replace(/[:：]$/, ''));
    const text =
      label !== null && rest.length > 0 ? `${first.replace(/[:：]$/, '')}：${rest.join(' ')}` : own.join(' ');
    return text.split('\n').map((line) => ({ row: at + 1, text: line }));
  });
}

function labelled(line: string): { readonly field: Field; readonly text: string } | null {
  const found = LABELLED.exec(line);
  const field = found ? exactField(narrow(found[1] ?? '').replace(/^问题[一二三四五六七八九十\d]+$/, '问题')) : null;
  return field === null ? null : { field, text: found?.[2] ?? '' };
}

/**
 * Entries of a list written as paragraphs: 问题：… 整改目标：… 责任单位：… A new 问题 begins a new entry,
 * lines without label go on with the one before. Empty when fewer than two different labels are found.
 */
export function readParagraphs(sheet: Sheet): readonly Entry[] {
  const entries: { rows: number[]; values: Partial<Record<Field, Value[]>> }[] = [];
  const seen = new Set<Field>();
  let open: Field | null = null;
  for (const { row, text } of linesOf(sheet)) {
    const found = labelled(text);
    if (found?.field === 'problem') entries.push({ rows: [], values: {} });
    const entry = entries.at(-1);
    if (found !== null) {
      open = found.field;
      seen.add(found.field);
    }
    if (entry === undefined || open === null) continue;
    if (!entry.rows.includes(row)) entry.rows.push(row);
    const written = found?.text ?? text;
    const before = entry.values[open]?.[0];
    const raw = before === undefined ? written : `${before.raw}\n${written}`;
    entry.values[open] = [{ row: before?.row ?? row, raw, cell: null, filled: null }];
  }
  if (!seen.has('problem') || seen.size < 2) return [];
  return entries.map(({ rows, values }): Entry => ({
    rows,
    values: values satisfies Values,
    part: null,
    questions: [],
    waitsFor: [],
    decisions: [],
  }));
}

/** What stands above the first label: the list's title lines. */
export function paragraphTitles(sheet: Sheet): readonly string[] {
  const lines = linesOf(sheet);
  const first = lines.findIndex(({ text }) => labelled(text) !== null);
  return lines.slice(0, Math.max(first, 0)).map(({ text }) => text);
}
