import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../config.ts';
import type { CalendarFault } from './fault.ts';
import type { Path, Source } from './source.ts';

/** A calendar file that fits `policies/calendars/calendar.schema.json`: days and ranges are still text. */
export type YearFile = {
  readonly jurisdiction: string;
  readonly year: number;
  readonly notices: readonly NoticeFile[];
};

/** One notice as its file has it. `number`: 国办发明电〔…〕…号, null for a jurisdiction’s own that bears none. */
export type NoticeFile = {
  readonly title: string;
  readonly number: string | null;
  readonly issued: string;
  readonly source: string;
  readonly occasions: readonly OccasionFile[];
};

/** A holiday: days and spans (`2026-10-01..2026-10-07`) that are off, and the weekend days worked for it. */
export type OccasionFile = {
  readonly name: { readonly zh: string; readonly en: string };
  readonly off?: readonly string[];
  readonly working?: readonly string[];
};

const SCHEMA = JSON.parse(readFileSync(path.join(ROOT, 'policies/calendars/calendar.schema.json'), 'utf8'));
const fits = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile<YearFile>(SCHEMA);

/** The file as the published schema describes it, or what does not fit, each with its place. */
export function shapeOf(source: Source): { readonly file: YearFile } | { readonly faults: readonly CalendarFault[] } {
  if (fits(source.value)) return { file: source.value };
  const errors = (fits.errors ?? []).filter((error) => !SAID_BY_ANOTHER.has(error.keyword));
  return { faults: onePerPlace(errors.map((error) => faultOf(error, source))) };
}

// `anyOf` only repeats that each of its alternatives failed, which the alternatives say themselves.
const SAID_BY_ANOTHER = new Set(['anyOf']);

function faultOf(error: ErrorObject, source: Source): CalendarFault {
  const place = placeOf(error.instancePath, source.value);
  switch (error.keyword) {
    case 'required': {
      const key: string = error.params['missingProperty'];
      return source.faultAt(place, `缺少 ${key}`, `${key} is missing`);
    }
    case 'additionalProperties': {
      const key: string = error.params['additionalProperty'];
      return source.faultAt([...place, key], `不认识 ${key}`, `${key} is not known here`);
    }
    case 'pattern':
      return source.faultAt(place, '写法不对（日期如 2026-10-01，起止如 2026-10-01..2026-10-07）', PATTERN_EN);
    case 'type': {
      const kind = KINDS[String(error.params['type'])];
      return kind ? source.faultAt(place, kind.zh, kind.en) : misfit(error, place, source);
    }
    case 'minLength':
    case 'minItems':
      return source.faultAt(place, '不能为空', 'must not be empty');
    default:
      return misfit(error, place, source);
  }
}

/** What else can be wrong with one value, by what was asked of it. */
const MISFITS: Readonly<Record<string, string>> = {
  required: '缺少必填的一项',
  additionalProperties: '写了不认识的键',
  pattern: '写法不对',
  format: '不是日期',
  minLength: '不能为空',
  maxLength: '太长',
  minItems: '至少写一条',
  maxItems: '条数太多',
  uniqueItems: '有重复',
  minimum: '数太小',
  maximum: '数太大',
  enum: '不是可选的写法之一',
  const: '不是规定的写法',
};

function misfit({ message, keyword }: ErrorObject, place: Path, source: Source): CalendarFault {
  return source.faultAt(place, MISFITS[keyword] ?? '这一处填写有误', message ?? keyword);
}

// a region's code without quotes is the slip that is made most
const KINDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  object: { zh: '应为“键: 值”的各行', en: 'must be lines of “key: value”' },
  array: { zh: '应为列表', en: 'must be a list' },
  string: { zh: '应为文字（数字加引号，如 "530521"）', en: 'must be text (a number in quotes, as "530521")' },
  integer: { zh: '应为整数，不加引号', en: 'must be a whole number without quotes' },
};

const PATTERN_EN = 'not written as it must be (a day as 2026-10-01, a range as 2026-10-01..2026-10-07)';

// A JSON pointer as a path; an index becomes a number where the value around it is a list.
function placeOf(pointer: string, value: unknown): Path {
  const place: (string | number)[] = [];
  let around = value;
  for (const part of pointer.split('/').slice(1)) {
    const key = Array.isArray(around) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~');
    place.push(key);
    around = typeof around === 'object' && around !== null ? Reflect.get(around, key) : undefined;
  }
  return place;
}

function onePerPlace(faults: readonly CalendarFault[]): readonly CalendarFault[] {
  return [...new Map(faults.map((fault) => [`${fault.key} ${fault.en}`, fault])).values()];
}
