import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { brokenBy, strayAlias, unfolding } from '../policies/yaml-words.ts';
import type { CalendarFault } from './fault.ts';

/** Keys and indexes from the top of a file down to one value. */
export type Path = readonly (string | number)[];

/** A parsed file that still knows where each value stands. */
export type Source = {
  readonly value: unknown;
  /** Faults of the YAML itself; `value` is worth nothing when there is one. */
  readonly broken: readonly CalendarFault[];
  readonly faultAt: (path: Path, zh: string, en: string) => CalendarFault;
};

/** Reads YAML text with positions. `file` is only what faults are to call it. */
export function sourceOf(text: string, file: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = [...document.errors, ...document.warnings].map((error) => {
    const { zh, en = zh } = brokenBy(error, text);
    return { ...at(error.pos[0]), key: '', zh, en };
  });
  const { value, fault } = broken.length > 0 ? { value: null, fault: null } : plainValue(document);
  if (fault !== null) {
    const stray = strayAlias(document);
    const { zh, en = zh } = stray?.said ?? unfolding;
    broken.push({ ...at(stray?.offset ?? 0), key: '', zh, en });
  }
  return {
    value,
    broken,
    faultAt: (path, zh, en) => ({ ...at(offsetOf(document, path)), key: path.join('.'), zh, en }),
  };
}

// A file that unfolds to millions of aliases is refused by the parser here, not when it is parsed.
function plainValue(document: Document): { readonly value: unknown; readonly fault: string | null } {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), fault: null };
  } catch (error) {
    return { value: null, fault: error instanceof Error ? error.message : String(error) };
  }
}

// A missing value has no place of its own: the nearest thing around it that is there is pointed at.
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
