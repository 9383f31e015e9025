import { answerTo, question } from './question.ts';
import type { Answers, Question } from './question.ts';
import { isPlace } from './unit-directory.ts';
import type { UnitIndex } from './unit-directory.ts';
import type { UnderstoodRow } from './understood.ts';

/**
 * Where a list says no township and a township answers for the problem, it probably lies there: offered for the whole sheet,
 * taken only when somebody says so, and no row waits for it.
 */
export function offerTownships(
  rows: readonly UnderstoodRow[],
  units: UnitIndex,
  given: Answers,
): { readonly rows: readonly UnderstoodRow[]; readonly questions: readonly Question[] } {
  const placeOf = ({ township, units: named }: UnderstoodRow): string | null => {
    const holders = named.filter(({ part, unit }) => part === 'holder' && unit !== null);
    const [only, ...more] = holders;
    if (township !== null || only === undefined || only.unit === null || more.length > 0) return null;
    return isPlace(units, only.unit) ? only.unit : null;
  };
  const count = rows.filter((row) => placeOf(row) !== null).length;
  if (count === 0) return { rows, questions: [] };
  const asked = offer(count);
  const answer = answerTo(asked, given);
  if (answer === null) return { rows, questions: [asked] };
  if (answer.choose !== 'take') return { rows, questions: [] };
  const taken = rows.map((row): UnderstoodRow => {
    const unit = placeOf(row);
    return unit === null ? row : { ...row, township: { raw: '', unit }, decisions: [...row.decisions, answer] };
  });
  return { rows: taken, questions: [] };
}

const offer = (count: number): Question => ({
  ...question({
    code: 'township-from-unit',
    row: null,
    field: 'township',
    raw: '',
    zh: `有${count}行没有写乡镇，责任单位是乡镇（园区）；乡镇就按责任单位填吗？`,
    en: `${count} rows say no township, and a township answers for them. Is the problem there?`,
    options: [
      { id: 'take', zh: '是，按责任单位填乡镇', en: 'Yes, take it from the unit responsible' },
      { id: 'none', zh: '不填', en: 'No, leave it open' },
    ],
    suggested: 'take',
  }),
  optional: true,
});
