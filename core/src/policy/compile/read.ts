import type { Fault, Text } from '../model.ts';

/** Keys and indexes from the top of a pack file down to one value. */
export type Path = Fault['path'];

/** Where the reader stands, and where it writes down what it does not understand. */
export type Place = { readonly file: Fault['file']; readonly path: Path; readonly note: (fault: Fault) => void };

/** Reads one value; null when it was not understood, and then a fault says why. */
export type Read<T> = (raw: unknown, at: Place) => T | null;

/** One key of an object: how to read it, and what its absence means. */
export type Field<T> = { readonly read: Read<T>; readonly absent: { readonly value: T } | 'fault' };

/** A key that must be there. */
export const needed = <T>(read: Read<T>): Field<T> => ({ read, absent: 'fault' });

/** A key that may be left out; the model leaves it out as well. */
export const optional = <T>(read: Read<T>): Field<T | undefined> => ({ read, absent: { value: undefined } });

/** A key that stands for `value` when it is left out. */
export const otherwise = <T>(read: Read<T>, value: T): Field<T> => ({ read, absent: { value } });

/** Writes down what is wrong here. `word` is what the author wrote; the key it stands under is named as well. */
export function misread(at: Place, word: string, said: Text, kind: Fault['kind'] = 'shape'): null {
  const key = at.path.findLast((part) => typeof part === 'string');
  const text = key === undefined || key === word ? said : { zh: `${key}：${said.zh}`, en: `${key}: ${said.en}` };
  at.note({ kind, file: at.file, path: at.path, clauses: [], facts: [], about: [word], text, ruling: null });
  return null;
}

/** The place one key or index further down. */
export const into = (at: Place, key: string | number): Place => ({ ...at, path: [...at.path, key] });

