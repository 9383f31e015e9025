import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { theInstallation } from '@bihuan/core/person';
import { NATION } from '@bihuan/core/time';
import {
  CALENDARS,
  FaultyCalendar,
  faultLine,
  fileFromWords,
  parseNotice,
  readCalendarYears,
  type CalendarFault,
} from '../calendars/index.ts';
import { applyNotice } from '../operations/apply-notice.ts';
import { previewNotice, type Preview } from '../operations/calendar-impact.ts';
import type { Services } from '../services.ts';
import { Trouble } from '../trouble.ts';
import { type Command, Misuse, type Out } from './command.ts';
import { withServices } from './user-services.ts';

const HELP = `bihuan calendar — 放假日历的检验和新通知的录入 / check calendars, put in a new notice

  bihuan calendar check [FILE] [--json]    检验一份通知，或全部日历 / check one file, or all calendars of the program
  bihuan calendar read FILE                把通知原文读成日历文件，写到标准输出；存疑之处写到标准错误
                                           a notice's own words as a calendar file, to standard output; doubts to standard error
  bihuan calendar import FILE [--apply] [--json]
                                           列出受影响的未办结时限；加 --apply 才录入并移动时限
                                           list the open clocks it moves; only with --apply is it put in and they move

退出码 / exit code: 0 完成 / done; 1 有误或被拒绝 / faulty or refused; 2 用法不对 / wrong use
`;

/** Calendars from the terminal, through the same operations as the page. */
export const calendar = {
  help: HELP,
  async run([verb, ...args], out) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, apply: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (verb === 'check') return check(file, values.json ?? false, out);
    if (verb === 'read' && file !== undefined) return readWords(file, out);
    if (verb !== 'import' && verb !== 'read')
      throw new Misuse(
        `没有“calendar ${verb ?? ''}” / no such verb: calendar ${verb ?? ''}`,
        '可用 / there are: check, read, import',
      );
    if (file === undefined) throw new Misuse('缺少文件 / FILE is missing', `bihuan calendar ${verb} FILE`);
    return withServices((services) =>
      bringIn(services, textOf(file), { apply: values.apply ?? false, json: values.json ?? false }, out),
    );
  },
} satisfies Command;

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Trouble(`读不到文件 / cannot read ${file}`, '检查路径 / check the path', { cause: error });
  }
}

function check(file: string | undefined, json: boolean, { stdout }: Out): number {
  const faults = file === undefined ? faultsOfAll() : parseNotice(textOf(file), file).faults;
  const lines =
    faults.length === 0 ? '日历无误 / no fault\n' : faults.map((fault) => `✗ ${faultLine(fault)}\n`).join('');
  stdout.write(json ? `${JSON.stringify({ faults }, null, 2)}\n` : lines);
  return faults.length === 0 ? 0 : 1;
}

function readWords(file: string, { stdout, stderr }: Out): number {
  const read = fileFromWords(textOf(file));
  if (!read)
    throw new Trouble(
      `${file} 不是放假通知的原文 / is not the text of a holiday notice`,
      '把国务院办公厅通知全文存为文本后再试 / save the whole notice as text and try again',
    );
  stdout.write(read.yaml);
  stderr.write(read.doubts.map(({ zh, en }) => `? ${zh} / ${en}\n`).join(''));
  return read.doubts.length === 0 ? 0 : 1;
}

function faultsOfAll(): readonly CalendarFault[] {
  const jurisdictions = readdirSync(CALENDARS, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  try {
    readCalendarYears(CALENDARS, [NATION, ...jurisdictions]);
    return [];
  } catch (error) {
    if (error instanceof FaultyCalendar) return error.faults;
    throw error;
  }
}

async function bringIn(
  services: Services,
  yaml: string,
  { apply, json }: { apply: boolean; json: boolean },
  { stdout }: Out,
): Promise<number> {
  const read = await previewNotice(services, yaml, theInstallation);
  if ('faults' in read) throw new FaultyCalendar(read.faults);
  if ('obstacle' in read) throw new Trouble(`未录入 / not put in: ${read.obstacle.code}`, 'bihuan calendar --help');
  const { preview } = read;
  const { impact, untouchedClosed, digest } = preview;
  if (apply) await applied(services, yaml, digest);
  stdout.write(
    json ? `${JSON.stringify({ applied: apply, impact, untouchedClosed }, null, 2)}\n` : words(preview, apply),
  );
  return 0;
}

async function applied(services: Services, yaml: string, seen: string): Promise<void> {
  const key = randomUUID();
  const answer = await applyNotice(services, { yaml, seen, by: theInstallation, intent: { key, fingerprint: seen } });
  if ('done' in answer) return;
  const why = 'refused' in answer ? answer.refused.code : 'conflict' in answer ? answer.conflict : 'faults';
  throw new Trouble(`未录入 / not put in: ${why}`, '时限刚有变化，请再试 / clocks changed meanwhile, try again');
}

function words({ impact, untouchedClosed }: Preview, apply: boolean): string {
  const rows = impact.map(
    ({ number, clockTitle, was, due, provisional }) =>
      `  ${number}  ${clockTitle.zh}  ${was} → ${due}${provisional.after ? '（暂定）' : ''}\n`,
  );
  const sum = `${impact.length} 个未办结时限${apply ? '已移动' : '将移动'}，${untouchedClosed} 个已办结的不变 / ${impact.length} open clocks ${apply ? 'moved' : 'would move'}, ${untouchedClosed} met ones stand\n`;
  return [...rows, sum, ...(apply ? [] : ['加 --apply 录入 / put it in with --apply\n'])].join('');
}
