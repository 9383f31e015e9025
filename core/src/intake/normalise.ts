const BRACKETS: Readonly<Record<string, string>> = {
  '【': '(',
  '】': ')',
  '〔': '(',
  '〕': ')',
  '［': '(',
  '］': ')',
  '[': '(',
  ']': ')',
  '〖': '(',
  '〗': ')',
  '{': '(',
  '}': ')',
};

const WIDE = /[\uff01-\uff5e\u3000\u00a0]/;
const TO_TIDY = /[\r\n\u200b-\u200d\ufeff\u00ad\u3000\u00a0\t]|^\s|\s$/;

/** Full-width digits, letters and signs become narrow ones, ideographic blanks ordinary ones; `①` and Chinese signs stay. */
export function narrow(raw: string): string {
  if (!WIDE.test(raw)) return raw;
  return raw.replace(/[\uff01-\uff5e\u3000\u00a0]/g, (sign) => {
    const code = sign.charCodeAt(0);
    return code === 0x3000 || code === 0xa0 ? ' ' : String.fromCharCode(code - 0xfee0);
  });
}

/** Text as it is kept for people: line ends made equal, blanks at the edges of lines and invisible signs gone. */
export function tidy(raw: string): string {
  // five thousand rows have a hundred thousand cells, and hardly one of them has anything to be made tidy
  if (!TO_TIDY.test(raw)) return raw;
  return raw
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b-\u200d\ufeff\u00ad]/g, '')
    .split('\n')
    .map((line) => line.replace(/[\u3000\u00a0\t]/g, ' ').trim())
    .join('\n')
    .trim();
}

/** Text as it is compared: narrow, one kind of bracket, no blanks, no line breaks, lower case. Never shown and never stored. */
export function squeeze(raw: string): string {
  return narrow(raw)
    .replace(/[【】〔〕［］[\]〖〗{}]/g, (bracket) => BRACKETS[bracket] ?? bracket)
    .replace(/[\s\u200b-\u200d\ufeff\u00ad]/g, '')
    .toLowerCase();
}

/** Compared text without anything in brackets: `整改时限（年/月）` is `整改时限`. */
export function withoutBrackets(raw: string): string {
  return squeeze(raw).replace(/\([^()]*\)/g, '');
}

/** Only letters, digits and characters: what two spellings of one sentence have in common. */
export function bare(raw: string): string {
  return squeeze(raw).replace(/[^\p{L}\p{N}]/gu, '');
}

const STARTS_ANEW =
  /^(?:[一二三四五六七八九十]{1,3}(?:是|、|，)|第[一二三四五六七八九十]{1,3}|其[一二三]|\p{Script=Han}{2,8}[:：])/u;

/**
 * Running text whose words were broken to fit a cell, in one piece again: a line break between two Chinese signs is none. Lines
 * that are numbered, begin with a label, or are a mere list of words without any sign of a sentence stay lines.
 */
export function joined(text: string): string {
  const lines = text.split('\n');
  const sentence = /[。，；,;]/.test(text) || (lines.length === 2 && (lines[1]?.length ?? 0) <= 4);
  if (lines.length < 2 || !sentence) return text;
  return lines.reduce((whole, line) =>
    /\p{Script=Han}$/u.test(whole) && /^\p{Script=Han}/u.test(line) && !STARTS_ANEW.test(line)
      ? `${whole}${line}`
      : `${whole}\n${line}`,
  );
}
