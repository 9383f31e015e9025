import type { Picture, PictureFile, PictureLoss } from '@bihuan/core/intake';
import { find } from '../archive.ts';
import type { Archive } from '../archive.ts';
import { LIMITS } from '../limits.ts';
import { pictureType } from '../media-type.ts';
import { laidOver, type Shown } from './drawings.ts';
import { hasRichValues, richPictures, wpsPictures } from './in-cells.ts';

type Place = { readonly row: number; readonly column: number };

/** A cell that stands for a picture by its name; null: for one that is fetched from elsewhere. */
export type NamedPicture = Place & { readonly name: string | null };

/** Pictures of one sheet. `held`: cells that hold one as their value, so that the error written there is none of their words. */
export type SheetPictures = {
  readonly held: readonly Place[];
  /** All of the sheet's pictures, with those that cells stand for by name. */
  readonly all: (named: readonly NamedPicture[]) => readonly Picture[];
};

type Looked = { readonly file: PictureFile } | { readonly lost: PictureLoss };

/**
 * Finds the pictures of a workbook's sheets: laid over cells, kept in cells by WPS, kept in cells by Excel. Of each part only the
 * first bytes are read, to tell what it is.
 */
export async function bookPictures(archive: Archive, workbook: string) {
  const wps = await wpsPictures(archive, workbook);
  const rich = hasRichValues(archive) ? await richPictures(archive) : [];
  const looked = new Map<string, Looked>();
  const look = async (shown: Shown): Promise<void> => {
    const part = shown?.part ?? null;
    if (part !== null && !looked.has(part)) looked.set(part, await lookAt(archive, part));
  };
  for (const shown of [...wps.values(), ...rich]) await look(shown);
  const told = (shown: Shown | undefined): Looked =>
    !shown ? MISSING : shown.part === null ? { lost: 'outside' } : (looked.get(shown.part) ?? MISSING);
  return async (sheet: string, xml: string): Promise<SheetPictures> => {
    const laid = await laidOver(archive, sheet);
    for (const { shown } of laid) await look(shown);
    const held = heldIn(xml);
    const own = [
      ...laid.map(({ row, column, shown }) => ({ row, column, ...told(shown) })),
      ...held.map(({ row, column, value }) => ({ row, column, ...told(rich[value - 1]) })),
    ];
    return {
      held,
      all: (named) =>
        bounded([
          ...own,
          ...named.map(({ row, column, name }) => ({
            row,
            column,
            ...(name === null ? told({ part: null }) : told(wps.get(name))),
          })),
        ]),
    };
  };
}

const MISSING: Looked = { lost: 'missing' };

async function lookAt(archive: Archive, part: string): Promise<Looked> {
  const entry = find(archive, part);
  if (entry === undefined || entry.uncompressedSize === 0) return MISSING;
  if (entry.uncompressedSize > LIMITS.pictureBytes) return { lost: 'too-large' };
  const stream = await archive.zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let length = 0;
  // a byte stream has no other chunks; leaving the loop closes it
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= HEAD) break;
  }
  const ending = pictureType(Buffer.concat(chunks));
  if (ending === null) return { lost: 'format' };
  return { file: { part: entry.fileName, size: entry.uncompressedSize, crc: entry.crc32, ending } };
}

/** As many of the first bytes as an upload is told by. */
const HEAD = 4_096;

/** So many and no more, from the top; a picture that several rows show counts its bytes once. */
function bounded(pictures: readonly Picture[]): readonly Picture[] {
  const sizes = new Map<string, number>();
  let bytes = 0;
  let count = 0;
  return pictures
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
    .map((picture): Picture => {
      if ('lost' in picture) return picture;
      const { row, column, file } = picture;
      const more = sizes.has(file.part) ? 0 : file.size;
      if (count + 1 > LIMITS.pictures || bytes + more > LIMITS.picturesBytes) return { row, column, lost: 'too-many' };
      sizes.set(file.part, file.size);
      bytes += more;
      count += 1;
      return picture;
    });
}

const VALUED = /<c(?=\s)([^>]*\svm\s*=\s*["'](\d{1,9})["'][^>]*)>/g;

// The cell's own value is then an error that nobody sees: the picture stands in its place.
const heldIn = (xml: string): readonly (Place & { readonly value: number })[] =>
  [...xml.matchAll(VALUED)].flatMap(([, inside = '', value]) => {
    const [, letters = '', row] = /\sr\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']/.exec(inside) ?? [];
    if (row === undefined || !/\st\s*=\s*["']e["']/.test(inside)) return [];
    const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return [{ row: Number(row), column, value: Number(value) }];
  });
