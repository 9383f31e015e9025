/** Signs, also full-width, at which spreadsheets begin to read a cell as a formula or a command. */
const STARTS = /^[\s\u00a0]*[=+\-@\t\r＝＋－＠|]/;

/** Whether a spreadsheet might run the text when it is typed, pasted or opened from CSV. A plain number is only a number. */
export function runsAsFormula(text: string): boolean {
  return /^[\t\r]/.test(text) || (STARTS.test(text) && !/^[+-]?\d+(?:\.\d+)?%?$/.test(text.trim()));
}
