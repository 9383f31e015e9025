import { Buffer } from 'node:buffer';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { contentsOf } from './named-sheets.ts';
import type { Contents } from './named-sheets.ts';
import { plainXml } from './plain-xml.ts';
import { Refused } from './refusal.ts';
import { zipStream } from './zip-stream.ts';
import type { ZipPart } from './zip-stream.ts';

/** A workbook as the library can read it, and the sheets that must come out of it. */
export type Recast = { readonly bytes: Buffer; readonly names: readonly string[] };

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORKBOOK = 'xl/workbook.xml';
const RELATED = 'xl/_rels/workbook.xml.rels';
const USUAL = /^(?:\/xl\/)?worksheets\/sheet\d+\.xml$/;
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';

type Archive = { readonly zip: ZipFile; readonly entries: ReadonlyMap<string, Entry> };

/**
 * The library finds sheets by the usual names of their parts (`xl/worksheets/sheet1.xml`), looks for names without prefix and
 * needs every cell's place, and takes a day in words for its year. The format asks for none of the four, and programs that write
 * otherwise would lose a sheet, their words or their days without a sound. Such a workbook is written again in the usual form; any other passes as it is.
 * Only behind `preflight`, which bounds what is unpacked. @throws Refused naming the sheets whose part is not there
 */
export async function recast(bytes: Buffer): Promise<Recast> {
  const archive = await open(bytes);
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
  const names = contents.sheets.map(({ name }) => name);
  if (await isUsual(archive, contents, workbook)) return { bytes, names };
  const pieces: Buffer[] = [];
  for await (const piece of zipStream(partsOf(archive, contents, workbook))) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), names };
}

async function open(bytes: Buffer): Promise<Archive> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return { zip, entries };
}

// Names of parts differ in more than capitals, or they are one part.
function find({ entries }: Archive, part: string): Entry | undefined {
  return entries.get(part) ?? [...entries.values()].find((entry) => decoded(entry.fileName) === part.toLowerCase());
}

function decoded(name: string): string {
  try {
    return decodeURI(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}

async function bytesOf({ zip }: Archive, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk); // a byte stream has no other chunks
  return Buffer.concat(chunks);
}

async function textOf(archive: Archive, part: string): Promise<string> {
  const entry = find(archive, part);
  return entry === undefined ? '' : (await bytesOf(archive, entry)).toString('utf8');
}

async function isUsual(archive: Archive, { sheets, strings, styles }: Contents, workbook: string): Promise<boolean> {
  const parts = sheets.map(({ part }) => part ?? '');
  const targets = sheets.map(({ target }) => target ?? '');
  if (new Set(parts).size < parts.length || !targets.every((target) => USUAL.test(target))) return false;
  if ((strings ?? STRINGS) !== STRINGS || (styles ?? STYLES) !== STYLES) return false;
  if (!/<sheet\s[^>]*\sr:id\s*=/.test(await textOf(archive, WORKBOOK))) return false;
  for (const part of [WORKBOOK, RELATED, STRINGS, STYLES, ...parts]) {
    if (find(archive, part) !== undefined && !archive.entries.has(part)) return false;
    const text = await textOf(archive, part);
    if (plainXml(text, countsFrom1904(workbook)) !== text.replace(/^\ufeff/, '')) return false;
  }
  return true;
}

const countsFrom1904 = (workbook: string): boolean =>
  /<workbookPr\b[^>]*\sdate1904\s*=\s*["'](?:1|true)["']/.test(workbook);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

async function* partsOf(archive: Archive, contents: Contents, workbook: string): AsyncGenerator<ZipPart> {
  const { sheets, strings, styles } = contents;
  const part = (name: string, text: string): ZipPart => ({ name, content: [Buffer.from(text, 'utf8')] });
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" state="${escaped(state)}" r:id="rId${at + 1}"/>`,
  );
  const related = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const settings = /<workbookPr\b[^>]*>/.exec(workbook)?.[0].replace(/\/?>$/, '/>') ?? '';
  yield part(
    WORKBOOK,
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${settings}<sheets>${listed.join('')}</sheets></workbook>`,
  );
  yield part(RELATED, `<Relationships>${related.join('')}</Relationships>`);
  for (const [name, own] of [
    [STRINGS, strings ?? STRINGS],
    [STYLES, styles ?? STYLES],
    ...sheets.map(({ part: place }, at) => [`xl/worksheets/sheet${at + 1}.xml`, place ?? ''] as const),
  ] as const) {
    const text = await textOf(archive, own);
    if (text !== '') yield part(name, plainXml(text, countsFrom1904(workbook)));
  }
}