/** How a key of the model is written in YAML: `returnsTo` as `returns-to`. */
export const written = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A value as a fault quotes it. */
export function quoted(raw: unknown): string {
  // JSON knows no Infinity, which is what YAML makes of 1e400
  const text = typeof raw === 'string' || typeof raw === 'number' ? `${raw}` : (JSON.stringify(raw) ?? 'undefined');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Keys and values, neither a list nor nothing: what YAML calls a mapping. */
export function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** Anything else than a mapping of keys is a fault. */
export function asRecord(raw: unknown, at: Place): Readonly<Record<string, unknown>> | null {
  if (isRecord(raw)) return raw;
  return misread(at, quoted(raw), {
    zh: `这里应是若干“键: 值”，却是“${quoted(raw)}”`,
    en: `expected keys and values here, found "${quoted(raw)}"`,
  });
}

/** Words that are kept for what the language will say later, with what that will be. */
export type Kept = Readonly<Record<string, Text>>;

/** A word that is kept for later: nobody may believe that it means something today. */
export const notYet = (at: Place, word: string, { zh, en = zh }: Text): null =>
  misread(
    at,
    word,
    {
      zh: `“${word}”是留给“${zh}”的保留字，程序尚未启用，现在不能写`,
      en: `"${word}" is reserved for ${en} and not in use yet: it cannot be written now`,
    },
    'reserved',
  );

/** A value in whose place such a word may be written by somebody who hopes that it is in use. */
export const keeping =
  <T>(kept: Kept, read: Read<T>): Read<T> =>
  (raw, at) => {
    const word = (Array.isArray(raw) ? raw : [raw]).find(
      (each) => typeof each === 'string' && Object.hasOwn(kept, each),
    );
    return typeof word === 'string' ? notYet(at, word, kept[word]!) : read(raw, at);
  };

/** An object with exactly these keys. Every fault of every key is noted; a key that is not known is one, one `kept` for later another. */
export function object<T>(fields: { readonly [K in keyof T]-?: Field<T[K]> }, kept: Kept = {}): Read<T> {
  const known = new Map(Object.keys(fields).map((key) => [written(key), key]));
  return (raw, at) => {
    const record = asRecord(raw, at);
    if (!record) return null;
    const strange = Object.keys(record).filter((word) => !known.has(word));
    for (const word of strange)
      if (Object.hasOwn(kept, word)) notYet(into(at, word), word, kept[word]!);
      else unknownKey(word, [...known.keys()], into(at, word));

    const values: Record<string, unknown> = {};
    let understood = strange.length === 0;
    for (const [word, key] of known) {
      // the mapped type above pairs every key with its own reader; iteration forgets which
      const field = fields[key as keyof T] as Field<unknown>;
      const value = readField(field, record[word], word, at);
      if (value === null) understood = false;
      else if (value.read !== undefined) values[key] = value.read;
    }
    return understood ? (values as T) : null; // every field was read by the reader of its own type
  };
}

/** Reads one key; the box tells a value that is left out from one that was not understood. */
function readField(field: Field<unknown>, raw: unknown, word: string, at: Place): { readonly read: unknown } | null {
  if (raw === undefined) {
    if (field.absent !== 'fault') return { read: field.absent.value };
    return misread(at, word, { zh: `缺少“${word}”`, en: `"${word}" is missing` });
  }
  const read = field.read(raw, into(at, word));
  return read === null ? null : { read };
}

function unknownKey(word: string, known: readonly string[], at: Place): void {
  const may = known.join('、');
  misread(at, word, {
    zh: `不认识“${word}”；这里可以写：${may}`,
    en: `"${word}" is not known here; known are: ${known.join(', ')}`,
  });
}

/** A list, each item read alike. */
export function list<T>(read: Read<T>): Read<readonly T[]> {
  return (raw, at) => {
    if (!Array.isArray(raw))
      return misread(at, quoted(raw), {
        zh: `这里应是列表，却是“${quoted(raw)}”`,
        en: `expected a list here, found "${quoted(raw)}"`,
      });
    const items = raw.map((item, index) => read(item, into(at, index)));
    const understood = items.filter((item) => item !== null);
    return understood.length === items.length ? understood : null;
  };
}

/** A list with something in it: an empty one would mean nobody, or never, without anybody having said so. */
export function filled<T>(read: Read<readonly T[]>): Read<readonly T[]> {
  return (raw, at) => {
    const items = read(raw, at);
    if (items?.length !== 0) return items;
    return misread(at, '[]', {
      zh: '这里是空的列表，至少要写一项',
      en: 'the list is empty and needs at least one item',
    });
  };
}

/** One item, or a list of them. */
export const oneOrMore = <T>(read: Read<T>): Read<readonly T[]> => filled(anyNumber(read));

/** One item, or a list of them that may be empty. */
export function anyNumber<T>(read: Read<T>): Read<readonly T[]> {
  const many = list(read);
  return (raw, at) => {
    if (Array.isArray(raw)) return many(raw, at);
    const only = read(raw, at);
    return only === null ? null : [only];
  };
}

/** Keys that the pack chooses, each value read alike; `known` reads the key itself where not every word will do. */
export function mapOf<T>(read: Read<T>, known?: Read<unknown>): Read<Readonly<Record<string, T>>> {
  return (raw, at) => {
    const record = asRecord(raw, at);
    if (!record) return null;
    const entries = Object.entries(record).map(([key, value]) => {
      const there = into(at, key);
      return [key, known && known(key, there) === null ? null : read(value, there)] as const;
    });
    const understood = entries.filter(
      (entry): entry is readonly [string, NonNullable<(typeof entry)[1]>] => entry[1] !== null,
    );
    return understood.length === entries.length ? Object.fromEntries(understood) : null;
  };
}

/** The same value, said in the model's words. */
export function reword<A, B>(read: Read<A>, say: (value: A, at: Place) => B | null): Read<B> {
  return (raw, at) => {
    const value = read(raw, at);
    return value === null ? null : say(value, at);
  };
}
