import { posix } from 'node:path';
import { textOf } from '../archive.ts';
import type { Archive } from '../archive.ts';
import { elements } from '../named-sheets.ts';

/** What a part of a workbook refers to: another part, or something outside of which nothing is fetched. */
export type Relation = { readonly type: string; readonly part: string | null };

/** The relations of a part by their ids; a broken list of them is an empty one. */
export async function relationsOf(archive: Archive, part: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = posix.dirname(part);
  const xml = await textOf(archive, `${folder}/_rels/${posix.basename(part)}.rels`);
  return new Map(
    elements(xml, 'Relationship').map(({ Id = '', Type = '', Target = '', TargetMode }) => [
      Id,
      { type: Type, part: TargetMode === 'External' ? null : placeOf(folder, Target) },
    ]),
  );
}

function placeOf(folder: string, target: string): string {
  const written = target.trim().replaceAll('\\', '/');
  const place = posix.normalize(written.startsWith('/') ? written.slice(1) : `${folder}/${written}`);
  try {
    return decodeURI(place);
  } catch {
    return place;
  }
}

/** The parts of this sort that a part refers to. */
export const related = (relations: ReadonlyMap<string, Relation>, sort: string): readonly string[] =>
  [...relations.values()].flatMap(({ type, part }) => (type.endsWith(`/${sort}`) && part !== null ? [part] : []));
