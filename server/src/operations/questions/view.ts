import type { Dossier, Law } from '@bihuan/core/procedure';

/** What the plan leaves open in a dossier; of what still waits, whether somebody has meanwhile ruled on it for the whole edition. */
export const questionViews = ({ questions }: Pick<Dossier, 'questions'>, { answers }: Law) =>
  questions.map((question) => ({
    ...question,
    known: question.ruling === null ? (answers?.[question.key] ?? null) : null,
  }));
