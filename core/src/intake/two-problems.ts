import type { Entry, Value } from './entries.ts';
import { listNumber } from './key.ts';
import { numbered } from './measures.ts';
import { tidy } from './normalise.ts';
import { answerTo, question } from './question.ts';
import type { Answers, Question } from './question.ts';

/** An entry cut into its problems once a person said so; as it is, with the question, while nobody has. */
export function splitProblems(entry: Entry, given: Answers): readonly Entry[] {
  const problem = entry.values.problem?.[0];
  const { intro, pieces } = numbered(problem?.raw ?? '');
  const numbers = numbersOf(entry.values.number?.[0]?.raw ?? '');
  if (pieces.length < 2 && numbers.length < 2) return [entry];
  const asked = splitQuestion(
    entry,
    pieces.map(({ text }) => text),
    numbers,
  );
  const answer = answerTo(asked, given);
  if (answer === null) return [{ ...entry, questions: [...entry.questions, asked] }];
  const decided = { ...entry, decisions: [...entry.decisions, answer] };
  if (answer.choose !== 'split' || problem === undefined) return [decided];
  const paired = numbers.length === pieces.length;
  return pieces.map(({ text }, at) => ({
    ...decided,
    // with numbers of their own they are told apart by these
    part: paired ? null : at + 1,
    values: {
      ...entry.values,
      problem: [{ ...problem, raw: [intro, text].filter((piece) => piece !== '').join('\n') }],
      ...(paired ? { number: replaced(entry.values.number, numbers[at] ?? '') } : {}),
    },
  }));
}

function replaced(values: readonly Value[] | undefined, raw: string): readonly Value[] {
  return (values ?? []).slice(0, 1).map((value) => ({ ...value, raw }));
}

// “第7项、第8项” are two numbers; a letter-and-digit code is one, whatever signs stand in it.
function numbersOf(raw: string): readonly string[] {
  const parts = tidy(raw)
    .split(/[、,，;；\n和]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => /^[a-z]*\d+[a-z\d-]*$/i.test(listNumber(part))) ? parts : [];
}

function splitQuestion(entry: Entry, pieces: readonly string[], numbers: readonly string[]): Question {
  const row = entry.rows[0] ?? null;
  const count = Math.max(pieces.length, numbers.length);
  const canSplit = pieces.length > 1;
  return question({
    code: 'two-problems',
    row,
    field: 'problem',
    raw: entry.values.problem?.[0]?.raw ?? '',
    zh: `第${row}行像是写了${count}个问题，要不要分开？`,
    en: `Row ${row} seems to hold ${count} problems. Shall they be separated?`,
    options: [
      ...(canSplit
        ? [{ id: 'split', zh: `分成${pieces.length}个问题`, en: `Separate into ${pieces.length} problems` }]
        : []),
      { id: 'one', zh: '是一个问题的几个方面，不分开', en: 'They are sides of one problem; keep it whole' },
    ],
    ...(canSplit ? { suggested: 'split' } : { suggested: 'one' }),
  });
}
