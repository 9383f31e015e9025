import { addDays, plainDate, yearOf } from '../time/index.ts';
import type { PlainDate } from '../time/index.ts';
import { readForm } from './deadline-forms.ts';
import { datePhrases } from './deadline-phrases.ts';
import { doubtful } from './deadline-doubts.ts';
import type { Doubt } from './deadline-doubts.ts';
import { narrow } from './normalise.ts';
import { arabicDates } from './numerals.ts';
import type { Said } from './said.ts';

/** How a deadline was written. Only `date`, `range`, `month-end` and `year-end` name a day. */
export type DeadlineKind =
  | 'date'
  | 'range'
  | 'month-end'
  | 'year-end'
  | 'long-term'
  | 'immediate'
  | 'none'
  | 'unreadable';

/** A deadline as the office wrote it and as it is understood; where it cannot be, what a person must decide. */
export type Deadline = {
  readonly kind: DeadlineKind;
  /** The last day, where one is understood without doubt or a person chose it. */
  readonly date?: PlainDate;
  /** First day of a range. */
  readonly from?: PlainDate;
  /** 长期坚持: the duty goes on after the day, or there is no day at all. */
  readonly longTerm: boolean;
  readonly raw: string;
  readonly understood: Said;
  readonly needsPerson?: Said;
  /** Days a person will probably mean, likeliest first; only where `needsPerson` is set. */
  readonly suggestions: readonly PlainDate[];
};

const LONG_TERM =
  /[,、;。(]?(?:并|且)?(?:长期坚持|长期推进|长期保持|长期|持续推进|持续坚持|坚持不懈|常态化推进)\)?[。.;,]*$/;
const IMMEDIATE = /^(?:立行立改|立整立改|即行即改|即知即改|立即整改|立即办理|立即完成|立即)$/;
const NONE = /^(?:|无|无时限|暂无|未定|不设时限|没有|\/|-+|—+)$/;
const BEFORE = /^(?:力争|确保|拟于|计划于|计划|原则上|于|在|截至|截止到?|(?:整改|完成|办结)?(?:时限|期限):)/;
const AFTER =
  /(?:全面|全部|基本)?(?:完成整改任务|完成整改|整改完成|整改到位|完成销号|验收销号|完成验收|完成|到位)?[。.,;、]*$/;
const TIME_OF_DAY = /(\d[日号]?)(?:\s+|t)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?(?=[^\d:]|$)/gi;
const PLACEHOLDER = /〔\s*〕|〔[^\d〕]*[xX×*][^〕]*〕|\[\s*\]|\(\s*\)|[xX×*＊]{2,}|[_＿]{2,}|[xX×*](?=[年月日])|□/;

/** The sign that something was to be filled in later: 〔 〕, XX, ××, a line. Full-width text is read as well. */
export function hasPlaceholder(raw: string): boolean {
  return PLACEHOLDER.test(narrow(raw));
}

/**
 * Reads a deadline in any of the forms of practice §2. Nothing is guessed: a form that leaves a doubt is `unreadable`,
 * says what is unclear and suggests days. `contextYear` (from the title's 截至…) only feeds suggestions.
 */
