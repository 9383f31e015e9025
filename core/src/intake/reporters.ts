import type { Head } from './head.ts';
import { squeeze } from './normalise.ts';
import type { Sheet } from './sheet.ts';

const REPORTER = '(?:举报|投诉|信访|反映|来电|来访|来信|诉求|申诉|检举|爆料|上访)';
const WHO = `${REPORTER}(?:人|者|群众|对象|市民|居民)`;
const NAMED = new RegExp(
  `${WHO}(?:姓名|为|是|系)?[:：]?(?:\\p{Script=Han}{1,2}[某×xX*]|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜段普杞][\\p{Script=Han}某×*]{0,2}(?:[(（,，、]|电话|手机|反映|称|住|先生|女士|$))|${WHO}[^。；;]{0,24}?(?:电话|手机|联系方式|微信|住址|住|身份证)[^。；;]{0,6}?[\\d:：\\p{Script=Han}]`,
  'u',
);
const REACHED = /(?<!\d)(?:1[3-9]\d-?\d{4}-?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)/;
const REPORTED = new RegExp(`${REPORTER}|(?:先生|女士|村民|居民|业主|市民)`);

/** Whether a text gives away who reported: a name behind 举报人, or a number to reach somebody who reports. */
export function namesReporter(text: string): boolean {
  const words = squeeze(text);
  return NAMED.test(words) || (REACHED.test(words) && REPORTED.test(words));
}

const OFFICIAL =
  /(?:干部|领导|书记|镇长|乡长|县长|局长|主任|所长|站长|队长|村长|村支书|工作人员|公职人员|执法人员|监管人员|公务员|民警|河长)[^。；;]{0,16}(?:收受|受贿|索贿|索要|索取|贪污|挪用|侵吞|好处|保护伞|包庇|纵容|袒护|徇私|失职|渎职|不作为|乱作为|滥用职权|以权谋私|吃拿卡要|参股|利益输送|勾结|违纪|腐败|通风报信)/;

/** Whether a text accuses an official. The program says nothing about whether it is true: it only asks where it belongs. */
export const aboutOfficial = (text: string): boolean => OFFICIAL.test(squeeze(text));

const TITLED =
  /群众|公众|社会|热线|12345|12369|信访|举报|投诉|来信|来电|来访|网民|留言|诉求|工单|边督边改|转办件|信件|市长信箱|县长信箱/;
const PERSON_HEAD = new RegExp(
  `^${WHO}|^(?:来电|联系|举报|投诉|信访|反映|诉求)人?(?:姓名|号码|电话)|^(?:姓名|实名|匿名)|是否(?:实名|匿名)`,
);
const REPORT_HEAD = new RegExp(
  `^(?:${REPORTER}|受理|工单|交办|转办|信件|来件|受理件|案件)(?:编号|件号|号|时间|日期|方式|渠道|内容|事项|问题|类别|来源|情况|件|单号)`,
);
const FOUND = /属实|查实|查证/;
const LOOKED_INTO = /调查|核实|核查|查处/;
const ANSWERED = /办结|答复|回复|反馈|满意|回访|公开|责任人被?处理|问责|处理和整改|办理(?:情况|结果)/;
const NUMBERED = /^[dx]\d?[a-z]{2}\d{8,}|^(?:12345|12369|wx|xf|jb)[-\d]{6,}/;
const BEGINS = new RegExp(`^(?:${WHO}|群众|市民|村民|网民|居民|业主)?[^。，,]{0,8}?(?:反映|举报|投诉|来电|来信|称)`);

/** Rows that are looked at below the head, and above where none was found. */
const LOOKED_AT = 60;
const HEAD_ROWS = 8;

// Where no head was found, the first rows may be one all the same: such a list need not have a column that the register knows.
const headsOf = (sheet: Sheet, head: Head | null): readonly string[] =>
  head === null
    ? sheet.rows
        .slice(0, HEAD_ROWS)
        .flatMap((row) => row.map(({ text }) => squeeze(text)).filter((text) => text.length <= 12))
    : head.columns.map(({ text }) => squeeze(text));

const titlesOf = (sheet: Sheet, head: Head | null): string =>
  squeeze(
    [...(head?.titles ?? sheet.rows.slice(0, 2).flatMap((row) => row.map(({ text }) => text))), sheet.name].join(''),
  );

/**
 * Whether a sheet is a list of what the public reported: who reported may stand in it, and nothing of it is a problem before
 * somebody has looked into it. Several signs must come together: title, heads, numbers and the way the texts begin.
 */
export function isListOfReports(sheet: Sheet, head: Head | null): boolean {
  const heads = headsOf(sheet, head);
  const has = (pattern: RegExp): boolean => heads.some((text) => pattern.test(text));
  const from = (head?.last ?? 0) + 1;
  const rows = sheet.rows.slice(from, from + LOOKED_AT);
  const named = rows.some((row) => row.some(({ text }) => namesReporter(text)));
  const share = (pattern: RegExp): boolean => {
    const hits = rows.filter((row) => row.some(({ text }) => pattern.test(squeeze(text)))).length;
    return hits > 0 && hits * 2 >= rows.filter((row) => row.some(({ text }) => text.trim() !== '')).length;
  };
  const signs = [
    TITLED.test(titlesOf(sheet, head)) ? 2 : 0,
    has(new RegExp(`^${WHO}`)) ? 3 : has(PERSON_HEAD) && !has(/^责任/) ? 2 : 0,
    has(REPORT_HEAD) ? 1 : 0,
    has(FOUND) && has(LOOKED_INTO) ? 2 : 0,
    has(ANSWERED) ? 1 : 0,
    share(NUMBERED) ? 1 : 0,
    share(BEGINS) ? 1 : 0,
    named ? 2 : 0,
  ];
  return signs.reduce((sum, sign) => sum + sign, 0) >= 4;
}
