import { NATION, type Language, type LocalTime, type PlainDate, type Roll, type Term } from '@bihuan/core/time';
import { parseArgs } from 'node:util';
import { EXAMPLE, jurisdictionOf, lengthOf, NotUnderstood, oneOf, startOf, type Wrong } from './due-values.ts';

/** What somebody asks `bihuan due`, understood. */
export type Question = {
  readonly start: PlainDate | LocalTime;
  readonly term: Term;
  readonly jurisdictions: readonly string[];
  /** Files of notices that the program does not have, counted with in the order given. */
  readonly notices: readonly string[];
  readonly json: boolean;
  readonly language: Language;
};

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
  notice: { type: 'string', multiple: true },
  'start-counted': { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parse>;

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
    if (error instanceof TypeError)
      return {
        wrong: [`看不懂这些参数 / not understood: ${args.join(' ')}`, error.message, '见 / see: bihuan due --help'],
      };
    throw error;
  }
}

function parse(args: readonly string[]) {
  const { values, tokens } = parseArgs({
    args: joined(args),
    options: OPTIONS,
    strict: true,
    allowPositionals: false,
    tokens: true,
  });
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const twice = given.find((name, index) => !('multiple' in OPTIONS[name]) && given.indexOf(name) < index);
  if (twice === undefined) return values;
  throw new NotUnderstood(
    `--${twice} 给了两次 / is given twice`,
    '只取其一，不猜 / only one of them can be meant',
    EXAMPLE,
  );
}

// `--workdays -3` is a wrong length, not a wrong option: the value is read with its option
function joined(args: readonly string[]): string[] {
  return args.reduce<string[]>((sofar, each) => {
    const before = sofar.at(-1) ?? '';
    if (!/^-\d/.test(each) || !/^--[a-z]+$/.test(before)) return [...sofar, each];
    return [...sofar.slice(0, -1), `${before}=${each}`];
  }, []);
}

function understand(values: Values): Question {
  const term = termOf(values);
  return {
    start: startOf(values.from, term),
    term,
    jurisdictions: (values.calendar ?? [NATION]).map(jurisdictionOf),
    notices: values.notice ?? [],
    json: values.json ?? false,
    language: oneOf('lang', values.lang ?? 'zh', LANGUAGES),
  };
}

function termOf(values: Values): Term {
  const [count, ...more] = COUNTS.filter((name) => values[name] !== undefined);
  if (count === undefined || more.length > 0) {
    throw new NotUnderstood(
      '期限须给且只给一种 / exactly one length is needed',
      '--workdays, --natural, --months, --hours',
      EXAMPLE,
    );
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
