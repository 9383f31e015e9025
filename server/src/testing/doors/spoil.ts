/** A request with one thing wrong in it, and what. */
export type Spoiled = { readonly what: string; readonly body: unknown };

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Objects whose names are data, not fields: facts by their id, parts by their role, a sheet by its fields. */
const OPEN = new Set(['facts', 'parts', 'values']);
/** What stands in a sheet is the plan's to refuse, not the contract's. */
const inSheet = (path: readonly (string | number)[]): boolean => path.slice(0, -1).includes('values');

const isRecord = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Something of another type than the value has. */
function otherType(value: Json): Json {
  if (typeof value === 'string') return 12;
  return typeof value === 'object' ? 'x' : { no: 'such thing' };
}

/** The same body with another value in one place. */
function replaced(body: Json, path: readonly (string | number)[], value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(body)) return body.map((part: Json, at) => (at === step ? replaced(part, rest, value) : part));
  return { ...(body as object), [step]: replaced(Reflect.get(body as object, step) as Json, rest, value) }; // paths come from `places`
}

type Place = { readonly path: readonly (string | number)[]; readonly value: Json };

function places(value: Json, path: readonly (string | number)[] = []): Place[] {
  const inside = Array.isArray(value)
    ? value.flatMap((part: Json, at) => places(part, [...path, at]))
    : isRecord(value)
      ? Object.entries(value).flatMap(([name, part]) => places(part, [...path, name]))
      : [];
  return [{ path, value }, ...inside];
}

/** A field nobody asked for in every object, another type in every place. All of it the shape of the contract refuses. */
export function misshapen(body: object): Spoiled[] {
  const contracted = places(body as Json).filter(({ path }) => !inSheet(path));
  return contracted.flatMap(({ path, value }) => {
    const at = `/${path.join('/')}`;
    const open = OPEN.has(String(path.at(-1)));
    const extra =
      isRecord(value) && !open
        ? [{ what: `unknown field in ${at}`, body: replaced(body as Json, path, { ...value, nobodyAsked: 1 }) }]
        : [];
    const typed =
      value === null ? [] : [{ what: `wrong type at ${at}`, body: replaced(body as Json, path, otherType(value)) }];
    return [...extra, ...typed];
  });
}

/** Texts that are no texts: PostgreSQL keeps no NUL, and half a character is none. */
export const NO_TEXTS: readonly string[] = ['施甸\u0000县', '\ud83d施甸'];

/** Values that fit the shape or nearly do, and that nobody thought of. */
const WORDS: readonly Json[] = ['', '施'.repeat(6_000), "'; drop table problem; --", '__proto__'];
const DAYS: readonly Json[] = ['0000-01-01', '2199-12-31', '2026-02-30'];
const NUMBERS: readonly Json[] = [-1, 1.5, 2 ** 31, 2 ** 53, 1e300];

function others(value: Json): readonly Json[] {
  if (typeof value === 'number') return NUMBERS;
  if (typeof value !== 'string') return [];
  return /^\d{4}-\d\d-\d\d$/.test(value) ? DAYS : WORDS;
}

/** Ways to put something strange into a text or number of a body of this shape. */
export function strange(body: object): { readonly what: string; readonly into: (fresh: object) => object }[] {
  return places(body as Json).flatMap(({ path, value }) =>
    others(value).map((other) => ({
      what: `${JSON.stringify(other).slice(0, 20)} at /${path.join('/')}`,
      into: (fresh: object) => replaced(fresh as Json, path, other) as object, // an object with another leaf
    })),
  );
}

/** The same body with something in each text that is no text. */
export function unreadable(body: object): Spoiled[] {
  return places(body as Json).flatMap(({ path, value }) =>
    typeof value === 'string'
      ? NO_TEXTS.map((other) => ({
          what: `${JSON.stringify(other)} at /${path.join('/')}`,
          body: replaced(body as Json, path, other),
        }))
      : [],
  );
}

/** What an address may ask that nobody thought of: it is text, whatever it should mean. */
export const QUESTIONS: readonly string[] = [
  '',
  '-1',
  '0',
  '1e9',
  '施甸',
  '__proto__',
  "' or 1=1 --",
  '2199-12-31',
  '[]',
];
