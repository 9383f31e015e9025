import { parsePlainDate } from '../time/index.ts';
import { ask, plain } from './asked.ts';
import type { Asked } from './asked.ts';
import { decidedDeadline, immediate, ongoing, parseDeadline, unclear, without } from './deadline.ts';
import type { Deadline } from './deadline.ts';
import { monthEnd } from './deadline-forms.ts';
import type { Entry, Value } from './entries.ts';
import { splitMeasures } from './measures.ts';
import type { Measure, Measures } from './measures.ts';
import { squeeze } from './normalise.ts';
import { question } from './question.ts';
import type { Answers, Decision, Question } from './question.ts';

/** Deadline and measures of an entry. Several rows with deadlines of their own give them to their measures. */
export type Timing = { readonly deadline: Deadline; readonly measures: Measures };

/** Reads when the work is due: the problem's deadline and those that measures name themselves. */
export function readTiming(entry: Entry, given: Answers, year: number | undefined): Asked<Timing> {
  const row = entry.rows[0] ?? 0;
  const written = entry.values.deadline ?? [];
  const read = written.map((value) => deadlineOf(value, year));
  const distinct = new Set(read.map(({ date, kind }) => date ?? kind));
  const whole = distinct.size > 1 ? settle(several(read), row, given) : settle(read[0] ?? without(''), row, given);
  const perRow = distinct.size > 1 ? written : [];
  const measures = (entry.values.measures ?? []).map((value) => readMeasures(value, perRow, row, given, year));
  return {
    value: {
      deadline: whole.value,
      measures: {
        intro: measures
          .map(({ value }) => value.intro)
          .filter((intro) => intro !== '')
          .join('\n'),
        items: measures.flatMap(({ value }) => value.items),
      },
    },
    questions: [...whole.questions, ...measures.flatMap(({ questions }) => questions)],
    decisions: [...whole.decisions, ...measures.flatMap(({ decisions }) => decisions)],
  };
}

// A cell that the file marks as a date is one, whatever its number format shows.
function deadlineOf({ cell, raw }: Value, year: number | undefined): Deadline {
  if (cell?.number !== undefined && /^20\d{2}\.1$/.test(raw)) return tenthOrFirst(raw);
  if (cell?.date === undefined) return parseDeadline(raw, year);
  const understood = { zh: `截止 ${cell.date}`, en: `due ${cell.date}` };
  return { kind: 'date', date: cell.date, longTerm: false, raw, understood, suggestions: [] };
}

// Typed as a number, 2026.10 is stored and shown as 2026.1: which of the two months was meant cannot be seen any more.
function tenthOrFirst(raw: string): Deadline {
  const year = Number(raw.slice(0, 4));
  const why = {
    zh: '按数字录入的“.10”会变成“.1”，分不清是10月还是1月',
    en: 'Typed as a number, “.10” turns into “.1”: it may be October or January',
  };
  const days = [monthEnd(year, 10), monthEnd(year, 1)];
  return unclear(
    raw,
    why,
    days.filter((day) => day !== null),
  );
}

function several(read: readonly Deadline[]): Deadline {
  const why = {
    zh: '几行的时限不同，不清楚问题整体以哪一个为准',
    en: 'Its rows have different deadlines; which one holds for the whole problem is unclear',
  };
  const days = [...new Set(read.flatMap(({ date }) => (date === undefined ? [] : [date])))].sort().reverse();
  return {
    kind: 'unreadable',
    longTerm: false,
    raw: read.map(({ raw }) => raw).join('；'),
    understood: why,
    needsPerson: why,
    suggestions: days,
  };
}

function readMeasures(
  value: Value,
  perRow: readonly Value[],
  row: number,
  given: Answers,
  year: number | undefined,
): Asked<Measures> {
  const { intro, items } = splitMeasures(value.raw, year);
  const rowDeadline = perRow.find((deadline) => deadline.row === value.row);
  const read = items.map((item, at): Asked<Measure> => {
    const deadline = item.deadline ?? (rowDeadline === undefined ? null : deadlineOf(rowDeadline, year));
    if (deadline === null) return plain(item);
    const settled = settle(deadline, row, given, `${value.row}.${at + 1}`);
    return { ...settled, value: { ...item, deadline: settled.value } };
  });
  return {
    value: { intro, items: read.map((item) => item.value) },
    questions: read.flatMap(({ questions }) => questions),
    decisions: read.flatMap(({ decisions }) => decisions),
  };
}

function settle(deadline: Deadline, row: number, given: Answers, measure?: string): Asked<Deadline> {
  if (deadline.needsPerson === undefined) return plain(deadline);
  return ask(deadlineQuestion(deadline, row, measure), given, deadline, (decision) => decided(deadline.raw, decision));
}

function decided(raw: string, { choose, value }: Decision): Deadline | null {
  if (choose === 'none') return { ...without(raw), raw };
  if (choose === 'long-term') return ongoing(raw);
  if (choose === 'immediate') return immediate(raw, false);
  const day = parsePlainDate(choose === 'other-date' ? (value ?? '').trim() : choose);
  return day === null ? null : decidedDeadline(raw, day);
}

function deadlineQuestion(deadline: Deadline, row: number, measure: string | undefined): Question {
  const why = deadline.needsPerson ?? deadline.understood;
  const what =
    measure === undefined
      ? { zh: '整改时限', en: 'deadline' }
      : {
          zh: `第${measure.split('.')[1] ?? ''}条措施的时限`,
          en: `deadline of measure ${measure.split('.')[1] ?? ''}`,
        };
  const asked = question({
    code: measure === undefined ? 'deadline-unclear' : 'measure-deadline-unclear',
    row,
    field: measure === undefined ? 'deadline' : 'measures',
    raw: deadline.raw,
    ...(measure === undefined ? {} : { part: measure }),
    zh: `${what.zh}“${deadline.raw}”：${why.zh}。是哪一天？`,
    en: `The ${what.en} “${deadline.raw}”: ${why.en}. Which day is it?`,
    options: [
      ...deadline.suggestions.map((day) => ({ id: day, zh: day, en: day })),
      { id: 'other-date', zh: '另填日期', en: 'Another day', asks: 'date' as const },
      { id: 'immediate', zh: '立行立改', en: 'At once' },
      { id: 'long-term', zh: '长期坚持', en: 'Ongoing' },
      { id: 'none', zh: '没有时限', en: 'No deadline' },
    ],
    ...(deadline.suggestions[0] === undefined ? {} : { suggested: deadline.suggestions[0] }),
  });
  return { ...asked, group: `deadline-unclear:deadline:${squeeze(deadline.raw)}` };
}
