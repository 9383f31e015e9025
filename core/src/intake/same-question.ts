import type { Likeness } from './duplicates.ts';
import { reasonsOf } from './likely.ts';
import { bare, tidy } from './normalise.ts';
import { question, type Question } from './question.ts';
import type { KnownProblem, UnderstoodRow } from './understood.ts';

/** Asks whether a row and another, or a problem of the register, are one: with each reason for thinking so. */
export function sameQuestion(
  row: UnderstoodRow,
  { with: other, score, corrected }: Likeness,
  like: UnderstoodRow | KnownProblem,
): Question {
  const { number, problem } = like;
  const because = reasonsOf(compared(row), compared(like), score);
  const at = row.rows[0] ?? 0;
  const words = `“${tidy(problem).slice(0, 30)}”`;
  const same = Math.round(score * 100) === 100 && bare(problem) !== bare(row.problem);
  const much = same
    ? { zh: '除数字外相同', en: 'the same but for its figures' }
    : {
        zh: `很像（${because.map(({ zh }) => zh).join('，')}）`,
        en: `much alike (${because.map(({ en }) => en).join(', ')})`,
      };
  const named =
    number === null ? { zh: words, en: words } : { zh: `编号${number}${words}`, en: `number ${number} ${words}` };
  return question({
    code: 'same-problem',
    row: at,
    field: 'problem',
    raw: row.problem,
    part: other,
    zh: `第${at}行和${named.zh}${much.zh}，是同一个问题吗？`,
    en: `Row ${at} and ${named.en}: ${much.en}. Is it the same problem?`,
    options: [
      ...(corrected
        ? [{ id: 'update', zh: '是同一个，按这次的内容更新', en: 'The same: bring the register up to date' }]
        : []),
      { id: 'same', zh: '是同一个，合并并保留两个来源', en: 'The same: merge and keep both sources' },
      { id: 'different', zh: '不是，各算一个', en: 'Different: keep both' },
    ],
  });
}

const compared = ({ number, township, place }: UnderstoodRow | KnownProblem) => ({
  number,
  township: typeof township === 'string' ? township : (township?.unit ?? null),
  place,
});
