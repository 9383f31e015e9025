import type { SheetField } from '../../policy/index.ts';
import { narrow, squeeze } from '../normalise.ts';
import { chineseNumber } from '../numerals.ts';
import { doubts, says } from './parsed.ts';
import type { Offer, Parsed } from './parsed.ts';

const TIMES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
const FIGURE = /^([-+]?\d+(?:\.\d+)?)(万|亿)?$/;
const NOT_A_NUMBER = { zh: '不是一个数', en: 'it is not a number' };

/** Digits as a spreadsheet or a clerk writes them, without signs between thousands; 〇 and 三十 are left. */
const digits = (text: string): string => narrow(text).replace(/[\s,，]/g, '');

// decimal fractions are not exact in binary: 1.15 × 10000 must stay 11500
function scaled(figure: string, times: number): number {
  return Number((Number(figure) * times).toPrecision(15));
}

/** A number, with or without the unit it is counted in. @param head the column's own head, which may say the unit */
export function parseNumber(raw: string, { measure }: SheetField): Parsed {
  const names = measure ? [measure.zh, measure.en ?? ''].map(squeeze).filter(Boolean) : [];
  const text = digits(raw);
  const ending = names.find((name) => squeeze(text).endsWith(name));
  const bare = ending === undefined ? text : text.slice(0, text.length - ending.length);
  const found = FIGURE.exec(bare);
  if (found) return says(scaled(found[1] ?? '', TIMES[found[2] ?? ''] ?? 1));
  const written = chineseNumber(bare);
  if (written !== null) return doubts(NOT_A_NUMBER, 'text', [offer(written)], true);
  const among = [...bare.matchAll(/\d+(?:\.\d+)?/g)].map(([figure]) => Number(figure));
  return doubts(among.length > 0 ? AMONG : NOT_A_NUMBER, 'text', [...new Set(among)].slice(0, 3).map(offer));
}

const AMONG = { zh: '数字之外还有没读懂的文字', en: 'there are words around the number that were not understood' };
const offer = (value: number): Offer => ({ id: `is-${value}`, zh: String(value), en: String(value), value });

/** An amount in fen. A bare figure is in yuan, or in 万元 where the head says so. */
export function parseMoney(raw: string, head: string): Parsed {
  const text = digits(raw).replace(/^(?:¥|￥|rmb|人民币)/i, '');
  const found = /^(-?\d+(?:\.\d+)?)(万|亿)?(元|圆)?整?$/.exec(text);
  if (!found) return doubts({ zh: '没有读出金额', en: 'no amount could be read' }, 'text');
  const [, figure = '', scale = '', yuan = ''] = found;
  const times = scale !== '' ? (TIMES[scale] ?? 1) : yuan === '' && /万元/.test(squeeze(head)) ? 10_000 : 1;
  const fen = scaled(figure, times * 100);
  if (Number.isInteger(fen)) return says(fen);
  const value = Math.round(fen);
  const shown = `${(value / 100).toFixed(2)} 元`;
  return doubts(
    { zh: '不到一分钱的零头', en: 'it has fractions of a fen' },
    'text',
    [{ id: `is-${value}`, zh: shown, en: `${(value / 100).toFixed(2)} yuan`, value }],
    true,
  );
}
