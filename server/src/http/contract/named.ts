import type { PlainDate } from '@bihuan/core/time';
import { Type, type Static, type TSchema } from 'typebox';

/** A schema that the contract shows under its own name. */
export type Named<T extends TSchema> = T & { readonly $id: string };

const registry: TSchema[] = [];

/** Names a schema and enters it in the contract; routes point at it with `ref`. */
export function named<T extends TSchema>(id: string, schema: T): Named<T> {
  const entered = Object.assign(schema, { $id: id });
  registry.push(entered);
  return entered;
}

/** Every named schema of the modules that have been imported. */
export const namedSchemas = (): readonly TSchema[] => registry;

type Still<T> = T extends string ? T : T extends object ? { readonly [K in keyof T]: Still<T[K]> } : T;

/** What a schema says, read-only throughout. */
export type Said<T extends TSchema> = Still<Static<T>>;

/** Points at a named schema and keeps its type, read-only throughout: what comes in and goes out is looked at, not changed. */
export const ref = <T extends TSchema>(schema: Named<T>) => Type.Unsafe<Said<T>>(Type.Ref(schema.$id));

/** One of these words: a single clean message where a union of literals would give one each. */
export const oneOf = <const V extends readonly string[]>(values: V) =>
  Type.Unsafe<V[number]>({ type: 'string', enum: [...values] });

/** The value, or null: said so that validators and generated types agree. */
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const Day = Type.String({ format: 'date', description: 'YYYY-MM-DD, Asia/Shanghai' });
/** A day that comes in, or goes out as it came: the validator has looked at it, so it is a day from here on. */
export const GivenDay = Type.Unsafe<PlainDate>(Day);
export const Id = Type.String({ format: 'uuid' });
export const Words = (longest: number) => Type.String({ maxLength: longest });

export const Text = named('Text', Type.Object({ zh: Type.String(), en: Type.Optional(Type.String()) }));
