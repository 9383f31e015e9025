import { Buffer } from 'node:buffer';
import { find, openArchive, textOf } from './archive.ts';
import type { Archive } from './archive.ts';
import { contentsOf } from './named-sheets.ts';
import type { Contents } from './named-sheets.ts';
import { bookPictures } from './pictures/pictures.ts';
import type { SheetPictures } from './pictures/pictures.ts';
import { neededOf, plainXml } from './plain-xml.ts';
import { Refused } from './refusal.ts';
import { zipStream } from './zip-stream.ts';
import type { ZipPart } from './zip-stream.ts';

/** A sheet of the file as it is really called; in the library's hands it only has a place. */
export type RecastSheet = { readonly name: string; readonly pictures: SheetPictures };

/** A workbook as the library can read it, and the sheets that must come out of it, in their order. */
export type Recast = { readonly bytes: Buffer; readonly sheets: readonly RecastSheet[] };

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORKBOOK = 'xl/workbook.xml';
const RELATED = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';
const THEME = 'xl/theme/theme1.xml';

/**
 * The library finds sheets by the usual names of their parts (`xl/worksheets/sheet1.xml`), looks for names without prefix, needs
 * every cell's place, and takes a day in words for its year; it falls over comments, charts, tables and properties that other
 * programs write a little differently, and over names of sheets longer than a spreadsheet would let a person type. So it never
 * sees an office's file: every workbook is written again in the plainest form, with nothing in it but the cells, their styles
 * and what holds them together.
 * Only behind `preflight`, which bounds what is unpacked. @throws Refused naming the sheets whose part is not there
 */
export async function recast(bytes: Buffer): Promise<Recast> {
  const archive = await openArchive(bytes);
  const workbook = plainXml(await textOf(archive, WORKBOOK));
  const contents = contentsOf(workbook, await textOf(archive, RELATED));
  const lost = contents.sheets.filter(({ part }) => part === null || find(archive, part) === undefined);
  if (lost.length > 0)
    throw new Refused(
      'sheet-lost',
      lost.map(({ name }) => name),
    );
  // without them every text would come out as its number in the list
  if (contents.strings !== null && find(archive, contents.strings) === undefined) throw new Refused('damaged');
  const sheets: RecastSheet[] = [];
  const pieces: Buffer[] = [];
  for await (const piece of zipStream(partsOf(archive, contents, workbook, sheets))) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), sheets };
}

const countsFrom1904 = (workbook: string): boolean =>
  /<workbookPr\b[^>]*\sdate1904\s*=\s*["'](?:1|true)["']/.test(workbook);

async function* partsOf(
  archive: Archive,
  { sheets, strings, styles }: Contents,
  workbook: string,
  recasts: RecastSheet[],
): AsyncGenerator<ZipPart> {
  const part = (name: string, text: string): ZipPart => ({ name, content: [Buffer.from(text, 'utf8')] });
  const listed = sheets.map(
    ({ state }, at) =>
      `<sheet name="${at + 1}" sheetId="${at + 1}" state="${STATES.has(state) ? state : 'visible'}" r:id="rId${at + 1}"/>`,
  );
  const related = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const settings = countsFrom1904(workbook) ? '<workbookPr date1904="1"/>' : '';
  yield part(
    WORKBOOK,
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${settings}<sheets>${listed.join('')}</sheets></workbook>`,
  );
  yield part(RELATED, `<Relationships>${related.join('')}</Relationships>`);
  for (const [name, own] of [
    [STRINGS, strings ?? STRINGS],
    [STYLES, styles ?? STYLES],
    [THEME, THEME],
  ] as const) {
    const text = await textOf(archive, own);
    if (text !== '') yield part(name, name === THEME ? text : plainXml(text));
  }
  const pictures = await bookPictures(archive, WORKBOOK);
  for (const [at, { name, part: own }] of sheets.entries()) {
    const xml = plainXml(await textOf(archive, own ?? ''), countsFrom1904(workbook));
    recasts.push({ name, pictures: await pictures(own ?? '', xml) });
    yield part(`xl/worksheets/sheet${at + 1}.xml`, neededOf(xml));
  }
}

const STATES: ReadonlySet<string> = new Set(['visible', 'hidden', 'veryHidden']);