export function parseDeadline(raw: string, contextYear?: number): Deadline {
  // a time of day goes before the blanks do: joined to the day, its hour would read as part of it
  const text = arabicDates(narrow(raw).replace(TIME_OF_DAY, '$1'))
    .replace(/\s/g, '')
    .replace(/^'/, '')
    .replace(/(?<=\d)[—–―－](?=\d)/g, '-');
  if (hasPlaceholder(raw))
    return unclear(raw, { zh: '时限里还留着没有填写的空格', en: 'The deadline still holds a blank to be filled in' });
  const core = text.replace(LONG_TERM, '').replace(BEFORE, '').replace(AFTER, '');
  const longTerm = LONG_TERM.test(text.replace(AFTER, ''));
  if (NONE.test(core)) return longTerm ? ongoing(raw) : without(raw);
  if (IMMEDIATE.test(core)) return immediate(raw, longTerm);
  const read = serial(raw, core) ?? dated(raw, core, longTerm);
  return read ?? fromDoubt(raw, doubtful(core, contextYear) ?? doubtful(text), core, longTerm);
}

/** A deadline that a person set in place of what was written; the raw text stays beside it. */
export function decidedDeadline(raw: string, date: PlainDate): Deadline {
  return {
    kind: 'date',
    date,
    longTerm: false,
    raw,
    suggestions: [],
    understood: { zh: `由人工判断：${date}`, en: `Decided by a person: ${date}` },
  };
}

/** No deadline, said by the list or by a person. */
export function without(raw: string): Deadline {
  return {
    kind: 'none',
    longTerm: false,
    raw,
    suggestions: [],
    understood: { zh: '没有写明时限', en: 'No deadline is stated' },
  };
}

/** 长期坚持 and nothing else. */
export function ongoing(raw: string): Deadline {
  return {
    kind: 'long-term',
    longTerm: true,
    raw,
    suggestions: [],
    understood: { zh: '长期坚持，没有截止日', en: 'An ongoing duty without a last day' },
  };
}

/** 立行立改: at once, no day named. */
export function immediate(raw: string, longTerm: boolean): Deadline {
  const after = longTerm ? { zh: '，之后长期坚持', en: ', then kept up' } : { zh: '', en: '' };
  return {
    kind: 'immediate',
    longTerm,
    raw,
    suggestions: [],
    understood: { zh: `立行立改${after.zh}`, en: `At once${after.en}` },
  };
}

// Excel counts days from 1899-12-30; five digits between 2000 and 2064 are such a count and no year.
function serial(raw: string, core: string): Deadline | null {
  if (!/^\d{5}(?:\.\d+)?$/.test(core)) return null;
  const count = Math.floor(Number(core));
  if (count < 36_526 || count > 60_000) return null;
  const date = addDays(plainDate('1899-12-30'), count);
  return {
    kind: 'date',
    date,
    longTerm: false,
    raw,
    suggestions: [],
    understood: { zh: `表格日期序号 ${count}，即 ${date}`, en: `Spreadsheet day number ${count}, that is ${date}` },
  };
}

function dated(raw: string, core: string, longTerm: boolean): Deadline | null {
  const form = readForm(core);
  if (form === null || yearOf(form.date) < 2000 || yearOf(form.date) > 2060) return null;
  const after = longTerm ? { zh: '，并长期坚持', en: ', and kept up afterwards' } : { zh: '', en: '' };
  const first =
    form.from === undefined ? { zh: '', en: '' } : { zh: `自 ${form.from} 起，`, en: `from ${form.from}, ` };
  return {
    kind: form.kind,
    date: form.date,
    ...(form.from === undefined ? {} : { from: form.from }),
    longTerm,
    raw,
    suggestions: [],
    understood: { zh: `${first.zh}截止 ${form.date}${after.zh}`, en: `${first.en}due ${form.date}${after.en}` },
  };
}

function fromDoubt(raw: string, doubt: Doubt | null, core: string, longTerm: boolean): Deadline {
  if (doubt !== null) return { ...unclear(raw, doubt.why, doubt.suggestions), longTerm };
  const found = datePhrases(core).map(({ date }) => date);
  if (found.length > 1) {
    return unclear(
      raw,
      { zh: '写了几个日期，不清楚以哪一个为准', en: 'Several dates are written and it is unclear which one counts' },
      [...new Set(found)].sort().reverse(),
    );
  }
  if (found.length === 1)
    return unclear(
      raw,
      { zh: '日期之外还有没读懂的文字', en: 'There are words around the date that were not understood' },
      found,
    );
  return unclear(raw, { zh: '没有读出日期', en: 'No date could be read' });
}

/** A deadline that a person must decide about, with the days it may mean. */
export function unclear(raw: string, why: Said, suggestions: readonly PlainDate[] = []): Deadline {
  return {
    kind: 'unreadable',
    longTerm: false,
    raw,
    understood: why,
    needsPerson: why,
    suggestions: [...new Set(suggestions)],
  };
}
