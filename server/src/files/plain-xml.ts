import { LIMITS } from './limits.ts';
import { Refused } from './refusal.ts';

/** Comments and raw text, which are left as they are, or the beginning of a tag. */
const ASIDE = '<!--[\\s\\S]*?-->|<!\\[CDATA\\[[\\s\\S]*?\\]\\]>';

const SPREADSHEET =
  /\sxmlns:([\w.-]+)\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org|http:\/\/purl\.oclc\.org\/ooxml)\/spreadsheetml\/(?:2006\/)?main["']/g;

/** Names without the prefix that the root carries, or that stands for the format: `<x:row>` is `<row>` to whoever looks for rows. */
function withoutPrefix(xml: string): string {
  const root = /^[^<]*(?:<(?:\?[\s\S]*?\?|!--[\s\S]*?--)>[^<]*)*<([\w.-]+):/.exec(xml)?.[1];
  const bound = [...xml.matchAll(SPREADSHEET)].map(([, prefix = '']) => prefix);
  const prefixes = [...new Set(root === undefined ? bound : [root, ...bound])].map((prefix) =>
    prefix.replaceAll('.', '\\.'),
  );
  if (prefixes.length === 0) return xml;
  const named = new RegExp(`${ASIDE}|<(/?)(?:${prefixes.join('|')}):`, 'g');
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

// A formula that gives an empty text has a result; one that was never worked out has none. Both have an empty <v>.
const EMPTY_RESULT = new RegExp(
  `${ASIDE}|(<c(?=\\s)[^>]*\\st=["']str["'][^>]*(?<!/)>(?:(?!</c>)[^])*?)<v(?:\\s*/>|>\\s*</v>)`,
  'g',
);

const withEmptyResults = (xml: string): string =>
  xml.replace(EMPTY_RESULT, (whole: string, before: string | undefined) =>
    before === undefined ? whole : `${before}<v> </v>`,
  );

// Drawn together to nothing, a row is as unseen as one that is hidden; the library forgets a height of 0.
const withUnseenRows = (xml: string): string =>
  xml.replace(/<row(?=\s)(?![^>]*\shidden=)([^>]*?)\sht=["']0(?:\.0+)?["']/g, '<row$1 hidden="1"');

/**
 * What reading a sheet needs of its part: columns, rows and merged cells, with the view and the page for a file that goes back.
 * Everything else (pictures, comments, tables, filters, rules for input) can only make a library fall.
 */
export function neededOf(xml: string): string {
  const root = /<worksheet(?=[\s>])[^>]*>/.exec(xml)?.[0] ?? '<worksheet>';
  const start = /<sheetData\s*\/?>/.exec(xml);
  const empty = start === null || start[0].endsWith('/>');
  const from = start?.index ?? xml.length;
  const until = empty ? from + (start?.[0].length ?? 0) : xml.lastIndexOf('</sheetData>') + '</sheetData>'.length;
  const pick = (text: string, name: string): string =>
    new RegExp(`<${name}(?=[\\s/>])(?:[^>]*/>|[^]*?</${name}>)`).exec(text)?.[0] ?? '';
  const [before, after] = [xml.slice(0, from), xml.slice(until)];
  const data = empty ? '<sheetData/>' : withUnseenRows(xml.slice(from, until));
  const front = ['sheetViews', 'sheetFormatPr', 'cols'].map((name) => pick(before, name)).join('');
  const back = ['mergeCells', 'pageMargins', 'pageSetup'].map((name) => pick(after, name)).join('');
  return `${root}${front}${data}${back}</worksheet>`;
}

const FAR = new RegExp(
  `${ASIDE}|<(?:row|c)(?=\\s)[^>]*?\\sr\\s*=\\s*["']([A-Za-z]{3,}|[A-Za-z]*(?=\\d{7}))(\\d*)["']|<(?:col)(?=\\s)[^>]*?\\s(?:min|max)\\s*=\\s*["'](\\d{5,})["']`,
  'g',
);

/**
 * Whether something stands where no sheet reaches. The library makes room up to whatever place a row, a cell or a width names, and
 * goes through all of it again and again: one cell at row 999,999,999 took minutes.
 */
function reachesTooFar(xml: string): boolean {
  for (const [, letters = '', row = '', width = ''] of xml.matchAll(FAR)) {
    if (Number(width) > LIMITS.lastColumn || Number(row) > LIMITS.lastRow) return true;
    if (letters !== '' && columnOf(letters.toUpperCase()) > LIMITS.lastColumn) return true;
  }
  return false;
}

/**
 * A part of a workbook in the plainest spelling of the format: names without prefix, every row and cell with its place, days by
 * their number. `countedFrom1904`: the workbook counts days from 1904, as some programs of Apple do.
 * @throws Refused where something stands beyond the last row or column that a sheet can have
 */
export function plainXml(xml: string, countedFrom1904 = false): string {
  const placed = withPlaces(withEmptyResults(withoutPrefix(xml.replace(/^\ufeff/, ''))));
  if (reachesTooFar(placed)) throw new Refused('damaged');
  return withNumberedDays(placed, countedFrom1904);
}
