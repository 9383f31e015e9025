import type { Box, Drawing, Said } from './drawing.ts';

/** A line of text in a box. */
export type Line = {
  readonly text: string;
  readonly style: Said[0];
  readonly y: number;
  /** On the first line of a text: all its lines, so that one frame goes around them. */
  readonly whole: readonly string[] | null;
};

/** A box with its place on the sheet, in pixels; `lines` are set from its top. */
export type Placed = Omit<Box, 'lines'> & {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly Line[];
};

/** The sheet: lanes side by side, one box a row, so that nothing but arrows ever crosses. */
export type Sheet = {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly { readonly label: string; readonly x: number }[];
  readonly boxes: readonly Placed[];
  /** Boxes that are returned to, each with a line of its own at the right edge. */
  readonly returns: readonly { readonly to: number; readonly from: readonly number[]; readonly x: number }[];
};

/** Width of a lane (one level, village to nation), in pixels like everything here. */
export const LANE = 248;
/** Width of a box. */
export const BOX = 216;
const TOP = 104;
const GUTTER = 28;
const INSET = 12;
const GAP = 36;

const sizes = {
  title: { font: 14, line: 20 },
  seat: { font: 12, line: 17 },
  clause: { font: 11, line: 16 },
  copy: { font: 11, line: 16 },
  limit: { font: 11, line: 22 },
} as const;

/** Font size of a line, in pixels. */
export const fontOf = (style: Line['style']): number => sizes[style].font;

/** Places boxes; the sheet is as wide as its lanes and returns, or as its heading where that is longer. */
export function sheetOf({ boxes, lanes: all }: Drawing, headingWidth: number): Sheet {
  const ids = all.map((lane) => lane.id);
  const lanes = all.map(({ label }, index) => ({ label, x: GUTTER + index * LANE }));
  let y = TOP;
  const placed = boxes.map((box): Placed => {
    const lines = linesOf(box);
    const height = (lines.at(-1)?.y ?? 0) + INSET;
    const here = { ...box, x: GUTTER + ids.indexOf(box.lane) * LANE + (LANE - BOX) / 2, y, height, lines };
    y += height + GAP;
    return here;
  });
  const right = GUTTER + lanes.length * LANE;
  const targets = [...new Set(boxes.flatMap((box) => box.back))].toSorted((a, b) => b - a);
  const returns = targets.map((to, index) => ({
    to,
    from: boxes.flatMap((box, at) => (box.back.includes(to) ? [at] : [])),
    x: right + 12 + index * 14,
  }));
  return {
    width: Math.max(right + returns.length * 14 + GUTTER, Math.ceil(headingWidth) + 2 * GUTTER),
    height: y + 12,
    lanes,
    boxes: placed,
    returns,
  };
}

function linesOf({ lines }: Box): readonly Line[] {
  let y = INSET - 4;
  return lines.flatMap(([style, text]) => {
    const whole = wrapped(text, (BOX - 2 * INSET - (style === 'limit' ? 12 : 0)) / sizes[style].font);
    return whole.map((part, index) => {
      y += index === 0 ? sizes[style].line : sizes[style].font + 5;
      return { text: part, style, y, whole: index === 0 ? whole : null };
    });
  });
}

/** Width in ems: Chinese characters and their punctuation are square, the rest is about half. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (sign >= '\u2018' ? 1 : 0.56), 0);

// closing punctuation does not begin a line
const clinging = /^[，。、；：）”’》！？]/;

/** Lines of about equal length: a single character left over looks like a mistake. */
function wrapped(text: string, most: number): readonly string[] {
  const count = Math.ceil(widthOf(text) / most);
  const ems = count === 1 ? most : Math.min(most, widthOf(text) / count + 1);
  const lines: string[] = [];
  let line = '';
  for (const sign of text) {
    if (line !== '' && widthOf(line + sign) > ems && !clinging.test(sign)) {
      lines.push(line);
      line = '';
    }
    line += sign;
  }
  return [...lines, line];
}
