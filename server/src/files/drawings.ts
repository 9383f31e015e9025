import { posix } from 'node:path';
import { textOf } from './archive.ts';
import type { Archive } from './archive.ts';
import { elements } from './named-sheets.ts';

/** Where a picture lies, rows and columns from 1. `inCell`: it is what the cell holds, and not only laid over it. */
export type Drawn = { readonly row: number; readonly column: number; readonly inCell: boolean };

/** Pictures of one sheet: those laid over cells, and those that Excel keeps in cells as rich values (`vm`). Charts are none. */
export async function picturesOf(archive: Archive, part: string, xml: string): Promise<readonly Drawn[]> {
  const drawings = await relatedTo(archive, part, '/drawing');
  const laid: Drawn[] = [];
  for (const drawing of drawings) laid.push(...anchored(await textOf(archive, drawing)));
  return [...laid, ...heldIn(xml)];
}

async function relatedTo(archive: Archive, part: string, type: string): Promise<readonly string[]> {
  const folder = posix.dirname(part);
  const rels = await textOf(archive, `${folder}/_rels/${posix.basename(part)}.rels`);
  return elements(rels, 'Relationship').flatMap(({ Type = '', Target = '', TargetMode }) => {
    if (!Type.endsWith(type) || TargetMode === 'External') return [];
    return [Target.startsWith('/') ? Target.slice(1) : posix.normalize(`${folder}/${Target}`)];
  });
}

const ANCHOR =
  /<(?:[\w.-]+:)?(?:twoCellAnchor|oneCellAnchor)(?=[\s>])[^]*?<\/(?:[\w.-]+:)?(?:twoCellAnchor|oneCellAnchor)>/g;
const FROM = /<(?:[\w.-]+:)?from>[^]*?<(?:[\w.-]+:)?col>(\d{1,5})<[^]*?<(?:[\w.-]+:)?row>(\d{1,7})</;

const anchored = (drawing: string): readonly Drawn[] =>
  [...drawing.matchAll(ANCHOR)].flatMap(([anchor]) => {
    const [, column, row] = FROM.exec(anchor) ?? [];
    if (column === undefined || row === undefined || !/<(?:[\w.-]+:)?pic(?=[\s>])/.test(anchor)) return [];
    return [{ row: Number(row) + 1, column: Number(column) + 1, inCell: false }];
  });

const VALUED = /<c(?=\s)([^>]*\svm\s*=\s*["']\d+["'][^>]*)>/g;

// The cell's own value is then an error that nobody sees: the picture stands in its place.
const heldIn = (xml: string): readonly Drawn[] =>
  [...xml.matchAll(VALUED)].flatMap(([, inside = '']) => {
    const [, letters = '', row] = /\sr\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']/.exec(inside) ?? [];
    if (row === undefined || !/\st\s*=\s*["']e["']/.test(inside)) return [];
    const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return [{ row: Number(row), column, inCell: true }];
  });
