import { Ajv, type AnySchema, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import localizeZh from 'ajv-i18n/localize/zh/index.js';
import type { FastifyInstance, FastifySchemaValidationError } from 'fastify';

/** One fault of an input: where (`body/title`), and what, in both languages. */
export type InputFault = { readonly at: string; readonly message: string; readonly messageEn: string };

/** A page of faults helps; a thousand only cost. */
const MOST_FAULTS = 20;

/**
 * Two readers: a JSON body says what it means and nothing is converted; an address is text, so `?page=2` becomes a number.
 * Neither fills in or drops anything: an unknown field is refused, because a misspelt one would be lost.
 */
export function validateStrictly(app: FastifyInstance): void {
  let readers: { readonly body: Ajv; readonly address: Ajv } | undefined;
  app.setValidatorCompiler<AnySchema>(({ schema, httpPart }) => {
    // made at the first route that is compiled, when all schemas with `$id` are known
    readers ??= {
      body: reader(app.getSchemas(), { coerceTypes: false, allErrors: true }),
      address: reader(app.getSchemas(), { coerceTypes: 'array', allErrors: false }),
    };
    const closing = httpPart === 'body' || httpPart === 'querystring';
    return (httpPart === 'body' ? readers.body : readers.address).compile(closing ? closed(schema) : schema);
  });
}

function reader(
  named: Readonly<Record<string, unknown>>,
  options: { coerceTypes: false | 'array'; allErrors: boolean },
): Ajv {
  const ajv = new Ajv({ ...options, useDefaults: true, removeAdditional: false, strict: false, discriminator: true });
  addFormats.default(ajv);
  ajv.addFormat('date', { validate: isDay });
  for (const schema of Object.values(named)) ajv.addSchema(closed(schema) as AnySchema); // what routes registered with `$id`
  return ajv;
}

/** A day that exists, in the centuries that an office writes about: the year 0000 is none that PostgreSQL could keep. */
function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Refuses fields that an object schema does not name, unless it says otherwise itself. Parts of `allOf` must stay open. */
export function closed<Schema>(schema: Schema): Schema {
  if (Array.isArray(schema)) return schema.map((part: unknown) => closed(part)) as Schema; // same shape, closed parts
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.entries(schema).map(([key, part]: [string, unknown]) => {
    if (key === 'properties' && typeof part === 'object' && part !== null) {
      return [
        key,
        Object.fromEntries(Object.entries(part).map(([name, property]: [string, unknown]) => [name, closed(property)])),
      ];
    }
    return [key, ['items', 'anyOf', 'oneOf'].includes(key) ? closed(part) : part];
  });
  const names = 'properties' in schema && !('additionalProperties' in schema) ? { additionalProperties: false } : {};
  return toldApart(Object.assign(Object.fromEntries(parts), names)) as Schema; // what fits it is the same
}

/**
 * Objects that their `type` tells apart are checked against the one it names: a misspelt field of one of them would else be
 * reported as everything that all the others miss.
 */
function toldApart(schema: Readonly<Record<string, unknown>>): object {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf) || !anyOf.every(hasType)) return schema;
  return { ...rest, type: 'object', required: ['type'], discriminator: { propertyName: 'type' }, oneOf: anyOf };
}

const hasType = (part: { readonly properties?: { readonly type?: object } }): boolean =>
  part.properties?.type !== undefined && 'const' in part.properties.type;

type Params = Readonly<Record<string, unknown>>;

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  integer: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
  null: '空',
};
const FORMATS: Readonly<Record<string, string>> = {
  date: '应为日期，如 2026-03-31',
  'date-time': '应为日期和时刻',
  uuid: '编号不对，请从页面重新选择',
};

/** What is wrong at one place, in the words of the office; what has no entry is said by ajv-i18n. */
const SENTENCES: Readonly<Record<string, (params: Params) => string>> = {
  required: () => '缺少必填的一项',
  additionalProperties: () => '没有这一项',
  type: ({ type }) =>
    `应为${[type]
      .flat()
      .map((one) => TYPES[String(one)] ?? '另一种内容')
      .join('或')}`,
  enum: () => '不是可选的内容之一',
  const: () => '不是规定的内容',
  discriminator: () => '种类不对',
  format: ({ format }) => FORMATS[String(format)] ?? '格式不对',
  pattern: () => '写法不对',
  minLength: ({ limit }) => (limit === 1 ? '不能为空' : `至少 ${String(limit)} 个字`),
  maxLength: ({ limit }) => `最多 ${String(limit)} 个字`,
  minItems: ({ limit }) => `至少 ${String(limit)} 条`,
  maxItems: ({ limit }) => `最多 ${String(limit)} 条`,
  uniqueItems: () => '有重复',
  minimum: ({ limit }) => `不小于 ${String(limit)}`,
  maximum: ({ limit }) => `不大于 ${String(limit)}`,
  anyOf: () => '不是任何一种可填的内容',
  oneOf: () => '不是任何一种可填的内容',
};

/** Ajv's errors as sentences. */
export function describeInput(errors: readonly FastifySchemaValidationError[], context: string): readonly InputFault[] {
  const first = errors.slice(0, MOST_FAULTS);
  const english = first.map(({ message }) => message ?? '');
  const chinese = first.map((error) => ({ ...error })) as ErrorObject[]; // Fastify passes on what Ajv made
  // its types and its default export disagree under NodeNext
  (localizeZh as unknown as (list: ErrorObject[]) => void)(chinese);
  return first.map(({ instancePath, keyword, params }, index) => {
    const name = [params['additionalProperty'], params['missingProperty']].find((value) => typeof value === 'string');
    const at = [`${context}${instancePath}`, ...(name === undefined ? [] : [name])].join('/');
    return { at, message: said(keyword, params) ?? chinese[index]?.message ?? '', messageEn: english[index] ?? '' };
  });
}

const said = (keyword: string, params: Params): string | null => SENTENCES[keyword]?.(params) ?? null;
