import { headOf } from './mapping.ts';
import type { ColumnMapping } from './mapping.ts';
import { answerTo, question } from './question.ts';
import type { Answers, Question } from './question.ts';
import type { Sheet } from './sheet.ts';

/** A hidden sheet is only read when somebody says so: it is often a draft or somebody's notes. */
export function hiddenQuestion(sheet: Sheet, given: Answers): readonly Question[] {
  if (!sheet.hidden) return [];
  const asked = question({
    code: 'hidden-sheet',
    row: null,
    field: null,
    raw: sheet.name,
    zh: `工作表“${sheet.name}”是隐藏的，确实要导入吗？`,
    en: `The sheet “${sheet.name}” is hidden. Is it really to be imported?`,
    options: [{ id: 'read', zh: '是，导入', en: 'Yes, import it' }],
  });
  return answerTo(asked, given) === null ? [asked] : [];
}

/** Rows that nobody sees in the file are read or left out only when somebody says so; null where there are none below the head. */
export function hiddenRowsQuestion(sheet: Sheet, headRow: number): Question | null {
  const rows = (sheet.hiddenRows ?? []).filter((row) => row > headRow);
  if (rows.length === 0) return null;
  const some = `${rows.slice(0, 5).join('、')}${rows.length > 5 ? '……' : ''}`;
  return question({
    code: 'hidden-rows',
    row: null,
    field: null,
    raw: '',
    zh: `有${rows.length}行在文件里是隐藏或筛选掉的（第${some}行），要不要导入？`,
    en: `Hidden or filtered away in the file: ${rows.length} (rows ${some}). Are they to be imported?`,
    options: [
      { id: 'read', zh: '要，一并导入', en: 'Yes, import them too' },
      { id: 'skip', zh: '不要，只导入看得见的行', en: 'No, only the rows one can see' },
    ],
  });
}

/** Columns that nobody sees in the file are taken only when somebody says so; null where there are none. */
export function hiddenColumnsQuestion(columns: readonly ColumnMapping[], hidden: readonly number[]): Question | null {
  const unseen = columns.filter(({ column }) => hidden.includes(column + 1));
  if (unseen.length === 0) return null;
  const named = unseen.map((column) => `“${headOf(column)}”`).join('、');
  return question({
    code: 'hidden-columns',
    row: null,
    field: null,
    raw: named,
    zh: `有${unseen.length}列在文件里是隐藏的（${named}），要不要导入？`,
    en: `Hidden in the file: ${unseen.length} columns (${named}). Are they to be imported?`,
    options: [
      { id: 'read', zh: '要，一并导入', en: 'Yes, import them too' },
      { id: 'skip', zh: '不要，只导入看得见的列', en: 'No, only the columns one can see' },
    ],
  });
}

/** No row looks like a head. The answer is given as a decision on `head` with the rows, `3` or `3-4`. */
export function noHeadQuestion(sheet: Sheet): readonly Question[] {
  const asked = question({
    code: 'no-head',
    row: null,
    field: null,
    raw: sheet.name,
    zh: '没有认出表头，请指出表头在第几行（两行表头写成3-4）',
    en: 'No head was recognised. Say in which row it stands (3-4 for a head of two rows)',
    options: [{ id: 'rows', zh: '表头在第……行', en: 'The head is in row …', asks: 'text' }],
  });
  return [{ ...asked, id: 'head' }];
}

/** The head has no column for the problem itself; null where it has one. */
export function noProblemQuestion(columns: readonly ColumnMapping[], headRow: number): Question | null {
  if (columns.some(({ field }) => field === 'problem')) return null;
  return question({
    code: 'no-problem-column',
    row: headRow + 1,
    field: 'problem',
    raw: '',
    zh: '表头里没有认出写问题的那一列，是哪一列？',
    en: 'No column of problems was recognised in the head. Which one is it?',
    options: columns.map(({ column, text }) => ({
      id: String(column),
      zh: `第${column + 1}列“${text}”`,
      en: `Column ${column + 1} “${text}”`,
    })),
  });
}
