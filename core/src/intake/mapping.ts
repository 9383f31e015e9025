import type { HeadColumn } from './head.ts';
import { meaningNamed, whyLeft } from './meaning.ts';
import type { Meaning, Meanings, NamedMeaning } from './meaning.ts';
import { answerTo, question } from './question.ts';
import type { Answers, Option, Question } from './question.ts';
import { squeeze } from './normalise.ts';
import { recognise } from './recognise.ts';
import type { Recognised } from './recognise.ts';

/** What one column of the sheet is taken for. `intoRemarks`: no field, but its words are kept. `decided`: a person said so. */
export type ColumnMapping = HeadColumn & Recognised & { readonly intoRemarks: boolean; readonly decided: boolean };

/** The mapping of a sheet and what is still unclear about it. */
export type Mapping = { readonly columns: readonly ColumnMapping[]; readonly questions: readonly Question[] };

const NOT_IMPORTED: Option = { id: 'ignore', zh: '不导入这一列', en: 'Leave this column out' };
const OTHER: Option = { id: 'field', zh: '这一列是……', en: 'This column is …', asks: 'field' };

/**
 * Any column may be corrected, asked about or not: a decision on `column:<index>` (0-based) chooses `field`
 * with a field id as value, `into-remarks` or `ignore`.
 */
function correction(column: number, given: Answers, meanings: Meanings): Meaning | 'ignore' | 'into-remarks' | null {
  const decision = given.get(`column:${column}`);
  if (decision?.choose === 'ignore' || decision?.choose === 'into-remarks') return decision.choose;
  return decision?.choose === 'field' ? (meaningNamed(meanings, decision.value ?? '')?.id ?? null) : null;
}

/** What mapping rests on. `keep`: whether a column without a meaning says something that goes into the remarks. */
export type Mapped = {
  readonly meanings: Meanings;
  readonly given: Answers;
  readonly headRow: number;
  readonly keep: (column: HeadColumn) => boolean;
};

/** A column's head in words, for a place where it stands alone. */
export function headOf({ column, text, group }: HeadColumn): string {
  const own = squeeze(text) === '' ? `第${column + 1}列` : text.replace(/\s+/g, ' ');
  return group === null ? own : `${group.replace(/\s+/g, ' ')}·${own}`;
}

/**
 * Proposes a field for every column, applies corrections, and asks where two columns claim one field or a head is doubtful.
 * A column without a field goes into the remarks where `keep` says that it holds something: an office loses nothing it typed.
 */
export function mapColumns(heads: readonly HeadColumn[], { meanings, given, headRow, keep }: Mapped): Mapping {
  const proposed = heads.map((head): ColumnMapping => {
    const corrected = correction(head.column, given, meanings);
    const found = recognise(head.text, head.group, meanings);
    const refused = corrected === null ? whyLeft(head.text, meanings) : null;
    if (refused !== null)
      return { ...head, field: null, intoRemarks: false, confidence: 'sure', why: refused, decided: false };
    if (corrected === null) return { ...head, ...kept(found, keep(head)), decided: false };
    const field = corrected === 'ignore' || corrected === 'into-remarks' ? null : corrected;
    const why = { zh: '人工指定', en: 'Set by a person' };
    return { ...head, field, intoRemarks: corrected === 'into-remarks', confidence: 'sure', why, decided: true };
  });
  const settled = (meanings.key === 'problem' ? namesProblem(proposed) : proposed).map((column) =>
    settle(column, meanings, given, headRow),
  );
  return firstOfEach(
    settled.map(({ column }) => column),
    settled.flatMap(({ questions }) => questions),
    { meanings, given, headRow, keep },
  );
}

function kept(found: Recognised, keeps: boolean): Recognised & { readonly intoRemarks: boolean } {
  if (found.field !== null) return { ...found, intoRemarks: false };
  return keeps ? { ...found, intoRemarks: true, why: KEPT } : { ...found, intoRemarks: false };
}

const KEPT = {
  zh: '表头文字不在对照表里，按“列名：值”并入备注',
  en: 'The head is not in the table of known heads; its values go into the remarks under it',
};

// A list that says 问题名称 and nothing longer says the problem there.
function namesProblem(columns: readonly ColumnMapping[]): readonly ColumnMapping[] {
  if (columns.some(({ field }) => field === 'problem')) return columns;
  return columns.map((column) =>
    column.field === 'title' && !column.decided ? { ...column, field: 'problem' } : column,
  );
}

function settle(
  column: ColumnMapping,
  meanings: Meanings,
  given: Answers,
  headRow: number,
): { readonly column: ColumnMapping; readonly questions: readonly Question[] } {
  if (column.confidence !== 'unsure' || column.field === null) return { column, questions: [] };
  const { zh, en } = meaningNamed(meanings, column.field) ?? { zh: '', en: '' };
  const asked = question({
    code: 'column-unsure',
    row: headRow + 1,
    field: column.field,
    raw: column.text,
    part: `${column.column}:${column.text}`,
    zh: `“${column.text}”这一列是不是“${zh}”？`,
    en: `Is the column “${column.text}” the ${en}?`,
    options: [{ id: 'yes', zh: `是${zh}`, en: `Yes, ${en}` }, OTHER, NOT_IMPORTED],
    suggested: 'yes',
  });
  const answer = answerTo(asked, given);
  if (answer === null) return { column: { ...column, field: null }, questions: [asked] };
  const field =
    answer.choose === 'yes'
      ? column.field
      : answer.choose === 'field'
        ? (meaningNamed(meanings, answer.value ?? '')?.id ?? null)
        : null;
  return { column: { ...column, field, confidence: 'sure', decided: true }, questions: [] };
}

function firstOfEach(
  columns: readonly ColumnMapping[],
  questions: readonly Question[],
  { meanings, given, headRow, keep }: Mapped,
): Mapping {
  const asked = [...questions];
  const dropped = new Set<number>();
  for (const named of meanings.all) {
    const rivals = columns.filter((column) => column.field === named.id);
    const [sure, ...rest] = [...rivals].sort(
      (a, b) =>
        Number(b.decided) - Number(a.decided) || Number(b.confidence === 'sure') - Number(a.confidence === 'sure'),
    );
    if (sure === undefined || rest.length === 0) continue;
    const doubled = doubledQuestion(named, rivals, headRow, sure.column);
    const answer = answerTo(doubled, given);
    const chosen = answer === null ? String(sure.column) : answer.choose;
    if (answer === null) asked.push(doubled);
    for (const { column } of rivals) if (chosen !== String(column)) dropped.add(column);
  }
  return {
    // the column that was not taken for the field still says something
    columns: columns.map((column) =>
      dropped.has(column.column) ? { ...column, field: null, intoRemarks: keep(column) } : column,
    ),
    questions: asked,
  };
}

function doubledQuestion(
  { id: field, zh, en }: NamedMeaning,
  rivals: readonly ColumnMapping[],
  headRow: number,
  suggested: number,
): Question {
  const named = rivals.map(({ text, group }) => `“${group === null ? '' : `${group}·`}${text}”`).join('、');
  return question({
    code: 'column-doubled',
    row: headRow + 1,
    field,
    raw: named,
    zh: `${named}都像是“${zh}”，用哪一列？`,
    en: `${named} all look like the ${en}. Which column is it?`,
    options: rivals.map(({ column, text }) => ({
      id: String(column),
      zh: `第${column + 1}列“${text}”`,
      en: `Column ${column + 1} “${text}”`,
    })),
    suggested: String(suggested),
  });
}
