/** Comments and raw text, which are left as they are, or the beginning of a tag. */
const ASIDE = '<!--[\\s\\S]*?-->|<!\\[CDATA\\[[\\s\\S]*?\\]\\]>';

/** Names without the prefix that the root carries: `<x:row>` is `<row>` to whoever looks for rows. */
function withoutPrefix(xml: string): string {
  const root = /^[^<]*(?:<(?:\?[\s\S]*?\?|!--[\s\S]*?--)>[^<]*)*<([\w.-]+):/.exec(xml)?.[1];
  if (root === undefined) return xml;
  const named = new RegExp(`${ASIDE}|<(/?)${root.replaceAll('.', '\\.')}:`, 'g');
  return xml.replace(named, (whole: string, close: string | undefined) => (close === undefined ? whole : `<${close}`));
}

const UNPLACED = /<(?:row|c)(?=[\s/>])(?![^>]*\sr\s*=)/;
const PLACED = new RegExp(`${ASIDE}|<(row|c)(?=[\\s/>])([^>]*)>`, 'g');

// The format lets a row and a cell leave out where they stand: then they follow the one before.
function withPlaces(xml: string): string {
  if (!UNPLACED.test(xml)) return xml;
  let row = 0;
  let column = 0;
  return xml.replace(PLACED, (whole: string, name: string | undefined, inside = '') => {
    if (name === undefined) return whole;
    const own = /\sr\s*=\s*["']([^"']*)["']/.exec(inside)?.[1];
    if (name === 'row') {
      row = own === undefined ? row + 1 : Number(own);
      column = 0;
      return own === undefined ? `<row r="${row}"${inside}>` : whole;
    }
    column = own === undefined ? column + 1 : columnOf(own);
    return own === undefined ? `<c r="${lettersOf(column)}${row}"${inside}>` : whole;
  });
}

const columnOf = (place: string): number =>
  Array.from(place.replace(/\d+$/, '')).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? lettersOf(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

const DATED = new RegExp(`${ASIDE}|<c(?=\\s)([^>]*)\\st=["']d["']([^>]*)>((?:(?!</c>)[^])*?<v>)([^<]*)(?=</v>)`, 'g');
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?Z?$/;
const DAY_MS = 86_400_000;

// “Strict Open XML” writes days as 2024-12-31, of which the library kept 2024. As a day's number the cell has its format's
// meaning again, which may show a month only; what is no day stays as text.
function withNumberedDays(xml: string, countedFrom1904: boolean): string {
  return xml.replace(DATED, (whole: string, before: string | undefined, after = '', inside = '', value = '') => {
    if (before === undefined) return whole;
    const [, day, time = '00:00'] = MOMENT.exec(value) ?? [];
    const ms = day === undefined ? Number.NaN : Date.parse(`${day}T${time}Z`);
    if (Number.isNaN(ms)) return `<c${before} t="str"${after}>${inside}${value}`;
    const first = countedFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
    return `<c${before}${after}>${inside}${(ms - first) / DAY_MS}`;
  });
}

/**
 * A part of a workbook in the plainest spelling of the format: names without prefix, every row and cell with its place, days by
 * their number. `countedFrom1904`: the workbook counts days from 1904, as some programs of Apple do.
 */
export function plainXml(xml: string, countedFrom1904 = false): string {
  return withNumberedDays(withPlaces(withoutPrefix(xml.replace(/^\ufeff/, ''))), countedFrom1904);
}
