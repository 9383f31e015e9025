/** Brackets of numbers of papers that stand apart from ordinary ones only by the hand that wrote them. */
const BRACKETS: Readonly<Record<string, string>> = { '〔': '[', '〕': ']', '【': '[', '】': ']' };

/**
 * A text as it is searched: full and half width alike (`ＳＤ－１` finds `SD-1`), brackets of a paper's number however they were
 * written. Rows and questions are both put through it; what is shown stays as it was written.
 */
export const searchable = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[〔〕【】]/g, (bracket) => BRACKETS[bracket] ?? bracket);
