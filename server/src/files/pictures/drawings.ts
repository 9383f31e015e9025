import { textOf } from '../archive.ts';
import type { Archive } from '../archive.ts';
import { related, relationsOf, type Relation } from './relations.ts';

/** A picture as a drawing has it: the ids of what it shows, and the name by which WPS puts it into cells. */
export type Pic = { readonly name: string; readonly embedded: string; readonly linked: string };

/** A picture laid over cells; `row` and `column` from 1, of the cell over which its upper left corner lies. */
type Anchored = Pic & { readonly row: number; readonly column: number };

/** What a picture shows: a part of the workbook, something outside of it (`null`), or nothing that is told. */
export type Shown = { readonly part: string | null } | null;

/** Where a picture's bytes are, by the relations of the part that it stands in. */
export function shownBy({ embedded, linked }: Pic, relations: ReadonlyMap<string, Relation>): Shown {
  const own = relations.get(embedded);
  if (own !== undefined) return { part: own.part };
  return relations.get(linked)?.part === null ? { part: null } : null;
}

/** Pictures laid over the cells of a sheet. Charts and shapes are none. */
export async function laidOver(archive: Archive, sheet: string) {
  const laid: { readonly row: number; readonly column: number; readonly shown: Shown }[] = [];
  for (const drawing of related(await relationsOf(archive, sheet), 'drawing')) {
    const relations = await relationsOf(archive, drawing);
    for (const pic of anchored(await textOf(archive, drawing)))
      laid.push({ row: pic.row, column: pic.column, shown: shownBy(pic, relations) });
  }
  return laid;
}

// One pass over the tags: whatever a drawing leaves open, it is read in the time that its length takes.
const TAG =
  /<(\/?)(?:[\w.-]+:)?(twoCellAnchor|oneCellAnchor|absoluteAnchor|from|col|row|pic|cNvPr|blip)(?=[\s/>])([^>]{0,4000})>([^<]{0,20})/g;

/** Pictures of a part, each with where its anchor begins; those without an anchor stand at the first cell. */
export function anchored(xml: string): readonly Anchored[] {
  const found: Anchored[] = [];
  let [row, column] = [1, 1];
  let from = false;
  let pic: Partial<Pic> | undefined;
  for (const [, close = '', tag = '', inside = '', text = ''] of xml.matchAll(TAG)) {
    const opens = close === '';
    if (tag.endsWith('Anchor')) [row, column] = [1, 1];
    else if (tag === 'from') from = opens;
    else if (tag === 'col' && opens && from) column = Number(text) + 1;
    else if (tag === 'row' && opens && from) row = Number(text) + 1;
    else if (tag === 'pic' && !opens) found.push(...placed(pic, row, column));
    else if (tag === 'cNvPr') pic = { name: attribute(inside, 'name'), ...pic };
    else if (tag === 'blip') pic = { ...pic, embedded: attribute(inside, 'embed'), linked: attribute(inside, 'link') };
    if (tag === 'pic') pic = opens ? {} : undefined;
  }
  return found;
}

function placed(pic: Partial<Pic> | undefined, row: number, column: number): readonly Anchored[] {
  if (pic === undefined || !Number.isInteger(row) || !Number.isInteger(column)) return [];
  return [{ name: pic.name ?? '', embedded: pic.embedded ?? '', linked: pic.linked ?? '', row, column }];
}

const attribute = (inside: string, name: string): string =>
  new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*["']([^"']*)["']`).exec(inside)?.[1] ?? '';
