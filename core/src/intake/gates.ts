import { pointsTo } from './ditto.ts';
import { writtenIn } from './entries.ts';
import type { Entry, Extra, SkippedRow } from './entries.ts';
import { FIELDS } from './field.ts';
import type { Field } from './field.ts';
import type { Meaning } from './meaning.ts';
import { squeeze, tidy } from './normalise.ts';
import { answerTo, question } from './question.ts';
import type { Answers, Decision, Option, Question, QuestionCode } from './question.ts';
import type { Said } from './said.ts';
import { skip } from './skips.ts';
import { FINISHES, PACES, VERDICTS, wordOf } from './vocabulary.ts';
import { aboutOfficial, namesReporter } from './reporters.ts';

/** What makes a row doubtful as an open problem: its words, and what is asked about them. */
type Gate = {
  readonly code: QuestionCode;
  readonly field: Field | null;
  /** The column that is written again, where it is not the field asked about. */
  readonly at?: Meaning | Extra;
  readonly words: string;
  readonly said: Said;
  readonly options: readonly Option[];
  readonly suggested?: string;
};

const SKIP: Option = { id: 'skip', zh: '不导入这一行', en: 'Leave this row out' };
const OPEN: Option = { id: 'open', zh: '仍要整改，作为问题导入', en: 'It is still to be rectified; import it' };

const DONE =
  /(?:已|均|全部|完成|通过|予以|同意|准予|准许)[^。；;，,]{0,16}?(?:销号|验收合格)|(?:已|均已|全部)[^。；;，,]{0,14}?(?:办结|办毕|结案|整改完毕|整改到位|整治到位|治理到位|整改完成|整治完成|(?:完成|落实)(?:了)?(?:问题)?(?:整改|整治)(?!方案|措施|计划|任务|进度|台账|前期|[\d一二三四五六七八九]))|(?:已|均|全部)?通过[^。；;，,]{0,12}验收|^(?:已)?(?:销号|验收|办结|结案|完成(?:整改|销号|整治)?|整改(?:完成|完毕|到位)|验收(?:合格|通过|销号)|通过验收|关闭|终结)$|^[^。；;，,]{0,6}(?<![\d.])100(?:\.0+)?%$|^[√✓✔☑]$/;
const NOT_YET =
  /未|尚|待|拟|计划|预计|准备|申请|申报|正在|推进|力争|争取|确保|不予|暂|要求|(?:前|内|底)(?:全面|基本)?(?:完成|整改|销号|办结|通过)/;

/** Whether words say that a problem is finished already; what is planned, asked for or refused is not. */
export const saysClosed = (text: string): boolean =>
  squeeze(text)
    .split(/[。；;，,、\n]/)
    .some((clause) => DONE.test(clause) && !NOT_YET.test(clause));

/** Columns that are filled in once a problem is finished. */
const FINISHED_ON =
  /(?:^|·)(?:(?:已|实际|整改|问题)*(?:验收|销号|办结|结案|摘牌)(?:的|\p{Script=Han}{0,2})?(?:时间|日期|文号|批文|文件|文件号)|(?:整改)?实际完成(?:时间|日期)|整改完成(?:时间|日期))$/u;

const REPORTS_STATE: readonly Field[] = ['finish', 'pace', 'progress', 'remarks', 'deadline'];
const IN_BRACKETS = /[(（【[]([^()（）【】[\]]{2,20})[)）】\]]/g;

type Stated = { readonly field: Field | null; readonly name: Said; readonly words: string };

