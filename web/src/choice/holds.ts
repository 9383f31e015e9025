const BRACKETS: Readonly<Record<string, string>> = { '〔': '[', '〕': ']', '【': '[', '】': ']' };

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[〔〕【】]/g, (bracket) => BRACKETS[bracket] ?? bracket);

/**
 * Whether the text has all of these words in it, full and half width, large and small letters and the brackets of a paper's number
 * alike, as the searches of the server have it. What is left blank is in every text.
 */
export function holds(text: string, words: string): boolean {
  const said = folded(text);
  return folded(words)
    .split(/[\s,、;。]+/)
    .every((word) => said.includes(word));
}
