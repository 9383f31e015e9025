import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { withNotices, type CalendarObstacle } from '@bihuan/core/calendar-amendment';
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
import { applyNotice } from '../operations/calendar/apply-notice.ts';
import { enterNotice } from '../operations/calendar/enter-notice.ts';
import { previewNotice, type Preview } from '../operations/calendar/calendar-impact.ts';
import type { Services } from '../services.ts';
import { Trouble } from '../trouble.ts';
import { type Command, Misuse, type Out } from './command.ts';
import { noticeText } from './notice-file.ts';
import { withServices } from './user-services.ts';

const HELP = `bihuan calendar — 放假日历的检验和新通知的录入 / check calendars, put in a new notice

  bihuan calendar check [FILE…] [--json]   依次检验通知，或全部日历 / check files in order, or all calendars of the program
  bihuan calendar read FILE                把通知原文读成日历文件，写到标准输出；存疑之处写到标准错误
                                           a notice's own words as a calendar file, to standard output; doubts to standard error
  bihuan calendar import FILE [--enter | --apply] [--json]
                                           列出受影响的未办结时限；--enter 录入待他人启用，--apply 启用他人录入的并移动时限
                                           list the open clocks it moves; --enter leaves it for a second person,
                                           --apply puts in what somebody else entered, and they move

退出码 / exit code: 0 完成 / done; 1 有误或被拒绝 / faulty or refused; 2 用法不对 / wrong use
`;

/** Calendars from the terminal, through the same operations as the page. */
export const calendar = {
  help: HELP,
  async run([verb, ...args], out) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, apply: { type: 'boolean' }, enter: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (verb === 'check') return check(positionals, values.json ?? false, out);
    if (verb !== 'import' && verb !== 'read')
      throw new Misuse(
        `没有“calendar ${verb ?? ''}” / no such verb: calendar ${verb ?? ''}`,
        '可用 / there are: check, read, import',
      );
    const [file, ...more] = positionals;
    if (file === undefined) throw new Misuse('缺少文件 / FILE is missing', `bihuan calendar ${verb} FILE`);
    if (more.length > 0) throw new Misuse('一次录入一份通知 / one notice at a time', `bihuan calendar ${verb} ${file}`);
    if (verb === 'read') return readWords(file, out);
    return withServices((services) =>
      bringIn(
        services,
        noticeText(file),
        { apply: values.apply ?? false, enter: values.enter ?? false, json: values.json ?? false },
        out,
      ),
    );
  },
} satisfies Command;

function check(files: readonly string[], json: boolean, { stdout }: Out): number {
  const faults = files.length === 0 ? faultsOfAll() : faultsIn(files);
  const lines =
    faults.length === 0 ? '日历无误 / no fault\n' : faults.map((fault) => `✗ ${faultLine(fault)}\n`).join('');
  stdout.write(json ? `${JSON.stringify({ faults }, null, 2)}\n` : lines);
  return faults.length === 0 ? 0 : 1;
}

function readWords(file: string, { stdout, stderr }: Out): number {
  const read = fileFromWords(noticeText(file));
  if (!read)
    throw new Trouble(
      `${file} 不是放假通知的原文 / is not the text of a holiday notice`,
      '把国务院办公厅通知全文存为文本后再试 / save the whole notice as text and try again',
    );
  stdout.write(read.yaml);
  stderr.write(read.doubts.map(({ zh, en }) => `? ${zh} / ${en}\n`).join(''));
  return read.doubts.length === 0 ? 0 : 1;
}

/** One file after the other, each on top of the program's notices and the ones before it. */
function faultsIn(files: readonly string[]): readonly CalendarFault[] {
  let years = readCalendarYears(CALENDARS, []);
  return files.flatMap((file) => {
    const { year, faults } = parseNotice(noticeText(file), file, years);
    if (year) years = withNotices(years, year);
    return faults;
  });
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
  { apply, enter, json }: { apply: boolean; enter: boolean; json: boolean },
  { stdout }: Out,
): Promise<number> {
  const read = await previewNotice(services, yaml, theInstallation);
  if ('faults' in read) throw new FaultyCalendar(read.faults);
  if ('obstacle' in read) throw refusedFor(read.obstacle);
  const { preview } = read;
  const { impact, untouchedClosed, digest } = preview;
  if (apply) await applied(services, yaml, digest);
  else if (enter) await entered(services, yaml);
  stdout.write(
    json
      ? `${JSON.stringify({ applied: apply, entered: enter, impact, untouchedClosed }, null, 2)}\n`
      : words(preview, { apply }),
  );
  return 0;
}

async function entered(services: Services, yaml: string): Promise<void> {
  const key = randomUUID();
  const answer = await enterNotice(services, { yaml, by: theInstallation, intent: { key, fingerprint: key } });
  if ('refused' in answer && answer.refused.code === 'not-allowed') throw refusedFor(answer.refused.obstacle);
}

async function applied(services: Services, yaml: string, seen: string): Promise<void> {
  const key = randomUUID();
  const answer = await applyNotice(services, { yaml, seen, by: theInstallation, intent: { key, fingerprint: seen } });
  if ('done' in answer) return;
  if ('refused' in answer && answer.refused.code === 'not-allowed') throw refusedFor(answer.refused.obstacle);
  throw new Trouble('未录入：时限刚有变化 / not put in: clocks changed meanwhile', '请再试一次 / try again');
}

function refusedFor(obstacle: CalendarObstacle): Trouble {
  switch (obstacle.code) {
    case 'changes-nothing':
      return new Trouble(
        '未录入：日历已是如此，也没有时限要移动 / not put in: the calendar says so already and no clock moves',
        '更正已录入的通知时，用同一文号、改过的内容再录入 / to correct a notice, put it in again under its number',
      );
    case 'not-our-calendar':
      return new Trouble(
        `未录入：方案不按 ${obstacle.jurisdiction} 的日历计算 / not put in: the plan does not count by this calendar`,
        `jurisdiction 可为 / may be: ${obstacle.calendars.join(', ')}`,
      );
    case 'entered-already':
    case 'entered-by-you':
    case 'not-entered':
      return new Trouble(
        '一份通知须由两人办理：一人录入，另一人核对启用 / a notice takes two people: one enters it, another puts it in',
        '先 --enter，再由另一人在日历页面启用 / --enter it here, and somebody else puts it in on the calendar page',
      );
    case 'not-waiting':
    case 'not-latest':
    case 'clocks-met':
    case 'not-calendar-keeper':
      return new Trouble(
        '未录入：无权录入 / not put in: not allowed',
        '由牵头协调单位录入 / the coordinating office does',
      );
  }
}

function words({ impact, untouchedClosed }: Preview, { apply }: { readonly apply: boolean }): string {
  const rows = impact.map(
    ({ number, clockTitle, was, due, provisional }) =>
      `  ${number}  ${clockTitle.zh}  ${was} → ${due}${provisional.after ? '（暂定）' : ''}\n`,
  );
  const sum = `${impact.length} 个未办结时限${apply ? '已移动' : '将移动'}，${untouchedClosed} 个已办结的不变 / ${impact.length} open clocks ${apply ? 'moved' : 'would move'}, ${untouchedClosed} met ones stand\n`;
  return [...rows, sum, ...(apply ? [] : ['加 --enter 录入，待他人启用 / --enter it for a second person\n'])].join('');
}