function closedIn(entry: Entry, extras: ReadonlyMap<Extra, string>): Stated | null {
  const finish = wordOf(writtenIn(entry, 'finish'), FINISHES);
  if (finish?.id === 'done') return { field: 'finish', name: FIELDS.finish, words: writtenIn(entry, 'finish') };
  const pace = wordOf(writtenIn(entry, 'pace'), PACES);
  if (pace?.id === 'closed' || pace?.id === 'rectified')
    return { field: 'pace', name: FIELDS.pace, words: writtenIn(entry, 'pace') };
  const field = REPORTS_STATE.find((one) => saysClosed(writtenIn(entry, one)));
  if (field !== undefined) return { field, name: FIELDS[field], words: writtenIn(entry, field) };
  const extra = [...extras].find(([at, head]) => {
    const words = writtenIn(entry, at);
    return saysClosed(words) || (FINISHED_ON.test(squeeze(head)) && /\d/.test(words) && !NOT_YET.test(squeeze(words)));
  });
  if (extra !== undefined)
    return { field: null, name: { zh: extra[1], en: extra[1] }, words: writtenIn(entry, extra[0]) };
  const note = [...writtenIn(entry, 'problem').matchAll(IN_BRACKETS)].find(([, inside = '']) => saysClosed(inside));
  return note === undefined ? null : { field: 'problem', name: FIELDS.problem, words: note[0] };
}

function closedGate(entry: Entry, extras: ReadonlyMap<Extra, string>): Gate | null {
  const found = closedIn(entry, extras);
  if (found === null) return null;
  const words = tidy(found.words);
  return {
    code: 'closed-row',
    field: found.field,
    words,
    said: {
      zh: `“${found.name.zh}”写的是“${words}”，像是已经办完，还要作为未完成的问题导入吗？`,
      en: `“${found.name.en}” says “${words}”: it seems to be finished. Is it to enter as an open problem?`,
    },
    options: [SKIP, OPEN],
    suggested: 'skip',
  };
}

function untrueGate(entry: Entry): Gate | null {
  const words = writtenIn(entry, 'verdict');
  if (wordOf(words, VERDICTS)?.id !== 'untrue') return null;
  return {
    code: 'found-untrue',
    field: 'verdict',
    words,
    said: {
      zh: `核查结论是“${tidy(words)}”，还要作为问题导入吗？`,
      en: `The finding is “${tidy(words)}”. Is it to enter as a problem?`,
    },
    options: [SKIP, OPEN],
    suggested: 'skip',
  };
}

const SOMEWHERE =
  /^(?:(?:具体|详情|内容|问题|详细|情况|清单)*(?:详见|请见|参见|参照|参考|另见|见|同|按|如)(?:本|该|此|第|原|所附|整改|问题|相关|实施|工作|下面?|上面?)*[\d一二三四五六七八九十]*(?:附|另|表|图|清单|台账|报告|方案|文件|原件|原文|纸质|图片|照片|链接|网址|工作表|sheet|下页|上页|背面|下|上)|(?:附件|附表|附图|附录|附页|附后|后附|另附|另表|另纸))[^。，,；;]{0,14}$/;

/** Whether a text says nothing itself and points somewhere else: 详见附件3, 见附表, 后附. */
export function pointsElsewhere(text: string): boolean {
  const words = squeeze(text).replace(/^\(|\)$|[。.]$/g, '');
  return words.length <= 24 && SOMEWHERE.test(words);
}

function elsewhereGate(entry: Entry): Gate | null {
  const field = (['problem', 'title'] as const).find(
    (one) => pointsElsewhere(writtenIn(entry, one)) && pointsTo(writtenIn(entry, one)) === null,
  );
  if (field === undefined) return null;
  const words = tidy(writtenIn(entry, field));
  return {
    code: 'says-elsewhere',
    field,
    words,
    said: {
      zh: `“${FIELDS[field].zh}”只写了“${words}”，问题内容不在这张表里`,
      en: `“${FIELDS[field].en}” only says “${words}”; the problem itself is not in this sheet`,
    },
    options: [{ id: 'set', zh: '补写问题', en: 'Write the problem', asks: 'text' }, SKIP],
  };
}

/** A column of a list as it is called: one of the register by its field, any other by the head it stands under. */
function nameOf(at: Meaning | Extra, heads: ReadonlyMap<string, string>): Said {
  if (at in FIELDS) return FIELDS[at as Field]; // asked in this line
  const head = heads.get(at) ?? at;
  return { zh: head, en: head };
}

/**
 * One for every column that gives away who reported: whatever is not asked about is kept as it is written.
 * @param heads what the list calls the columns that are none of the register
 */
