import type { Path } from '@bihuan/core/policy';
import type { Text } from '@bihuan/core/policy';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { brokenBy, strayAlias, tooDeep, unfolding } from './yaml-words.ts';

/** A place in a file of the pack, as editors count: from 1. */
export type Position = { readonly line: number; readonly column: number };

/** One YAML file, read with the places of its values. */
export type Source = {
  readonly value: unknown;
  /** Why the file is not sound YAML; then `value` is null. */
  readonly broken: readonly (Position & { readonly said: Text })[];
  /** Where the value at this path of the pack stands; where there is none, the nearest thing around it. */
  readonly locate: (path: Path) => Position;
};

/** Reads YAML text. Nothing in it is understood yet. */
export function sourceOf(text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const unsound = [...document.errors, ...document.warnings];
  const complaints = unsound.map((error) => ({ ...at(error.pos[0]), said: brokenBy(error, text) }));
  // one slip may make the parser complain of the same thing over and over
  const broken = complaints.filter(
    ({ line, said }, index) =>
      complaints.findIndex((other) => other.line === line && other.said.zh === said.zh) === index,
  );
  const { value, wrong } = broken.length > 0 ? { value: null, wrong: null } : valueOf(document);
  return {
    value,
    broken: wrong === null ? broken : [{ ...at(wrong.offset), said: wrong.said }],
    locate: (path) => at(offsetOf(document, path)),
  };
}

type Value = { readonly value: unknown; readonly wrong: { readonly offset: number; readonly said: Text } | null };

// a file that unfolds to millions of aliases is refused by the parser here, not when it is parsed
function valueOf(document: Document): Value {
  try {
    const wrong = strayAlias(document);
    if (wrong) return { value: null, wrong };
    return { value: document.toJS({ maxAliasCount: 500 }), wrong: null };
  } catch (error) {
    return { value: null, wrong: { offset: 0, said: error instanceof RangeError ? tooDeep : unfolding } };
  }
}

/** The compiled pack says `coSign` and `limits` where authors write `co-sign` and `limit`. */
function spellings(key: string): readonly string[] {
  const kebab = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return [...new Set([key, kebab, key.replace(/s$/, '')])];
}

/** Offset of the key where there is one, so that an editor jumps to the word and not to what follows it. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = isNode(node) && node.range ? node.range[0] : 0;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    const next = childOf(node, key);
    if (!next) continue;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return offset;
}

type Child = { readonly node: unknown; readonly offset: number | undefined };

function childOf(node: unknown, key: string | number): Child | null {
  if (isSeq(node) && typeof key === 'number') {
    const item = node.items[key];
    return item === undefined ? null : { node: item, offset: startOf(item) };
  }
  if (!isMap(node)) return null;
  const words = spellings(String(key));
  const pair = node.items.find((candidate) => isScalar(candidate.key) && words.includes(String(candidate.key.value)));
  return pair ? { node: pair.value, offset: startOf(pair.key) } : null;
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
