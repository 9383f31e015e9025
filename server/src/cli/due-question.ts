import { hasTime, NATION, parseLocalTime, parsePlainDate, yearOf, dayOf, type Language, type LocalTime, type PlainDate, type Roll, type Term } from '@bihuan/core/time';
import { parseArgs } from 'node:util';

/** What somebody asks `bihuan due`, understood. */
export type Question = {
  readonly start: PlainDate | LocalTime;
  readonly term: Term;
  readonly jurisdictions: readonly string[];
  readonly json: boolean;
  readonly language: Language;
};

/** Three sentences for who asked: what is wrong, why, and what to do. */
export type Wrong = readonly [what: string, why: string, remedy: string];

/** The question behind the arguments, or that help is wanted, or what is wrong with them. */
export type ReadQuestion = { readonly question: Question } | { readonly help: true } | { readonly wrong: Wrong };

const OPTIONS = {
  from: { type: 'string' },
  workdays: { type: 'string' },
  natural: { type: 'string' },
  months: { type: 'string' },
  hours: { type: 'string' },
  roll: { type: 'string' },
  calendar: { type: 'string', multiple: true },
  'start-counted': { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parse>;

const EXAMPLE = '例如 / for example: bihuan due --from 2025-09-30 --workdays 10';
const COUNTS = ['workdays', 'natural', 'months', 'hours'] as const;
const ROLLS: readonly Roll[] = ['none', 'forward', 'backward'];
const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** Reads the arguments after `due`. Never throws for what they say. */
export function readQuestion(args: readonly string[]): ReadQuestion {
  try {
    const values = parse(args);
    return values.help ? { help: true } : { question: understand(values) };
  } catch (error) {
    if (error instanceof NotUnderstood) return { wrong: error.wrong };
    if (error instanceof TypeError) return { wrong: [`看不懂这些参数 / not understood: ${args.join(' ')}`, error.message, '见 / see: bihuan due --help'] };
    throw error;
  }
}

class NotUnderstood extends Error {
  readonly wrong: Wrong;

  constructor(...wrong: Wrong) {
    super(wrong[0]);
    this.wrong = wrong;
  }
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values;
}

function understand(values: Values): Question {
  const term = termOf(values);
  return {
    start: startOf(values.from, term),
    term,
    jurisdictions: (values.calendar ?? [NATION]).map(jurisdictionOf),
    json: values.json ?? false,
    language: oneOf('lang', values.lang ?? 'zh', LANGUAGES),
  };
}

function termOf(values: Values): Term {
  const [count, ...more] = COUNTS.filter((name) => values[name] !== undefined);
  if (count === undefined || more.length > 0) {
    throw new NotUnderstood('期限须给且只给一种 / exactly one length is needed', '--workdays, --natural, --months, --hours', EXAMPLE);
  }
  const length = lengthOf(count, values[count] ?? '');
  const startCounted = values['start-counted'] ?? false;
  const roll = values.roll === undefined ? null : oneOf('roll', values.roll, ROLLS);
  if (count === 'hours') {
    if (roll !== null || startCounted) {
      throw new NotUnderstood(
        '--hours 不能与 --roll、--start-counted 同用 / do not go together',
        '按小时计的期限从规定的时刻起连续计算（民法典201）/ hours run on from the moment they start',
        'bihuan due --from 2025-09-30T15:00 --hours 24',
      );
    }
    return { count, hours: length };
  }
  if (count === 'workdays') return { count: 'working', days: length, startCounted, roll: roll ?? 'none' };
  if (count === 'natural') return { count, days: length, startCounted, roll: roll ?? 'forward' };
  return { count, months: length, startCounted, roll: roll ?? 'forward' };
}

function startOf(text: string | undefined, term: Term): PlainDate | LocalTime {
  if (text === undefined) throw new NotUnderstood('缺少起算日 / the start is missing', '--from', EXAMPLE);
  const start = parsePlainDate(text) ?? parseLocalTime(text);
  if (start === null) {
    throw new NotUnderstood(`没有这一天 / no such day: --from ${text}`, '写作 / written as YYYY-MM-DD (YYYY-MM-DDTHH:mm)', EXAMPLE);
  }
  if (yearOf(dayOf(start)) < 1900 || yearOf(dayOf(start)) > 2900) {
    throw new NotUnderstood(`年份有误 / not a year of this office: --from ${text}`, '可用 / from 1900 to 2900', EXAMPLE);
  }
  if (term.count === 'hours' && !hasTime(start)) {
    throw new NotUnderstood(
      `按小时计的期限须有时刻 / hours start at a time of day: --from ${text}`,
      '民法典201',
      `bihuan due --from ${text}T15:00 --hours ${term.hours}`,
    );
  }
  return start;
}

function lengthOf(name: string, text: string): number {
  const length = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (length >= 1) return length;
  throw new NotUnderstood(`不是天数 / not a length: --${name} ${text}`, '须为1以上的整数 / a whole number from 1', EXAMPLE);
}

function jurisdictionOf(code: string): string {
  if (code === NATION || /^\d{6}$/.test(code)) return code;
  throw new NotUnderstood(`没有这个日历 / no such calendar: --calendar ${code}`, 'cn 或6位地区代码 / cn or a 6-digit region code', '--calendar 530521');
}

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === text);
  if (found !== undefined) return found;
  throw new NotUnderstood(`--${name} ${text} 无此选项 / is not a choice`, `可用 / choose from: ${allowed.join(', ')}`, `--${name} ${allowed[0]}`);
}
