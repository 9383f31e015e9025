import { LIMITS } from './limits.ts';
import { dangerOfRelations, fetchesOutside, type PackageKind, pointsOutside } from './parts.ts';
import { Refused } from './refusal.ts';

const CARRIED = 512;
const MERGED = /<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*["']([A-Z]{1,9})(\d{1,15}):([A-Z]{1,9})(\d{1,15})["'][^>]*>/g;

/** Looks at the XML of one part while it is unpacked; keeps only a few thousand bytes. Throws `Refused`. */
export type XmlWatch = (chunk: Buffer) => void;

/** `onlyRead`: the file is read here and not given out to be opened. Watches a part for declarations of entities, macro content types, what reaches outside and merges that would fill the memory. */
export function watchXml(name: string, kind: PackageKind, onlyRead = false): XmlWatch {
  const relations = name.endsWith('.rels');
  const types = name === '[Content_Types].xml';
  let carried = '';
  let merged = 0;
  return (chunk) => {
    // Without its zeros, UTF-16 text reads like plain text: a declaration cannot hide in another encoding.
    const text = carried + chunk.toString('latin1').replaceAll('\0', '');
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Refused('doctype');
    if (types && /macroEnabled|vbaProject/i.test(text)) throw new Refused('macros');
    const danger = relations ? dangerOfRelations(text, onlyRead) : null;
    if (danger !== null) throw new Refused(danger);
    if (kind === 'ods' && pointsOutside(text)) throw new Refused('external-links');
    if (kind === 'docx' && fetchesOutside(text)) throw new Refused('external-links');
    let end = 0;
    for (const found of text.matchAll(MERGED)) {
      merged += area(found);
      end = found.index + found[0].length;
    }
    if (merged > LIMITS.mergedCells) throw new Refused('too-many-merged');
    const kept = relations || kind === 'ods' ? 8 * CARRIED : CARRIED;
    carried = text.slice(Math.max(end, text.length - kept));
  };
}

function area([, left = 'A', top = '1', right = 'A', bottom = '1']: RegExpExecArray): number {
  return (Math.abs(columnOf(right) - columnOf(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