export function reporterGates(entry: Entry, heads: ReadonlyMap<string, string>): readonly Gate[] {
  const columns = Object.keys(entry.values) as (Meaning | Extra)[]; // as `Values` is keyed
  return columns
    .filter((at) => namesReporter(writtenIn(entry, at)))
    .map((at) => {
      const name = nameOf(at, heads);
      return {
        code: 'names-reporter',
        field: at in FIELDS ? (at as Field) : null, // asked in this line
        at,
        words: tidy(writtenIn(entry, at)),
        said: {
          zh: `“${name.zh}”里写有举报人的姓名或联系方式；举报人信息依法保密，不进台账`,
          en: `“${name.en}” names who reported or how to reach him; that is secret by law and does not enter the register`,
        },
        options: [
          { id: 'set', zh: '去掉举报人信息，重新填写', en: 'Write it again without the person', asks: 'text' },
          SKIP,
        ],
      };
    });
}

function officialGate(entry: Entry): Gate | null {
  const words = tidy(writtenIn(entry, 'problem'));
  if (!aboutOfficial(words)) return null;
  return {
    code: 'about-official',
    field: 'problem',
    words,
    said: {
      zh: '反映的是公职人员的问题，应按规定移送纪检监察机关；还要作为生态环境问题导入吗？',
      en: 'It is about the conduct of an official and belongs to the disciplinary organs. Is it to enter as an ecological problem?',
    },
    options: [SKIP, OPEN],
    suggested: 'skip',
  };
}

type Passed = { readonly entries: readonly Entry[]; readonly skipped: readonly SkippedRow[] };

/** Rows at which something is doubtful as a whole are asked about, and wait; who answers may leave one out. */
export function throughGates(
  entries: readonly Entry[],
  gatesOf: (entry: Entry) => readonly Gate[],
  given: Answers,
): Passed {
  const skipped: SkippedRow[] = [];
  const passed = entries.flatMap((entry): Entry[] => {
    let through = entry;
    for (const gate of gatesOf(entry)) {
      const asked = askedAt(entry, gate);
      const answer = answerTo(asked, given);
      if (answer?.choose === 'skip') {
        skipped.push(...entry.rows.map((row) => ({ row, reason: skip('decided') })));
        return [];
      }
      if (answer === null || namesAgain(answer)) through = { ...through, questions: [...through.questions, asked] };
      else through = answered(through, gate.at ?? gate.field, answer);
    }
    return [through];
  });
  return { entries: passed, skipped };
}

/**
 * Why a row may be no open problem: it is finished, was found untrue, only points to another paper, names who reported or accuses an
 * official.
 * @param extras columns that go into the remarks, with their heads
 */
export const problemGates = (entry: Entry, extras: ReadonlyMap<Extra, string>): readonly Gate[] => [
  ...reporterGates(entry, extras),
  ...[officialGate(entry), closedGate(entry, extras), untrueGate(entry), elsewhereGate(entry)].filter(
    (gate) => gate !== null,
  ),
];

/** Words that were to leave out who reported, or to stand for those elsewhere, and name him: they settle nothing. */
const namesAgain = ({ value = '' }: Decision): boolean => namesReporter(value);

function answered(
  entry: Entry,
  field: Meaning | Extra | null,
  answer: NonNullable<ReturnType<typeof answerTo>>,
): Entry {
  const decisions = [...entry.decisions, answer];
  const [value] = field === null ? [] : (entry.values[field] ?? []);
  if (answer.choose !== 'set' || field === null || value === undefined) return { ...entry, decisions };
  return {
    ...entry,
    decisions,
    values: { ...entry.values, [field]: [{ ...value, raw: answer.value ?? '', cell: null }] },
  };
}

function askedAt({ rows }: Entry, { code, field, words, said, options, suggested }: Gate): Question {
  const row = rows[0] ?? 0;
  return question({
    code,
    row,
    field,
    raw: words,
    zh: `第${row}行：${said.zh}`,
    en: `Row ${row}: ${said.en}`,
    options,
    ...(field === null ? { part: words } : {}),
    ...(suggested === undefined ? {} : { suggested }),
  });
}
