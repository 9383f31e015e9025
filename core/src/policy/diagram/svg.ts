import type { Drawing } from './drawing.ts';
import { BOX, fontOf, LANE, sheetOf, widthOf, type Line, type Placed, type Sheet } from './layout.ts';

const colours = {
  river: '#1f5f8b',
  hairline: '#e3e8ee',
  green: '#2f7d5b',
  amber: '#b7791f',
  page: '#ffffff',
  ink: '#1f2933',
  quiet: '#5b6675',
} as const;

/** A drawing as an SVG image: nothing in it is fetched, and all text is escaped. */
export function svg(drawing: Drawing): string {
  const heading = `${drawing.id}  ${drawing.title}`;
  const sheet = sheetOf(drawing, Math.max(widthOf(heading) * 18, widthOf(drawing.note) * 11));
  const { width, height } = sheet;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + 20}" width="${width}" height="${height + 20}" role="img" font-family="'Noto Sans SC Variable','Noto Sans SC','Microsoft YaHei',sans-serif">`,
    `<title>${escaped(heading)}</title>`,
    `<defs>${arrowhead('to', colours.river)}${arrowhead('back', colours.quiet)}</defs>`,
    `<rect width="100%" height="100%" fill="${colours.page}"/>`,
    words(28, 34, heading, 18, colours.ink, ' font-weight="600"'),
    words(28, 54, drawing.basis, 12, colours.river),
    ...lanes(sheet),
    ...forward(sheet),
    ...backward(sheet),
    ...sheet.boxes.map(box),
    words(28, height + 4, drawing.note, 11, colours.quiet),
    '</svg>',
    '',
  ].join('\n');
}

const arrowhead = (id: string, fill: string): string =>
  `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z" fill="${fill}"/></marker>`;

function words(x: number, y: number, text: string, size: number, fill: string, more = ''): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${more}>${escaped(text)}</text>`;
}

function lanes({ lanes: all, height }: Sheet): readonly string[] {
  return all.flatMap(({ label, x }, index) => [
    ...(index > 0 ? [`<line x1="${x}" y1="72" x2="${x}" y2="${height - 16}" stroke="${colours.hairline}"/>`] : []),
    ...(label === '' ? [] : [words(x + LANE / 2, 88, label, 12, colours.quiet, ' text-anchor="middle"')]),
  ]);
}

const middle = (placed: Placed): number => placed.x + BOX / 2;

function forward({ boxes }: Sheet): readonly string[] {
  return boxes.flatMap((from, at) =>
    from.next.flatMap((index) => {
      const to = boxes[index];
      if (!to) return [];
      // a box that is not the next row is reached along the left edge, past the boxes between
      const way =
        index === at + 1
          ? `M${middle(from)} ${from.y + from.height}V${to.y - 18}H${middle(to)}V${to.y - 2}`
          : `M${from.x} ${from.y + from.height / 2}H14V${to.y + to.height / 2}H${to.x - 2}`;
      return [`<path d="${way}" fill="none" stroke="${colours.river}" stroke-width="1.4" marker-end="url(#to)"/>`];
    }),
  );
}

/** One dashed line for each box that is returned to: stubs run into it, an arrow leaves it. */
function backward({ boxes, returns }: Sheet): readonly string[] {
  const dashed = `fill="none" stroke="${colours.quiet}" stroke-width="1.1" stroke-dasharray="4 4"`;
  return returns.flatMap(({ to, from, x }) => {
    const target = boxes[to];
    const sources = from.flatMap((at) => boxes[at] ?? []);
    const last = sources.at(-1);
    if (!target || !last) return [];
    const stub = (source: Placed) => source.y + source.height / 2 + 6;
    return [
      `<path d="M${x} ${stub(last)}V${target.y + target.height / 2 - 6}H${target.x + BOX + 2}" ${dashed} marker-end="url(#back)"/>`,
      ...sources.map((source) => `<path d="M${source.x + BOX} ${stub(source)}H${x}" ${dashed}/>`),
    ];
  });
}

function box(placed: Placed): string {
  const { closes, outside, x, y, height, lines } = placed;
  const stroke = closes ? colours.green : colours.river;
  const dash = outside ? ' stroke-dasharray="5 4"' : '';
  return [
    `<g><rect x="${x}" y="${y}" width="${BOX}" height="${height}" rx="4" fill="${colours.page}" stroke="${stroke}" stroke-width="${closes ? 2 : 1.2}"${dash}/>`,
    ...lines.map((line) => lineOf(line, placed)),
    '</g>',
  ].join('');
}

const fills = {
  title: colours.ink,
  seat: colours.quiet,
  clause: colours.river,
  copy: colours.quiet,
  limit: colours.amber,
} as const;

function lineOf({ text, style, y, whole }: Line, placed: Placed): string {
  const at = placed.y + y - 4;
  const size = fontOf(style);
  if (style !== 'limit')
    return words(placed.x + 12, at, text, size, fills[style], style === 'title' ? ' font-weight="600"' : '');
  return `${whole ? pill(whole, placed.x + 12, at - 14, size) : ''}${words(placed.x + 18, at, text, size, fills.limit)}`;
}

function pill(lines: readonly string[], x: number, y: number, size: number): string {
  const width = Math.ceil(Math.max(...lines.map(widthOf)) * size) + 12;
  const height = 19 + (lines.length - 1) * (size + 5);
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="9.5" fill="${colours.page}" stroke="${colours.amber}"/>`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// control characters are no XML at all, so they go
const escaped = (text: string): string =>
  text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (sign) => signs[sign] ?? '');
