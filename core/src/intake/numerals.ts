const DIGITS = '〇一二三四五六七八九';
// a plain 0 among Chinese numerals is how 二0二六年 is typed
const DIGIT = '[〇零○oO0一二两三四五六七八九]';

function digit(sign: string): number {
  if (sign === '两') return 2;
  return '零○oO0'.includes(sign) ? 0 : DIGITS.indexOf(sign);
}

/** `十二` → 12, `三十一` → 31, `二〇二四` → 2024; null when it is no numeral below 100 or row of digits. */
export function chineseNumber(text: string): number | null {
  const tens = new RegExp(`^(${DIGIT}?)十(${DIGIT}?)$`).exec(text);
  if (tens) return (tens[1] ? digit(tens[1]) : 1) * 10 + (tens[2] ? digit(tens[2]) : 0);
  if (!new RegExp(`^${DIGIT}+$`).test(text)) return null;
  return Array.from(text).reduce((sum, sign) => sum * 10 + digit(sign), 0);
}

/** Chinese numerals before 年, 月, 日, 号, 季 become digits, so that one set of patterns reads both ways of writing. */
export function arabicDates(text: string): string {
  return text.replace(new RegExp(`((?:${DIGIT}|十)+)(?=年|月|日|号|季)`, 'g'), (whole) => {
    const value = chineseNumber(whole);
    return value === null ? whole : String(value);
  });
}
