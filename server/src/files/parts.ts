import type { FileRefusalCode } from './refusal.ts';

/** What an archive claims to be: workbooks, which are read, and documents, which are only kept. */
export type PackageKind = 'xlsx' | 'ods' | 'docx' | 'ofd';

/** Parts of a workbook or document that run, reach outside or hide another file, by their place in the archive. */
const DANGEROUS: readonly (readonly [RegExp, FileRefusalCode])[] = [
  [/vbaproject|(^|\/)macrosheets\/|^basic\/|^scripts\//i, 'macros'],
  [/(^|\/)externallinks\/|(^|\/)connections\.xml$|(^|\/)querytables\//i, 'external-links'],
  [/(^|\/)embeddings\/|(^|\/)activex\/|(^|\/)ole|\.bin\.exe$/i, 'embedded-objects'],
  [/\.(?:zip|7z|rar|gz|tar|jar|docx|xlsx|pptx|ods)$/i, 'nested-archive'],
  [/^xl\/workbook\.bin$/i, 'binary-workbook'],
];

/** Why a part with this name is refused, or null. */
export function dangerOf(name: string): FileRefusalCode | null {
  return DANGEROUS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** Parts without which the archive is not what it claims to be. */
export const REQUIRED: Readonly<Record<PackageKind, readonly string[]>> = {
  xlsx: ['[Content_Types].xml', 'xl/workbook.xml'],
  ods: ['mimetype', 'content.xml'],
  docx: ['[Content_Types].xml', 'word/document.xml'],
  ofd: ['OFD.xml'],
};

const ARCHIVES = [
  Buffer.from([0x50, 0x4b, 0x03, 0x04]),
  Buffer.from('Rar!'),
  Buffer.from([0x37, 0x7a, 0xbc, 0xaf]),
  Buffer.from([0x1f, 0x8b, 0x08]),
];
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Why a part is refused for what it begins with, whatever its name: another archive, or an OLE container. */
export function dangerInside(start: Buffer): FileRefusalCode | null {
  if (ARCHIVES.some((magic) => start.subarray(0, magic.length).equals(magic))) return 'nested-archive';
  return start.subarray(0, 4).equals(COMPOUND) ? 'embedded-objects' : null;
}

const EXTERNAL = /<(?:\w+:)?Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi;

/**
 * Why the relationships of a part are refused: they reach outside for anything but a link that a person may click. `onlyRead`:
 * nobody opens the file from here, so a picture that lies elsewhere is only left out.
 */
export function dangerOfRelations(xml: string, onlyRead = false): FileRefusalCode | null {
  const harmless = onlyRead
    ? /Type\s*=\s*["'][^"']*\/(?:hyperlink|image)["']/i
    : /Type\s*=\s*["'][^"']*\/hyperlink["']/i;
  const outside = [...xml.matchAll(EXTERNAL)].filter(([relation]) => !harmless.test(relation));
  return outside.length > 0 ? 'external-links' : null;
}

// Anything that is not inside the file itself: a scheme, a path from the root or upwards, or an address hidden in escapes.
const OUTSIDE = /\bhref\s*=\s*["'](?:[a-z][a-z0-9+.-]*:|[/\\]|\.\.|&)/gi;

/** Whether a part of an .ods names something outside that opening it would fetch: only a link that a person clicks may. */
export function pointsOutside(xml: string): boolean {
  return [...xml.matchAll(OUTSIDE)].some(
    ({ index }) => !/^<(?:[\w.-]+:)?a\s/.test(xml.slice(Math.max(xml.lastIndexOf('<', index), 0), index)),
  );
}

const FETCHING = /<(?:\w+:)?instrText\b[^>]*>\s*(?:DDE(?:AUTO)?|INCLUDE(?:TEXT|PICTURE))\b/i;

/** Whether a part of a document has a field that fetches from another program or file when it is opened. */
export const fetchesOutside = (xml: string): boolean => FETCHING.test(xml);
