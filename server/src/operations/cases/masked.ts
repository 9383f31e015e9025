import type { SheetField } from '@bihuan/core/policy';

const HIDDEN = '＊＊＊';

/** A personal value as it is shown before anybody asks to see it: enough to know one's own, too little to call or visit anybody. */
export function masked({ type }: Pick<SheetField, 'type'>, value: unknown): string {
  if (type !== 'named-person') return typeof value === 'string' ? maskedWords(value) : HIDDEN;
  const { name, phone } = value as { readonly name?: unknown; readonly phone?: unknown }; // read only where they are texts
  const words = [
    typeof name === 'string' ? maskedName(name) : HIDDEN,
    ...(typeof phone === 'string' ? [maskedNumber(phone)] : []),
  ];
  return words.join('　');
}

/** A text that is a mobile number keeps what tells one's own from others; of any other nothing is shown, not even how long it is. */
const maskedWords = (text: string): string => (isMobile(text) ? maskedNumber(text) : HIDDEN);

/** The family name. */
const maskedName = (name: string): string => `${Array.from(name.trim()).at(0) ?? ''}${HIDDEN}`;

const maskedNumber = (number: string): string => {
  const digits = number.replaceAll(/[\s-]/g, '');
  return isMobile(number) ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : HIDDEN;
};

const isMobile = (text: string): boolean => /^1\d{10}$/.test(text.replaceAll(/[\s-]/g, ''));
