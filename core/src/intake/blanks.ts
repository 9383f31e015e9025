import type { Entry, Value } from './entries.ts';
import type { Meaning, NamedMeaning } from './meaning.ts';
import { answerTo, question } from './question.ts';
import type { Answers, Question } from './question.ts';

/** Fields of a list of problems in which a blank can mean “same as above”. Elsewhere a blank is a blank. */
export const MAY_GO_ON: readonly Meaning[] = [
  'source',
  'category',
  'domain',
  'township',
  'unit',
  'unit-person',
  'person',
  'lead',
  'deadline',
];

/**
 * Entries with blanks filled as a person said; those whose column is still undecided wait for the question.
 * @param among the columns in which a blank can mean “same as above” @param always asked about a single hole too, and not only
 * where blanks stand in blocks under what was written once
 */
export function fillBlanks(
  entries: readonly Entry[],
  given: Answers,
  among: readonly NamedMeaning[],
  always = true,
): { readonly entries: readonly Entry[]; readonly questions: readonly Question[] } {
  const questions: Question[] = [];
  let filled = entries;
  const placed = entries.filter(({ questions: open }) => !open.some(({ code }) => code === 'continues-above'));
  for (const named of among) {
    const field = named.id;
    const asked = blankQuestion(named, placed, always);
    if (asked === null) continue;
    const answer = answerTo(asked, given);
    if (answer === null) questions.push(asked);
    if (answer === null)
      filled = filled.map((entry) =>
        has(entry, field) || !placed.some(({ rows }) => rows === entry.rows)
          ? entry
          : { ...entry, waitsFor: [...entry.waitsFor, asked.id] },
      );
    if (answer?.choose === 'same-as-above') filled = fillDown(filled, field);
  }
  return { entries: filled, questions };
}

function has(entry: Entry, field: Meaning): boolean {
  return (entry.values[field] ?? []).length > 0;
}

// A clerk who writes a value once per block leaves many blanks and none in the first row; single holes are rather “none”.
function blankQuestion(
  { id: field, zh, en }: NamedMeaning,
  entries: readonly Entry[],
  always: boolean,
): Question | null {
  const blanks = entries.filter((entry) => !has(entry, field));
  const [first] = entries;
  if (first === undefined || blanks.length === 0 || blanks.length === entries.length) return null;
  const rows = blanks
    .slice(0, 5)
    .map((entry) => entry.rows[0])
    .join('、');
  const inBlocks = has(first, field) && blanks.length * 5 >= entries.length * 2;
  if (!always && !inBlocks) return null;
  return question({
    code: 'blank-meaning',
    row: null,
    field,
    raw: '',
    zh: `“${zh}”有${blanks.length}处空白（第${rows}${blanks.length > 5 ? '……' : ''}行），空白是什么意思？`,
    en: `“${en}” is blank ${blanks.length} times (rows ${rows}${blanks.length > 5 ? '…' : ''}). What does a blank mean?`,
    options: [
      { id: 'same-as-above', zh: '与上一行相同', en: 'The same as above' },
      { id: 'none', zh: '没有', en: 'None' },
    ],
    suggested: inBlocks ? 'same-as-above' : 'none',
  });
}

function fillDown(entries: readonly Entry[], field: Meaning): readonly Entry[] {
  let above: readonly Value[] = [];
  return entries.map((entry) => {
    if (has(entry, field)) {
      above = entry.values[field] ?? [];
      return entry;
    }
    const copied = above.map((value): Value => ({ ...value, filled: 'above' }));
    return { ...entry, values: { ...entry.values, [field]: copied } };
  });
}
