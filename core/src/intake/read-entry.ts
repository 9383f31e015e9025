import { hasPlaceholder } from './deadline.ts';
import { ask, plain } from './asked.ts';
import type { Asked } from './asked.ts';
import { readDescription } from './description.ts';
import { writtenIn } from './entries.ts';
import type { Entry } from './entries.ts';
import { FIELDS, FIELD_IDS } from './field.ts';
import type { Field } from './field.ts';
import { factsSaid, readFacts, wordsIn } from './given-facts.ts';
import { joined, tidy } from './normalise.ts';
import { question } from './question.ts';
import type { Answers } from './question.ts';
import { readTiming } from './read-deadline.ts';
import { readRemarks } from './remarks.ts';
import { readPersons, readTownship, readUnits } from './read-units.ts';
import { readTerm } from './term.ts';
import type { Term } from './term.ts';
import type { Memory } from './told.ts';
import type { Content, Reading } from './understood.ts';
import { FINISHES, PACES, VERDICTS } from './vocabulary.ts';
import type { Word } from './vocabulary.ts';

const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/i;

/** How much of the work is done: kept as written, and no word of any list. */
const SHARE = /^(?:已?完成)?(?:约|近)?(?:\d{1,2}(?:\.\d+)?[%％]?|100[%％])$/;

/** Texts in which a blank to be filled in, or a formula that failed, must not slip through. Deadlines, units and people are asked about anyway. */
const WATCHED: readonly Field[] = ['title', 'problem', 'place', 'goal', 'measures', 'number'];

/** Reads one entry into its content; everything doubtful comes back as a question and stays undecided. */
export function readEntry(entry: Entry, reading: Reading): Asked<Content> {
  const { given, facts } = reading;
  const row = entry.rows[0] ?? 0;
  const texts = textsOf(entry);
  const unplaced = entry.questions.some(({ code }) => code === 'continues-above');
  const problem = unplaced ? plain('') : readProblem(texts.problem ?? '', row, given);
  const blanks = WATCHED.filter((field) => unfinished(texts[field] ?? '')).map((field) =>
    placeholder(field, texts[field] ?? '', row, given),
  );
  const fixed = (field: Field): string | null =>
    blanks.find(({ value }) => value.field === field)?.value.text ?? texts[field] ?? null;
  const term = (field: Field, words: readonly Word[] | undefined, memory?: Memory): Asked<Term | null> =>
    readTerm({ id: field, ...FIELDS[field] }, texts[field] ?? '', words, row, given, memory);
  const told: Memory = reading.told ?? new Map();
  const read = {
    source: term('source', wordsIn(facts, 'source'), told),
    category: term('category', wordsIn(facts, 'category'), told),
    domain: term('domain', reading.domains, told),
    verdict: term('verdict', VERDICTS),
    finish: term('finish', FINISHES),
    pace: SHARE.test(texts.pace ?? '') ? plain({ raw: texts.pace ?? '', id: null }) : term('pace', PACES),
    township: readTownship(entry, reading),
    units: readUnits(entry, reading),
    people: readPersons(entry, given),
    timing: readTiming(completed(entry, fixed('measures')), given, reading.year),
  };
  const own = readFacts(entry, facts, given, told);
  const ownFacts = own.flatMap(({ value: one }) => one ?? []);
  const text = readDescription({ problem: fixed('problem') ?? problem.value, work: fixed('measures') }, row, given);
  const all: Asked<unknown>[] = [problem, text, ...blanks, ...Object.values(read), ...own];
  const value = {
    serial: texts.serial ?? null,
    number: fixed('number'),
    problem: text.value.problem,
    source: read.source.value,
    category: read.category.value,
    domain: read.domain.value,
    facts: factsSaid(facts, ownFacts, { source: read.source.value, category: read.category.value }),
    ownFacts,
    township: read.township.value,
    place: fixed('place'),
    units: read.units.value,
    people: read.people.value,
    goal: fixed('goal'),
    work: text.value.work,
    ...read.timing.value,
    verdict: read.verdict.value,
    finish: read.finish.value,
    pace: read.pace.value,
    texts,
    extras: extrasOf(entry, reading.extras),
  };
  const remarks = readRemarks(value, row, given);
  all.push(remarks);
  return {
    value: { ...value, remarks: remarks.value },
    questions: all.flatMap(({ questions }) => questions),
    decisions: all.flatMap(({ decisions }) => decisions),
  };
}

// Measures that a person completed stand in one cell from then on.
function completed(entry: Entry, measures: string | null): Entry {
  const [first] = entry.values.measures ?? [];
  if (first === undefined || measures === null || !unfinished(textsOf(entry).measures ?? '')) return entry;
  return { ...entry, values: { ...entry.values, measures: [{ ...first, raw: measures }] } };
}

/** Fields of running text, whose lines are broken where the cell ends. */
const JOINED: ReadonlySet<Field> = new Set([
  'title',
  'problem',
  'place',
  'goal',
  'progress',
  'investigation',
  'remarks',
]);

function textsOf(entry: Entry): Content['texts'] {
  return Object.fromEntries(
    FIELD_IDS.flatMap((field): [Field, string][] => {
      const text = JOINED.has(field) ? runningText(entry, field) : writtenIn(entry, field);
      return text === '' ? [] : [[field, text]];
    }),
  );
}

// Lines are broken within a cell; the cells of several rows stay lines of their own.
const runningText = (entry: Entry, field: Field): string =>
  writtenIn(
    { values: { [field]: entry.values[field]?.map((value) => ({ ...value, raw: joined(tidy(value.raw)) })) } },
    field,
  );

function extrasOf(entry: Entry, extras: Reading['extras']): Content['extras'] {
  return [...extras].flatMap(([key, name]) => {
    const text = writtenIn(entry, key);
    return text === '' ? [] : [{ name, text }];
  });
}

function readProblem(text: string, row: number, given: Answers): Asked<string> {
  if (text !== '') return plain(text);
  const asked = question({
    code: 'problem-missing',
    row,
    field: 'problem',
    raw: '',
    part: String(row),
    zh: `第${row}行没有写问题`,
    en: `Row ${row} does not say what the problem is`,
    options: [{ id: 'set', zh: '补写问题', en: 'Write the problem', asks: 'text' }],
  });
  return ask(asked, given, '', ({ value }) => tidy(value ?? ''));
}

const unfinished = (text: string): boolean => hasPlaceholder(text) || FORMULA_ERROR.test(text);

function placeholder(
  field: Field,
  text: string,
  row: number,
  given: Answers,
): Asked<{ readonly field: Field; readonly text: string }> {
  const { zh, en } = FIELDS[field];
  const asked = question({
    code: 'placeholder',
    row,
    field,
    raw: text,
    ...(FORMULA_ERROR.test(text)
      ? { zh: `“${zh}”是出错的公式（${text}）`, en: `“${en}” is a formula that failed (${text})` }
      : { zh: `“${zh}”里还留着没有填写的空格`, en: `“${en}” still holds a blank to be filled in` }),
    options: [
      { id: 'set', zh: '补全文字', en: 'Complete the text', asks: 'text' },
      { id: 'keep', zh: '照原文导入', en: 'Import it as written' },
    ],
  });
  return ask(asked, given, { field, text }, ({ choose, value }) => ({
    field,
    text: choose === 'set' ? tidy(value ?? '') : text,
  }));
}
