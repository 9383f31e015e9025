import { find, textOf } from '../archive.ts';
import type { Archive } from '../archive.ts';
import { elements } from '../named-sheets.ts';
import { anchored, shownBy, type Shown } from './drawings.ts';
import { related, relationsOf } from './relations.ts';

/** Pictures that WPS keeps in cells, by the name in `=DISPIMG("ID_…",1)`. */
export async function wpsPictures(archive: Archive, workbook: string): Promise<ReadonlyMap<string, Shown>> {
  const [part = 'xl/cellimages.xml'] = related(await relationsOf(archive, workbook), 'cellImage');
  const relations = await relationsOf(archive, part);
  return new Map(anchored(await textOf(archive, part)).map((pic) => [pic.name, shownBy(pic, relations)]));
}

/**
 * Pictures that Excel keeps in cells: a cell's `vm` leads over the workbook's metadata to a rich value, and that to a part; an
 * entry for each `vm`, from 1. A picture of the function IMAGE is outside.
 */
export async function richPictures(archive: Archive): Promise<readonly Shown[]> {
  const metadata = await textOf(archive, 'xl/metadata.xml');
  const values = valuesOf(await textOf(archive, 'xl/richData/rdrichvalue.xml'));
  const structures = structuresOf(await textOf(archive, 'xl/richData/rdrichvaluestructure.xml'));
  const list = 'xl/richData/richValueRel.xml';
  const ids = elements(await textOf(archive, list), 'rel').map(({ id = '' }) => id);
  const relations = await relationsOf(archive, list);
  const types = elements(metadata, 'metadataType').map(({ name = '' }) => name);
  const rich = [...within(metadata, 'futureMetadata')]
    .filter((block) => /^<[^>]*\bname\s*=\s*["']XLRICHVALUE["']/.test(block))
    .flatMap((block) => elements(block, 'rvb').map(({ i }) => Number(i)));
  const [cells = ''] = within(metadata, 'valueMetadata');
  return elements(cells, 'rc').map(({ t, v }): Shown => {
    if (types[Number(t) - 1] !== 'XLRICHVALUE') return null;
    const value = values[rich[Number(v)] ?? -1];
    const structure = structures[value?.structure ?? -1];
    if (value === undefined || structure === undefined) return null;
    if (structure.type === '_webimage') return { part: null };
    const key = structure.keys.findIndex((name) => name.endsWith('LocalImageIdentifier'));
    const relation = relations.get(ids[Number(value.texts[key] ?? -1)] ?? '');
    return relation === undefined ? null : { part: relation.part };
  });
}

/** Whether the workbook has such values at all. */
export const hasRichValues = (archive: Archive): boolean => find(archive, 'xl/richData/rdrichvalue.xml') !== undefined;

function* within(xml: string, name: string): Generator<string> {
  const open = new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])`, 'g');
  for (let found = open.exec(xml); found !== null; found = open.exec(xml)) {
    const end = xml.indexOf(`${name}>`, found.index);
    if (end < 0) return;
    yield xml.slice(found.index, end);
    open.lastIndex = end;
  }
}

const valuesOf = (xml: string): readonly { readonly structure: number; readonly texts: readonly string[] }[] =>
  [...within(xml, 'rv')].map((block) => ({
    structure: Number(/\ss\s*=\s*["'](\d+)["']/.exec(block)?.[1] ?? -1),
    texts: [...block.matchAll(/<(?:[\w.-]+:)?v>([^<]*)</g)].map(([, text = '']) => text),
  }));

const structuresOf = (xml: string): readonly { readonly type: string; readonly keys: readonly string[] }[] =>
  [...within(xml, 's')].map((block) => ({
    type: /\st\s*=\s*["']([^"']*)["']/.exec(block)?.[1] ?? '',
    keys: elements(block, 'k').map(({ n = '' }) => n),
  }));
