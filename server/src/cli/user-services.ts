import type { InputFault } from '@bihuan/core/access';
import { parsePlainDate, type PlainDate } from '@bihuan/core/time';
import type { PersonAnswer } from '../operations/people/people.ts';
import { readConfig } from '../config.ts';
import type { Services } from '../services.ts';
import { personByUsername } from '../store/people.ts';
import { Trouble } from '../trouble.ts';
import { Misuse } from './command.ts';
import { openServices } from './open-services.ts';

/** Opens the installation for one command and puts it away again. */
export async function withServices<T>(work: (services: Services) => Promise<T>): Promise<T> {
  const { services, close } = await openServices(readConfig());
  try {
    return await work(services);
  } finally {
    await close();
  }
}

/** What was given for a needed option. @throws Misuse */
export function needed(name: string, value: string | undefined): string {
  if (value !== undefined && value.trim() !== '') return value.trim();
  throw new Misuse(`缺少 --${name} / --${name} is missing`, 'bihuan user --help');
}

/** A day on the command line. @throws Misuse */
export function dayGiven(name: string, text: string | undefined): PlainDate | null {
  if (text === undefined) return null;
  const day = parsePlainDate(text);
  if (day) return day;
  throw new Misuse(`没有这一天 / no such day: --${name} ${text}`, '写作 / written as YYYY-MM-DD');
}

/** The person's id. @throws Trouble when nobody has this user name */
export async function idOf({ db, region }: Services, username: string): Promise<string> {
  const person = await personByUsername(db, region, username.toLowerCase());
  if (person) return person.id;
  throw new Trouble(`没有这个用户 / nobody has this user name: ${username}`, 'bihuan user list');
}

/** The id of the person, once it is done. @throws Trouble saying why not */
export function doneOr(answer: PersonAnswer): string {
  if ('done' in answer) return answer.done.id;
  if ('conflict' in answer) throw conflict(answer.conflict);
  const { refused } = answer;
  if (refused.code === 'not-allowed')
    throw new Trouble(`未办成 / not done: ${refused.obstacle.code}`, 'bihuan user --help');
  const faults = refused.faults.map(({ field, code }) => `--${field.split('.').at(-1)}: ${FAULTS[code]}`).join('；');
  throw new Trouble(
    `内容有误 / something is wrong: ${faults}`,
    '单位编号见方案的 units.yaml，职务编号见 policy.yaml 的 posts / ids of units are in the plan’s units.yaml, of posts in its policy.yaml',
  );
}

const FAULTS: Readonly<Record<InputFault['code'], string>> = {
  required: '必填 / needed',
  unknown: '方案中没有，或不在该单位 / not in the plan, or not of this unit',
  'in-the-future': '不能是将来的日期 / lies in the future',
  malformed: '写法不对 / not written as it should be',
  'too-pale': '颜色太浅，看不清 / too pale to be read',
  'kept-for-overdue': '红色只用于超期 / red says overdue and nothing else',
  'no-telephone': '不是电话号码 / no telephone number',
  'too-small': '小于规定的最小值 / below what is allowed',
  'too-large': '超过规定的最大值 / above what is allowed',
  'too-long': '太长 / too long',
  'ruled-already': '本版方案内已有裁定 / ruled already for this edition',
  'not-yours': '不能由您改动 / not yours to change',
  'judges-it': '自己验收自己 / would judge its own work',
  'not-earlier': '日期先后颠倒 / ends before it begins',
  overlaps: '日期与已有的同岗任职重叠 / overlaps the same post that is held already',
  'not-later': '须晚于现在的期限 / must be later than the present last day',
  'beyond-outer': '超出外层时限 / lies beyond the outer limit',
  'after-plan': '晚于方案时限 / after the day of the plan',
  fixed: '已印发，不再改动 / issued and not changed',
  'left-out': '已印发，不得删去 / issued and not left out',
};

const conflict = (code: 'key-reused' | 'username-taken' | 'changed-meanwhile'): Trouble =>
  code === 'username-taken'
    ? new Trouble('用户名已被使用 / this user name is taken', '换一个 / choose another: --username')
    : new Trouble('此人刚被别人改过 / somebody was faster', '再试一次 / try again');
